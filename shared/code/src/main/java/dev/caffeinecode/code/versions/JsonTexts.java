package dev.caffeinecode.code.versions;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Hands over the strings of a JSON text (RFC 8259) one by one with the names that lead to them, without keeping the
 * text's tree: lock files have tens of megabytes. What is nested too deep ends the reading, and so does what is no JSON.
 */
final class JsonTexts {
    private static final int MAX_DEPTH = 100;
    private static final int MAX_TEXT_BYTES = 4_000;

    /** Is told of a string. */
    @FunctionalInterface
    interface Listener {
        /**
         * @param path the names of the members, and the places in arrays, from the outside inwards; valid for the call
         */
        void text(List<String> path, String text);
    }

    private final byte[] json;
    private final Listener listener;
    private final List<String> path = new ArrayList<>();
    /** Of each open object -1, of each open array the place of its next value. */
    private final int[] places = new int[MAX_DEPTH];

    private int at;

    private JsonTexts(byte[] json, Listener listener) {
        this.json = json;
        this.listener = listener;
    }

    static void read(byte[] json, Listener listener) {
        new JsonTexts(json, listener).read();
    }

    /** Passes from value to value; nothing calls itself, so that depth costs nothing. */
    private void read() {
        int depth = 0;
        boolean named = false;
        while (at < json.length) {
            byte next = json[at];
            switch (next) {
                case '{', '[' -> {
                    if (depth == MAX_DEPTH) {
                        return;
                    }
                    enter(depth, named);
                    places[depth++] = next == '[' ? 0 : -1;
                    named = false;
                    at++;
                }
                case '}', ']' -> {
                    if (depth == 0) {
                        return;
                    }
                    depth--;
                    named = false;
                    leave(depth);
                    at++;
                }
                case '"' -> {
                    String text = string();
                    boolean name = depth > 0 && places[depth - 1] < 0 && !named;
                    if (name) {
                        path.add(text);
                        named = true;
                    } else {
                        enter(depth, named);
                        listener.text(Collections.unmodifiableList(path), text);
                        leave(depth);
                        named = false;
                    }
                }
                case ',' -> {
                    if (named) {
                        leave(depth); // a number, true, false or null
                        named = false;
                    }
                    at++;
                }
                default -> at++;
            }
            if (named && depth > 0 && at < json.length && (json[at] == '}' || json[at] == ']')) {
                leave(depth); // the same before the end
                named = false;
            }
        }
    }

    /** A value of an array is called by its place. */
    private void enter(int depth, boolean named) {
        if (depth > 0 && places[depth - 1] >= 0) {
            path.add(String.valueOf(places[depth - 1]++));
        } else if (depth > 0 && !named) {
            path.add("");
        }
    }

    private void leave(int depth) {
        if (depth > 0 && !path.isEmpty()) {
            path.removeLast();
        }
    }

    private String string() {
        int start = ++at;
        boolean escaped = false;
        while (at < json.length && json[at] != '"') {
            boolean escape = json[at] == '\\';
            escaped |= escape;
            at += escape ? 2 : 1;
        }
        int end = Math.min(Math.min(at, json.length), start + MAX_TEXT_BYTES);
        at++;
        String text = new String(json, Math.min(start, end), end - Math.min(start, end), StandardCharsets.UTF_8);
        return escaped ? text.replace("\\/", "/").replace("\\u003e", ">").replace("\\u003c", "<") : text;
    }
}
