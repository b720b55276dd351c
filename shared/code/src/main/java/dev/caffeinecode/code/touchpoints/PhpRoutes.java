package dev.caffeinecode.code.touchpoints;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Routes of Laravel, with the prefixes of groups, and of Slim. */
final class PhpRoutes {
    private static final Shape FACADE = Shape.of("Route::*(\"\"");
    private static final Shape MATCH = Shape.of("Route::match([");
    private static final Shape GROUP = Shape.of("Route::*(");
    private static final Shape SLIM = Shape.of("$app|$group|$router->get|post|put|patch|delete|options|any(\"\",");
    private static final int MAX_PREFIX = 400;

    private final Tokens tokens;
    private final Found found;
    private final Deque<Group> groups = new ArrayDeque<>();

    /** @param known whether the prefix is a string */
    private record Group(int end, String prefix, boolean known) {}

    private PhpRoutes(Tokens tokens, Found found) {
        this.tokens = tokens;
        this.found = found;
    }

    static void read(Tokens tokens, Found found) {
        new PhpRoutes(tokens, found).read();
    }

    private void read() {
        for (int at = 0; at < tokens.size(); at++) {
            while (!groups.isEmpty() && groups.element().end() < at) {
                groups.pop();
            }
            if (MATCH.fits(tokens, at)) {
                int list = at + 5;
                int path = tokens.partner(list) + 2;
                if (tokens.isValue(path)) {
                    route(Calls.strings(tokens, list), path, at);
                }
            } else if (FACADE.fits(tokens, at) && tokens.isMark(at + 6, ',')) {
                facade(at);
            }
            if (GROUP.fits(tokens, at)) {
                group(at);
            } else if (SLIM.fits(tokens, at) && Calls.isPath(tokens, at + 5) && groups.isEmpty()) {
                found.route(Calls.method(tokens.text(at + 3)), "", tokens.text(at + 5), tokens.line(at));
            }
        }
    }

    private void facade(int at) {
        String name = tokens.text(at + 3);
        String method = Calls.method(name);
        if (!tokens.isValue(at + 5)) {
            return;
        }
        if (!method.isEmpty()) {
            route(method, at + 5, at);
        } else if (name.equals("resource") || name.equals("apiResource")) {
            route("RESOURCES", at + 5, at);
        } else if (name.equals("view") || name.equals("redirect")) {
            route("GET", at + 5, at);
        }
    }

    private void route(String methods, int path, int at) {
        Group group = groups.peek();
        if (group == null || group.known()) {
            String prefix = group == null ? "" : group.prefix();
            found.route(methods, prefix, tokens.text(path), tokens.line(at));
        }
    }

    /** {@code Route::prefix('admin')->group(function () {})}, {@code Route::group(['prefix' => 'admin'], ...)}. */
    private void group(int at) {
        int open = at + 4;
        Group outer = groups.peek();
        String prefix = outer == null ? "" : outer.prefix();
        boolean known = outer == null || outer.known();
        List<Calls.Link> links = Calls.chain(tokens, open);
        int group = tokens.isWord(at + 3, "group") ? open : -1;
        if (tokens.isWord(at + 3, "prefix")) {
            known &= tokens.isValue(open + 1);
            prefix += "/" + tokens.text(open + 1);
        }
        for (Calls.Link link : links) {
            if (link.name().equals("prefix")) {
                known &= tokens.isValue(link.open() + 1);
                prefix += "/" + tokens.text(link.open() + 1);
            } else if (link.name().equals("group")) {
                group = link.open();
            }
        }
        if (group > 0) {
            int option = option(group);
            known &= option < 0 || tokens.isValue(option);
            prefix += option < 0 ? "" : "/" + tokens.text(option);
            boolean bounded = prefix.length() <= MAX_PREFIX;
            groups.push(new Group(tokens.partner(group), bounded ? prefix : "", known && bounded));
        }
    }

    /** Returns the index of the prefix in the options of a group; -1 without it. */
    private int option(int group) {
        int end = tokens.isMark(group + 1, '[') ? Math.min(tokens.partner(group + 1), group + MAX_PREFIX) : group;
        for (int i = group + 2; i < end; i++) {
            if (tokens.isString(i) && tokens.text(i).equals("prefix") && tokens.isMark(i + 1, '=')) {
                return i + 3;
            }
        }
        return -1;
    }
}
