package dev.caffeinecode.code.touchpoints;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Routes of Express, Koa, Fastify, Hono and their like, and of files that Next.js serves by their place. */
final class ScriptRoutes {
    private static final List<Shape> ROUTERS = Shape.all("""
            *=express() *=express.Router( *=Router( *=new~Router( *=new~KoaRouter( *=fastify( *=Fastify( *=new~Hono(
            *=polka( *=restify.createServer( *=require("")( *=require("").Router( *=new~OpenAPIHono( *=new~Elysia(
            """);
    private static final Shape CALL = Shape.of("*.get|post|put|patch|delete|head|options|all|del(");
    private static final Shape CHAIN = Shape.of("*.route(\"\")");
    private static final Shape MOUNT = Shape.of("*.use|route|register(\"\",*)");
    private static final Pattern NEXT_FILE = Pattern.compile("(?:^|/)app/((?:[^/]+/)*+)route\\.[jt]sx?$");
    private static final Shape NEXT_METHOD = Shape.of("export|function|const|async");

    private final Tokens tokens;
    private final Found found;
    private final Set<String> routers = new HashSet<>();
    private final Map<String, String> prefixes = new HashMap<>();
    private final boolean serves;

    private ScriptRoutes(Tokens tokens, Found found) {
        this.tokens = tokens;
        this.found = found;
        this.serves = tokens.mentions("express")
                || tokens.mentions("koa")
                || tokens.mentions("astify")
                || tokens.mentions("outer");
    }

    static void read(Tokens tokens, Found found) {
        new ScriptRoutes(tokens, found).read();
    }

    private void read() {
        for (int at = 0; at < tokens.size(); at++) {
            for (Shape router : ROUTERS) {
                if (router.fits(tokens, at)) {
                    declared(at, router.end(at) - 1);
                }
            }
        }
        for (int at = 0; at < tokens.size(); at++) {
            if (MOUNT.fits(tokens, at)) {
                mounted(at);
            }
        }
        for (int at = 0; at < tokens.size(); at++) {
            if (CALL.fits(tokens, at)) {
                call(at, CALL.end(at) - 1);
            } else if (CHAIN.fits(tokens, at) && isRouter(at) && Calls.isPath(tokens, CHAIN.name(at))) {
                chain(at);
            }
        }
        nextRoutes();
    }

    private void declared(int at, int open) {
        String name = tokens.text(at);
        routers.add(name);
        int prefix = Calls.argument(tokens, open, "prefix");
        if (prefix > 0 && tokens.isValue(prefix)) {
            prefixes.put(name, tokens.text(prefix));
        }
    }

    private void mounted(int at) {
        String name = tokens.text(MOUNT.name(at));
        int path = at + 4;
        if (routers.contains(name) && Calls.isPath(tokens, path)) {
            prefixes.merge(name, tokens.text(path), (old, now) -> old.equals(now) ? now : "");
        }
    }

    private boolean isRouter(int at) {
        String name = tokens.text(at);
        boolean named = name.equals("app")
                || name.equals("router")
                || name.equals("fastify")
                || name.endsWith("Router")
                || name.endsWith("Routes");
        return routers.contains(name) || (serves && named && !tokens.isMark(at - 1, '.'));
    }

    /** A handler follows the path; one argument alone asks for a setting or for what another serves. */
    private void call(int at, int open) {
        boolean handled = tokens.isMark(open + 2, ',');
        boolean options = tokens.isMark(open + 3, '{') && !routers.contains(tokens.text(at));
        if (isRouter(at) && Calls.isPath(tokens, open + 1) && handled && !options) {
            String method = tokens.text(at + 2);
            route(method.equals("del") ? "DELETE" : Calls.method(method), at, open + 1, tokens.line(at));
        }
    }

    private void chain(int at) {
        for (Calls.Link link : Calls.chain(tokens, CHAIN.name(at) - 1)) {
            String method = Calls.method(link.name());
            if (!method.isEmpty()) {
                route(method, at, CHAIN.name(at), tokens.line(link.open()));
            }
        }
    }

    private void route(String method, int router, int path, int line) {
        found.route(method, prefixes.getOrDefault(tokens.text(router), ""), tokens.text(path), line);
    }

    /** {@code export async function GET} in {@code app/api/carts/[id]/route.ts}. */
    private void nextRoutes() {
        Matcher file = NEXT_FILE.matcher(found.path());
        if (!file.find()) {
            return;
        }
        // Folders in round brackets are no part of the path.
        String path = found.path().substring(file.start(1), file.end(1)).replaceAll("\\([^/()]*\\)/", "");
        for (int at = 2; at < tokens.size(); at++) {
            boolean exported = NEXT_METHOD.fits(tokens, at - 1)
                    && (tokens.isWord(at - 2, "export") || tokens.isWord(at - 3, "export"));
            String method = tokens.text(at);
            if (exported && method.equals(Calls.method(method)) && !method.equals("ANY") && !method.isEmpty()) {
                found.route(method, "", path.replaceAll("/$", ""), tokens.line(at));
            }
        }
    }
}
