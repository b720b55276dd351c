package dev.caffeinecode.code.touchpoints;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Routes of Flask, FastAPI, Starlette, aiohttp, Django and Django REST framework. */
final class PythonRoutes {
    private static final List<Shape> ROUTERS =
            Shape.all("*=Blueprint( *=APIRouter( *=flask.Blueprint( *=fastapi.APIRouter(");
    private static final List<Shape> MOUNTS = Shape.all("register_blueprint(*, include_router(*,");
    private static final Shape CALL =
            Shape.of("*.add_url_rule|add_api_route|add_get|add_post|add_put|add_patch|add_delete(\"\"");
    private static final Shape DJANGO = Shape.of("path|re_path|url(\"\",");
    private static final Shape VIEWS = Shape.of("router|*.register(\"\",");
    private static final Shape STARLETTE = Shape.of("Route|WebSocketRoute(\"\",");
    private static final int MAX_NAME = 8;

    private final Tokens tokens;
    private final Found found;

    /** The prefixes of routers by their names; empty for one that is not known. */
    private final Map<String, Optional<String>> prefixes = new HashMap<>();

    private PythonRoutes(Tokens tokens, Found found) {
        this.tokens = tokens;
        this.found = found;
    }

    static void read(Tokens tokens, Found found) {
        new PythonRoutes(tokens, found).read();
    }

    private void read() {
        prefixes();
        boolean django = tokens.mentions("urlpatterns");
        boolean views = tokens.mentions("rest_framework");
        boolean starlette = tokens.mentions("starlette");
        for (int at = 0; at < tokens.size(); at++) {
            if (tokens.isMark(at, '@') && tokens.beginsLine(at)) {
                decorator(at);
            } else if (CALL.fits(tokens, at)) {
                String method = Calls.method(tokens.text(at + 2).substring("add_".length()));
                route(method.isEmpty() ? "" : method, tokens.text(at), at + 3, at);
            } else if (django && DJANGO.fits(tokens, at) && !tokens.isMark(at - 1, '.')) {
                django(at);
            } else if (views && VIEWS.fits(tokens, at) && tokens.isValue(at + 4)) {
                found.route("RESOURCES", "", tokens.text(at + 4).replaceAll("^r?\\^|\\$$", ""), tokens.line(at));
            } else if (starlette && STARLETTE.fits(tokens, at) && Calls.isPath(tokens, at + 2)) {
                boolean socket = tokens.isWord(at, "WebSocketRoute");
                found.route(socket ? "WEBSOCKET" : methods(at + 1, "GET"), "", tokens.text(at + 2), tokens.line(at));
            }
        }
    }

    private void prefixes() {
        for (int at = 0; at < tokens.size(); at++) {
            for (Shape shape : ROUTERS) {
                if (shape.fits(tokens, at)) {
                    prefixes.put(tokens.text(at), stated(shape.end(at) - 1));
                }
            }
        }
        for (int at = 0; at < tokens.size(); at++) {
            for (Shape shape : MOUNTS) {
                if (shape.fits(tokens, at)) {
                    String name = tokens.text(shape.name(at));
                    Optional<String> mount = stated(at + 1);
                    prefixes.computeIfPresent(
                            name, (_, own) -> own.flatMap(path -> mount.flatMap(before -> Found.joined(before, path))));
                }
            }
        }
    }

    /** Returns the prefix that a call states: none at all, a string, or something that is not known. */
    private Optional<String> stated(int open) {
        int at = Math.max(Calls.argument(tokens, open, "url_prefix"), Calls.argument(tokens, open, "prefix"));
        if (at < 0 || tokens.isWord(at, "None")) {
            return Optional.of("");
        }
        return tokens.isValue(at) ? Optional.of(tokens.text(at)) : Optional.empty();
    }

    /** {@code @app.route("/carts", methods=["POST"])}, {@code @router.get("/carts/{id}")}. */
    private void decorator(int at) {
        int name = at + 1;
        while (name < at + MAX_NAME && tokens.isWord(name) && tokens.isMark(name + 1, '.')) {
            name += 2;
        }
        int open = name + 1;
        if (name < at + 3 || !tokens.isMark(open, '(')) {
            return;
        }
        String router = tokens.text(name - 2);
        switch (tokens.text(name)) {
            case "route", "api_route" -> route(methods(open, "GET"), router, open, at);
            case "websocket", "websocket_route" -> route("WEBSOCKET", router, open, at);
            case "get", "post", "put", "patch", "delete", "head", "options" ->
                route(tokens.text(name), router, open, at);
            default -> {}
        }
    }

    private String methods(int open, String otherwise) {
        int at = Calls.argument(tokens, open, "methods");
        if (at < 0) {
            return otherwise;
        }
        return tokens.isMark(at, '[') || tokens.isMark(at, '(') || tokens.isMark(at, '{')
                ? Calls.strings(tokens, at)
                : "";
    }

    private void route(String methods, String router, int open, int at) {
        int path = tokens.isWord(open + 1) && tokens.isMark(open + 2, '=') ? open + 3 : open + 1;
        boolean stated = tokens.isValue(path) && (tokens.isMark(path + 1, ',') || tokens.isMark(path + 1, ')'));
        if (stated && (tokens.text(path).isEmpty() || tokens.text(path).startsWith("/"))) {
            String all = methods.isEmpty() ? methods(open, "") : methods;
            prefixes.getOrDefault(router, Optional.of(""))
                    .ifPresent(prefix -> found.route(all, prefix, tokens.text(path), tokens.line(at)));
        }
    }

    /** What is included has routes of its own. */
    private void django(int at) {
        int view = at + 4;
        boolean included = tokens.isWord(view, "include") || tokens.isWord(view + 2, "include");
        if (!included && tokens.isValue(at + 2)) {
            found.route("", "", tokens.text(at + 2).replaceAll("^\\^|\\$$", ""), tokens.line(at));
        }
    }
}
