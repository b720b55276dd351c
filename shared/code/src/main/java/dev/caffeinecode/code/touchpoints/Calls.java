package dev.caffeinecode.code.touchpoints;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Questions about calls that readers of all languages ask. */
final class Calls {
    /** Links of one chain of calls. */
    private static final int MAX_LINKS = 50;

    /** Tokens of the arguments that are looked at. */
    private static final int MAX_ARGUMENTS = 400;

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete", "head", "options");

    private Calls() {}

    /** Returns whether a word is the name of an HTTP method in small letters. */
    static boolean isMethod(String word) {
        return METHODS.contains(word);
    }

    /** Returns the HTTP method that a word names in whatever case; empty for another word, {@code ANY} for any and all. */
    static String method(String word) {
        String small = word.toLowerCase(Locale.ROOT);
        if (small.equals("any") || small.equals("all")) {
            return "ANY";
        }
        return METHODS.contains(small) ? small.toUpperCase(Locale.ROOT) : "";
    }

    /** Returns whether a value that is a path stands at an index: it begins with a slash. */
    static boolean isPath(Tokens tokens, int at) {
        return tokens.isValue(at) && tokens.text(at).startsWith("/");
    }

    /** Returns the index of the value of a named argument; -1 if a call, whose bracket opens at an index, has none. */
    static int argument(Tokens tokens, int open, String name) {
        int close = Math.min(Math.min(tokens.partner(open), open + MAX_ARGUMENTS), tokens.size());
        int at = open + 1;
        while (at < close) {
            if (tokens.isWord(at, name) && (tokens.isMark(at + 1, '=') || tokens.isMark(at + 1, ':'))) {
                return at + 2;
            }
            boolean opens = tokens.isMark(at, '(') || tokens.isMark(at, '[');
            at = opens ? Math.max(at, tokens.partner(at)) + 1 : at + 1;
        }
        return -1;
    }

    /** Returns the strings of a list whose bracket opens at an index, joined by blanks; the string if there is but one. */
    static String strings(Tokens tokens, int at) {
        if (tokens.isString(at)) {
            return tokens.text(at);
        }
        List<String> strings = new ArrayList<>();
        int close = Math.min(tokens.partner(at), at + MAX_ARGUMENTS);
        for (int i = at + 1; i < close; i++) {
            if (tokens.isString(i)) {
                strings.add(tokens.text(i));
            }
        }
        return String.join(" ", strings);
    }

    /** One call of a chain: its name, and its opening bracket. */
    record Link(String name, int open) {}

    /** Returns the calls that follow the one whose bracket opens at an index: {@code .get(handler).post(other)}. */
    static List<Link> chain(Tokens tokens, int open) {
        List<Link> links = new ArrayList<>();
        int at = tokens.partner(open) + 1;
        while (links.size() < MAX_LINKS) {
            int dot = tokens.isMark(at, '-') && tokens.isMark(at + 1, '>') ? at + 1 : at;
            boolean link = tokens.isMark(dot, '.') || dot > at;
            if (!link || !tokens.isWord(dot + 1) || !tokens.isMark(dot + 2, '(')) {
                break;
            }
            links.add(new Link(tokens.text(dot + 1), dot + 2));
            at = tokens.partner(dot + 2) + 1;
        }
        return links;
    }
}
