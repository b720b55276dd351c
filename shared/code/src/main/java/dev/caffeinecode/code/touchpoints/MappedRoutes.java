package dev.caffeinecode.code.touchpoints;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Routes of ASP.NET Core's minimal API, and of actix-web, axum and Rocket. */
final class MappedRoutes {
    private static final Shape MAP = Shape.of("*.MapGet|MapPost|MapPut|MapPatch|MapDelete(\"\",");
    private static final Shape GROUP = Shape.of("*=*.MapGroup(\"\"");
    private static final Shape ROUTE = Shape.of(".route(\"\",");
    private static final Shape ATTRIBUTE = Shape.of("#[get|post|put|patch|delete|head|options(\"\"");
    private static final Shape RESOURCE = Shape.of("web::resource(\"\")");
    private static final int MAX_HANDLERS = 200;

    private MappedRoutes() {}

    static void dotnet(Tokens tokens, Found found) {
        Map<String, Optional<String>> prefixes = new HashMap<>();
        for (int at = 0; at < tokens.size(); at++) {
            if (GROUP.fits(tokens, at)) {
                int path = GROUP.name(at);
                Optional<String> own = tokens.isValue(path) ? Optional.of(tokens.text(path)) : Optional.empty();
                Optional<String> outer = prefixes.getOrDefault(tokens.text(at + 2), Optional.of(""));
                prefixes.put(
                        tokens.text(at), outer.flatMap(before -> own.flatMap(after -> Found.joined(before, after))));
            } else if (MAP.fits(tokens, at) && tokens.isValue(at + 4)) {
                String path = tokens.text(at + 4);
                String method = tokens.text(at + 2).substring("Map".length());
                int line = tokens.line(at);
                prefixes.getOrDefault(tokens.text(at), Optional.of(""))
                        .ifPresent(prefix -> found.route(method, prefix, path, line));
            }
        }
    }

    static void rust(Tokens tokens, Found found) {
        boolean attributes = tokens.mentions("actix") || tokens.mentions("rocket");
        boolean routers = tokens.mentions("actix") || tokens.mentions("axum");
        for (int at = 0; at < tokens.size(); at++) {
            if (attributes && ATTRIBUTE.fits(tokens, at) && Calls.isPath(tokens, at + 4)) {
                String path = tokens.text(at + 4).replaceAll("\\?.*$", "");
                found.route(tokens.text(at + 2), "", path, tokens.line(at));
            } else if (routers && ROUTE.fits(tokens, at) && Calls.isPath(tokens, at + 3)) {
                handlers(tokens, at + 2, tokens.text(at + 3), found);
            } else if (routers && RESOURCE.fits(tokens, at) && Calls.isPath(tokens, at + 5)) {
                for (Calls.Link link : Calls.chain(tokens, at + 4)) {
                    if (link.name().equals("route")) {
                        handlers(tokens, link.open(), tokens.text(at + 5), found);
                    }
                }
            }
        }
    }

    /** Reads {@code get(list).post(add)} or {@code web::get().to(list)} among the arguments of a call. */
    private static void handlers(Tokens tokens, int open, String path, Found found) {
        int end = Math.min(tokens.partner(open), open + MAX_HANDLERS);
        int at = open + 1;
        while (at < end) {
            if (tokens.isMark(at, '(')) {
                String method = Calls.method(tokens.text(at - 1));
                if (!method.isEmpty()) {
                    found.route(method, "", path, tokens.line(at));
                }
                at = tokens.partner(at);
            }
            at++;
        }
    }
}
