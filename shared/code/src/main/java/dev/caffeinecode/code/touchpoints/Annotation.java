package dev.caffeinecode.code.touchpoints;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An annotation, attribute or decorator of a declaration.
 *
 * @param name the last part of its name
 * @param open index of the bracket before its arguments; equal to {@code close} without any
 * @param close index of the bracket behind them
 * @param constants strings that the file gives names
 */
record Annotation(Tokens tokens, String name, int line, int open, int close, Map<String, String> constants) {
    /** Words that only build a list. */
    private static final Set<String> LISTS = Set.of("arrayOf", "listOf", "array", "Array", "new", "string");

    /** Strings of an argument, and whether something else stands in it whose value is not known. */
    record Strings(List<String> values, boolean unknown) {
        private static final Strings NONE = new Strings(List.of(), false);

        boolean isEmpty() {
            return values.isEmpty();
        }
    }

    boolean is(String... names) {
        return List.of(names).contains(name);
    }

    boolean hasArguments() {
        return close > open + 1;
    }

    /** Returns the strings of the first argument that is there: one without a name, or one of these names. */
    Strings strings(String... names) {
        int at = open + 1;
        while (at < close) {
            int end = endOfArgument(at);
            boolean named = tokens.isWord(at) && (tokens.isMark(at + 1, '=') || tokens.isMark(at + 1, ':'));
            boolean positional = at == open + 1 && (!named || tokens.isMark(at + 2, ':'));
            boolean wanted = positional || (named && List.of(names).contains(tokens.text(at)));
            boolean object = at == open + 1 && tokens.isMark(at, '{') && isNamed(at + 1);
            if (object) {
                return new Annotation(tokens, name, line, at, tokens.partner(at), constants).strings(names);
            }
            if (wanted) {
                return strings(positional ? at : at + 2, end);
            }
            at = end + 1;
        }
        return Strings.NONE;
    }

    /** Returns the words of a named argument. */
    List<String> words(String argument) {
        List<String> words = new ArrayList<>();
        for (int at = open + 1; at < close; at = endOfArgument(at) + 1) {
            if (tokens.isWord(at, argument) && (tokens.isMark(at + 1, '=') || tokens.isMark(at + 1, ':'))) {
                int end = endOfArgument(at);
                for (int i = at + 2; i < end; i++) {
                    if (tokens.isWord(i) || tokens.isString(i)) {
                        words.add(tokens.text(i));
                    }
                }
            }
        }
        return words;
    }

    private boolean isNamed(int at) {
        return tokens.isWord(at) && (tokens.isMark(at + 1, ':') || tokens.isMark(at + 1, '='));
    }

    private int endOfArgument(int from) {
        int at = from;
        while (at < close && !tokens.isMark(at, ',')) {
            boolean opens = tokens.isMark(at, '(') || tokens.isMark(at, '[') || tokens.isMark(at, '{');
            at = opens ? Math.max(at, Math.min(close, tokens.partner(at))) + 1 : at + 1;
        }
        return Math.min(at, close);
    }

    private Strings strings(int from, int to) {
        List<String> values = new ArrayList<>();
        boolean unknown = false;
        for (int i = from; i < to; i++) {
            if (tokens.isString(i)) {
                unknown |= !tokens.isValue(i);
                values.add(tokens.text(i));
            } else if (tokens.isWord(i) && !LISTS.contains(tokens.text(i)) && !tokens.isMark(i + 1, '.')) {
                String value = constants.get(tokens.text(i));
                unknown |= value == null || tokens.isMark(i + 1, '+') || tokens.isMark(i + 1, '(');
                values.add(value == null ? "" : value);
            }
        }
        return new Strings(values, unknown);
    }
}
