package dev.caffeinecode.code.touchpoints;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Goes through the annotated types and members of a file, in languages that write blocks in braces. */
final class Declarations {
    private static final Set<String> TYPES =
            Set.of("class", "interface", "record", "object", "struct", "enum", "trait");
    private static final Set<String> CONSTANT = Set.of("final", "const", "val");
    private static final int CONSTANT_TOKENS = 6;

    /** Tokens between the keyword of a type and its body. */
    private static final int MAX_HEAD = 300;

    /** Hears of each annotated declaration, types before their members. */
    interface Listener {
        void type(TypeHead type);

        /** @param type what it is a member of; null for a member of none */
        void member(List<Annotation> annotations, String name, @Nullable TypeHead type);
    }

    /** A type, with or without annotations. */
    record TypeHead(String name, List<Annotation> annotations, int end) {
        boolean has(String... names) {
            return annotations.stream().anyMatch(each -> each.is(names));
        }
    }

    private final Tokens tokens;
    private final Listener listener;
    private final Map<String, String> constants;
    private final Deque<TypeHead> open = new ArrayDeque<>();
    private List<Annotation> pending = new ArrayList<>();

    private Declarations(Tokens tokens, Listener listener) {
        this.tokens = tokens;
        this.listener = listener;
        this.constants = constants(tokens);
    }

    static void read(Tokens tokens, Listener listener) {
        new Declarations(tokens, listener).read();
    }

    /** Strings that the file gives a name for good, unless it gives the same name to several. */
    static Map<String, String> constants(Tokens tokens) {
        Map<String, String> constants = new HashMap<>();
        Set<String> several = new HashSet<>();
        for (int at = 1; at + 1 < tokens.size(); at++) {
            if (tokens.isMark(at, '=') && tokens.isWord(at - 1) && tokens.isValue(at + 1) && isConstant(tokens, at)) {
                String name = tokens.text(at - 1);
                if (constants.put(name, tokens.text(at + 1)) != null) {
                    several.add(name);
                }
            }
        }
        constants.keySet().removeAll(several);
        return constants;
    }

    private static boolean isConstant(Tokens tokens, int at) {
        for (int i = at - 2; i >= Math.max(0, at - CONSTANT_TOKENS); i--) {
            if (CONSTANT.contains(tokens.text(i)) && tokens.isWord(i)) {
                return true;
            }
        }
        return false;
    }

    private void read() {
        int at = 0;
        while (at < tokens.size()) {
            while (!open.isEmpty() && open.element().end() < at) {
                open.pop();
            }
            at = step(at);
        }
    }

    private int step(int at) {
        if (tokens.isMark(at, '@') && tokens.isWord(at + 1) && !tokens.isWord(at + 1, "interface")) {
            return annotation(at + 1);
        }
        if (tokens.isMark(at, '[') && isAttribute(at)) {
            return attributes(at);
        }
        if (tokens.isWord(at) && TYPES.contains(tokens.text(at)) && tokens.isWord(at + 1) && !isMember(at)) {
            type(at);
        } else if (!pending.isEmpty() && endsHead(at)) {
            List<Annotation> of = pending;
            pending = new ArrayList<>();
            if (!tokens.isMark(at, ')')) {
                listener.member(of, tokens.text(at - 1), open.peek());
            }
        }
        return at + 1;
    }

    private boolean isMember(int at) {
        return tokens.isMark(at - 1, '.') || tokens.isMark(at - 1, ':');
    }

    /** What comes after the head of a member, or after the parameters in which the annotations are. */
    private boolean endsHead(int at) {
        return tokens.isMark(at, '(')
                || tokens.isMark(at, '{')
                || tokens.isMark(at, ';')
                || tokens.isMark(at, '=')
                || tokens.isMark(at, ')');
    }

    /** Reads one whose name begins at an index; returns the index behind it. */
    private int annotation(int from) {
        int at = from;
        while (tokens.isWord(at)
                && (tokens.isMark(at + 1, '.') || tokens.isMark(at + 1, ':') || tokens.isMark(at + 1, '\\'))
                && tokens.isWord(at + 2)) {
            at += 2;
        }
        int open = at + 1;
        int close = tokens.isMark(open, '(') && tokens.partner(open) > open ? tokens.partner(open) : open;
        pending.add(new Annotation(tokens, tokens.text(at), tokens.line(from), open, close, constants));
        return close > open ? close + 1 : open;
    }

    /** C#'s and PHP's brackets, before a declaration. */
    private boolean isAttribute(int at) {
        boolean php = tokens.isMark(at - 1, '#');
        boolean name = tokens.isWord(at + 1)
                && Character.isUpperCase(tokens.text(at + 1).charAt(0));
        return (php || tokens.beginsLine(at)) && (name || tokens.isMark(at + 1, '\\')) && tokens.partner(at) > at + 1;
    }

    private int attributes(int at) {
        int end = Math.min(tokens.partner(at), tokens.size());
        int next = at + 1;
        while (next < end) {
            int name = tokens.isMark(next, '\\') ? next + 1 : next;
            next = tokens.isWord(name) ? annotation(name) : name;
            while (next < end && !tokens.isMark(next, ',')) {
                next++;
            }
            next++;
        }
        return end + 1;
    }

    private void type(int at) {
        int body = at + 2;
        int limit = Math.min(tokens.size(), at + MAX_HEAD);
        while (body < limit && !tokens.isMark(body, '{') && !tokens.isMark(body, ';')) {
            boolean passed = tokens.isMark(body, '(') && tokens.partner(body) > body;
            body = passed ? tokens.partner(body) + 1 : body + 1;
        }
        int end = tokens.isMark(body, '{') ? tokens.partner(body) : body;
        TypeHead type = new TypeHead(tokens.text(at + 1), List.copyOf(pending), end);
        pending = new ArrayList<>();
        open.push(type);
        listener.type(type);
    }
}
