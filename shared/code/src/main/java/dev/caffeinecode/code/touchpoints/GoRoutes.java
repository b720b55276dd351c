package dev.caffeinecode.code.touchpoints;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Routes of {@code net/http}, gin, echo, chi, fiber and gorilla/mux, with the prefixes of groups in one function. */
final class GoRoutes {
    private static final Shape SHOUTED = Shape.of("*.GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|Any(\"\",");
    private static final Shape TITLED = Shape.of("*.Get|Post|Put|Patch|Delete|Head|Options|All(\"\",");
    private static final Shape METHOD = Shape.of("*.Handle|Method|MethodFunc|Add(\"\",\"\",");
    private static final Shape HANDLE = Shape.of("*.HandleFunc|Handle(\"\",");
    private static final List<Shape> GROUPS = Shape.all("""
            *:=*.Group("" *=*.Group("" *:=*.PathPrefix("" *=*.PathPrefix(""
            """);
    private static final Shape UNKNOWN_GROUP = Shape.of("*:=*.Group|PathPrefix(");
    private static final Shape NESTED = Shape.of("*.Route|Group(\"\",func(*");

    private final Tokens tokens;
    private final Found found;

    /** The prefixes of routers by their names; empty for one that is not known. */
    private final Map<String, Optional<String>> prefixes = new HashMap<>();

    private final Deque<Nested> nested = new ArrayDeque<>();

    /** A function whose router has a prefix up to a token, and what the name stood for before. */
    private record Nested(int end, String name, Optional<String> before) {}

    private GoRoutes(Tokens tokens, Found found) {
        this.tokens = tokens;
        this.found = found;
    }

    static void read(Tokens tokens, Found found) {
        new GoRoutes(tokens, found).read();
    }

    private void read() {
        boolean shouted = tokens.mentions("gin-gonic/gin") || tokens.mentions("labstack/echo");
        boolean titled = tokens.mentions("go-chi/chi") || tokens.mentions("gofiber/fiber");
        boolean handled = titled || tokens.mentions("net/http") || tokens.mentions("gorilla/mux");
        for (int at = 0; at < tokens.size(); at++) {
            while (!nested.isEmpty() && nested.element().end() < at) {
                Nested ended = nested.pop();
                prefixes.put(ended.name(), ended.before());
            }
            if (tokens.isWord(at, "func")
                    && (tokens.isMark(at - 1, '}') || tokens.isMark(at - 1, ')'))
                    && isOutside(at)) {
                prefixes.clear();
            }
            group(at);
            if ((shouted && SHOUTED.fits(tokens, at)) || (titled && TITLED.fits(tokens, at))) {
                route(Calls.method(tokens.text(at + 2)), at, at + 4);
            } else if ((shouted || titled) && METHOD.fits(tokens, at)) {
                route(Calls.method(tokens.text(at + 4)), at, at + 6);
            } else if (handled && HANDLE.fits(tokens, at)) {
                handle(at);
            }
        }
    }

    private boolean isOutside(int at) {
        return tokens.beginsLine(at) && nested.isEmpty();
    }

    private void group(int at) {
        for (Shape shape : GROUPS) {
            if (shape.fits(tokens, at)) {
                String path = tokens.isValue(shape.name(at)) ? tokens.text(shape.name(at)) : "";
                String parent = tokens.text(shape.name(at) - 4);
                prefixes.put(tokens.text(at), prefix(parent).flatMap(before -> Found.joined(before, path)));
                return;
            }
        }
        if (UNKNOWN_GROUP.fits(tokens, at)) {
            prefixes.put(tokens.text(at), Optional.empty());
        } else if (NESTED.fits(tokens, at) && tokens.isValue(at + 4)) {
            int parameter = NESTED.name(at);
            int body = tokens.partner(parameter - 1) + 1;
            String name = tokens.text(parameter);
            if (tokens.isMark(body, '{')) {
                nested.push(new Nested(tokens.partner(body), name, prefix(name)));
                String path = tokens.text(at + 4);
                prefixes.put(name, prefix(tokens.text(at)).flatMap(before -> Found.joined(before, path)));
            }
        }
    }

    private Optional<String> prefix(String name) {
        return prefixes.getOrDefault(name, Optional.of(""));
    }

    private void route(String method, int router, int path) {
        boolean known = Calls.isPath(tokens, path)
                || (tokens.isValue(path) && tokens.text(path).isEmpty());
        if (known && !method.isEmpty()) {
            prefix(tokens.text(router))
                    .ifPresent(before -> found.route(method, before, tokens.text(path), tokens.line(router)));
        }
    }

    /** {@code HandleFunc("GET /carts/{id}", ...)}, or {@code HandleFunc("/carts", ...).Methods("GET")}. */
    private void handle(int at) {
        String pattern = tokens.isValue(at + 4) ? tokens.text(at + 4) : "";
        int blank = pattern.indexOf(' ');
        String methods = blank < 0 ? "" : Calls.method(pattern.substring(0, blank));
        String path = pattern.substring(blank + 1);
        if (!path.startsWith("/") || (blank >= 0 && methods.isEmpty())) {
            return;
        }
        List<String> stated = Calls.chain(tokens, at + 3).stream()
                .filter(link -> link.name().equals("Methods"))
                .map(link -> Calls.strings(tokens, link.open()))
                .toList();
        String all = stated.isEmpty() ? methods : String.join(" ", stated);
        prefix(tokens.text(at)).ifPresent(before -> found.route(all, before, path, tokens.line(at)));
    }
}
