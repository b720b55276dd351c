package dev.caffeinecode.code.touchpoints;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Pattern;

/** Routes of Sinatra and of the routes files of Rails, where blocks put prefixes before what is in them. */
final class RubyRoutes {
    private static final Pattern RAILS = Pattern.compile("(?:^|/)config/routes(?:\\.rb$|/.*\\.rb$)");
    private static final Set<String> OPENS = Set.of("if", "unless", "case", "begin", "def", "class", "module", "while");
    private static final Shape ANONYMOUS = Shape.of("do");

    /** Tokens from a route's name to the end of its line. */
    private static final int MAX_LINE = 200;

    private final Tokens tokens;
    private final Found found;

    /** The prefix in each block that is open; empty in one where it is not known. */
    private final Deque<Block> blocks = new ArrayDeque<>();

    private record Block(@Nullable String prefix) {}

    private RubyRoutes(Tokens tokens, Found found) {
        this.tokens = tokens;
        this.found = found;
    }

    static void read(Tokens tokens, Found found) {
        RubyRoutes routes = new RubyRoutes(tokens, found);
        if (RAILS.matcher(found.path()).find()) {
            routes.rails();
        } else if (tokens.mentions("sinatra") || tokens.mentions("Sinatra")) {
            routes.sinatra();
        }
    }

    private void sinatra() {
        for (int at = 0; at < tokens.size(); at++) {
            boolean verb = tokens.beginsLine(at) && tokens.isWord(at) && Calls.isMethod(tokens.text(at));
            boolean handled =
                    ANONYMOUS.fits(tokens, at + 2) || tokens.isMark(at + 2, '{') || tokens.isMark(at + 2, ',');
            if (verb && handled && Calls.isPath(tokens, at + 1)) {
                found.route(tokens.text(at), "", tokens.text(at + 1), tokens.line(at));
            }
        }
    }

    private void rails() {
        for (int at = 0; at < tokens.size(); at++) {
            if (tokens.beginsLine(at)) {
                statement(at);
            } else if (tokens.isWord(at, "do")) {
                open(prefix(beginning(at)));
            }
            if (tokens.isWord(at, "end")) {
                blocks.poll();
            }
        }
    }

    private void open(@Nullable String prefix) {
        boolean known = prefix != null && prefix.length() < Found.MAX_NAME_CHARACTERS;
        blocks.push(new Block(known ? prefix : null));
    }

    private int beginning(int at) {
        int first = at;
        while (first > 0 && at - first < MAX_LINE && !tokens.beginsLine(first)) {
            first--;
        }
        return first;
    }

    private @Nullable String outer() {
        Block block = blocks.peek();
        return block == null ? "" : block.prefix();
    }

    /** Returns the prefix in the block that a statement opens. */
    private @Nullable String prefix(int at) {
        String outer = outer();
        String name = name(at + 1);
        int path = option(at, "path");
        if (path > 0) {
            name = tokens.isValue(path) ? tokens.text(path) : "";
        }
        if (outer == null) {
            return null;
        }
        return switch (tokens.text(at)) {
            case "namespace", "resource" -> name.isEmpty() ? null : outer + "/" + name;
            case "resources" -> name.isEmpty() ? null : outer + "/" + name + "/:" + singular(name) + "_id";
            case "scope" -> name.isEmpty() && !tokens.isWord(at + 1) ? null : outer + "/" + name;
            case "concern" -> null;
            case "member" -> outer.replaceAll(":\\w+_id$", ":id");
            case "collection" -> outer.replaceAll("/:\\w+_id$", "");
            default -> outer;
        };
    }

    private static String singular(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        return last.endsWith("ies")
                ? last.substring(0, last.length() - 3) + "y"
                : last.endsWith("s") ? last.substring(0, last.length() - 1) : last;
    }

    /** Returns what a string or symbol at an index says; nothing if it is none. */
    private String name(int at) {
        int value = tokens.isMark(at, '(') ? at + 1 : at;
        if (tokens.isMark(value, ':') && tokens.isWord(value + 1)) {
            return tokens.text(value + 1);
        }
        return tokens.isValue(value) ? tokens.text(value) : "";
    }

    /** Returns the index of the value of an option of the statement that begins at an index; -1 without it. */
    private int option(int at, String name) {
        for (int i = at + 1; i < at + MAX_LINE && i < tokens.size() && !tokens.beginsLine(i); i++) {
            if (tokens.isWord(i, name) && tokens.isMark(i + 1, ':')) {
                return i + 2;
            }
        }
        return -1;
    }

    private void statement(int at) {
        String word = tokens.text(at);
        if (OPENS.contains(word)) {
            open(outer());
            return;
        }
        String outer = outer();
        String name = name(at + 1);
        if (outer == null || name.isEmpty()) {
            return;
        }
        boolean controller = option(at, "controller") > 0 || option(at, "path") > 0;
        if (Calls.isMethod(word)) {
            found.route(word, outer, name.replace("(.:format)", ""), tokens.line(at));
        } else if (word.equals("match")) {
            int via = option(at, "via");
            found.route(via < 0 ? "" : methods(via), outer, name, tokens.line(at));
        } else if ((word.equals("resources") || word.equals("resource")) && !controller) {
            found.route("RESOURCES", outer, name, tokens.line(at));
        }
    }

    private String methods(int via) {
        StringBuilder methods = new StringBuilder();
        int end = tokens.isMark(via, '[') ? Math.min(tokens.partner(via), via + MAX_LINE) : via + 2;
        for (int i = via; i < end; i++) {
            if (tokens.isWord(i)) {
                methods.append(Calls.method(tokens.text(i))).append(' ');
            }
        }
        return methods.toString();
    }
}
