package dev.caffeinecode.code.schema;

import dev.caffeinecode.code.Docstring;
import dev.caffeinecode.code.LineRange;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Cuts a text into words, strings and signs, and keeps the comments above them. Takes any text, in linear time. */
final class Tokens {
    private static final int MAX_TOKENS = 1_000_000;
    private static final int MAX_DOC_CHARACTERS = 8_000;
    private static final String TRIPLE = "\"\"\"";

    private final String text;
    private final Notation notation;
    private final List<Token> tokens = new ArrayList<>();
    private final StringBuilder comment = new StringBuilder();
    private int commentFirst;
    private int commentLast = -1;
    private int at;
    private int line = 1;
    private int lastTokenLine;

    private Tokens(String text, Notation notation) {
        this.text = text;
        this.notation = notation;
    }

    static List<Token> of(String text, Notation notation) {
        return new Tokens(text, notation).read();
    }

    private List<Token> read() {
        while (at < text.length() && tokens.size() < MAX_TOKENS) {
            char c = text.charAt(at);
            Optional<String> mark = notation.lineComments().stream()
                    .filter(each -> text.startsWith(each, at))
                    .findFirst();
            if (c == '\n') {
                line++;
                at++;
            } else if (Character.isWhitespace(c)) {
                at++;
            } else if (mark.isPresent()) {
                int end = end(text.indexOf('\n', at));
                remember(text.substring(at + mark.get().length(), end), line, line);
                at = end;
            } else if (notation.blockComments() && text.startsWith("/*", at)) {
                int close = text.indexOf("*/", at + 2);
                int end = close < 0 ? text.length() : close + 2;
                int first = line;
                String body = text.substring(at + 2, Math.max(at + 2, end - 2));
                line += lineEnds(at, end);
                commentLast = -1;
                remember(body.replaceAll("(?m)^[ \\t]*\\*+ ?", ""), first, line);
                at = end;
            } else {
                add(tokenEnd(c));
            }
        }
        return tokens;
    }

    /** Line comments in a row are one. */
    private void remember(String body, int first, int last) {
        if (first == lastTokenLine) {
            return; // it speaks of what stands before it
        }
        boolean joins = commentLast == first - 1;
        if (!joins) {
            comment.setLength(0);
            commentFirst = first;
        }
        if (comment.length() < MAX_DOC_CHARACTERS) {
            String bare = body.replaceFirst("^[/#!-]+", "");
            comment.append(comment.isEmpty() ? "" : "\n").append(bare.startsWith(" ") ? bare.substring(1) : bare);
        }
        commentLast = last;
    }

    private int end(int found) {
        return found < 0 ? text.length() : found;
    }

    private int lineEnds(int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == '\n') {
                count++;
            }
        }
        return count;
    }

    private void add(int end) {
        int first = line;
        boolean leads = first != lastTokenLine;
        line += lineEnds(at, end);
        tokens.add(new Token(text.substring(at, end), at, first, line, leads ? doc(first) : null));
        lastTokenLine = line;
        at = end;
    }

    private @Nullable Docstring doc(int tokenLine) {
        boolean above = commentLast == tokenLine - 1 || commentLast == tokenLine;
        String body = comment.toString().strip();
        String lower = body.toLowerCase(Locale.ROOT);
        boolean license = commentFirst < 4 && (lower.contains("copyright") || lower.contains("licensed under"));
        return above && !body.isEmpty() && !license
                ? new Docstring(body, new LineRange(commentFirst, commentLast))
                : null;
    }

    private int tokenEnd(char c) {
        if (notation.quotes().indexOf(c) >= 0) {
            return string(c);
        }
        if (notation.heredocs() && text.startsWith("<<", at)) {
            return heredoc();
        }
        if (notation.dollars() && c == '$') {
            return dollars();
        }
        int end = at;
        while (end < text.length() && isWord(text.charAt(end))) {
            end++;
        }
        return Math.max(end, at + 1);
    }

    private boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || (c == '-' && notation.heredocs());
    }

    private int string(char quote) {
        if (notation.described() && text.startsWith(TRIPLE, at)) {
            int close = text.indexOf(TRIPLE, at + 3);
            return close < 0 ? text.length() : close + 3;
        }
        int end = at + 1;
        while (end < text.length()) {
            char c = text.charAt(end);
            if (c == '\\' && !notation.doubled()) {
                end++;
            } else if (c == quote) {
                boolean twice = notation.doubled() && end + 1 < text.length() && text.charAt(end + 1) == quote;
                if (!twice) {
                    return end + 1;
                }
                end++;
            } else if (c == '\n' && !notation.doubled()) {
                return end;
            }
            end++;
        }
        return text.length();
    }

    private int heredoc() {
        int from = at + (text.startsWith("<<-", at) || text.startsWith("<<~", at) ? 3 : 2);
        int lineEnd = end(text.indexOf('\n', from));
        String word = text.substring(from, lineEnd).strip();
        if (word.isEmpty() || !word.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_')) {
            return at + 1;
        }
        int next = lineEnd;
        while (next < text.length()) {
            int end = end(text.indexOf('\n', next + 1));
            if (text.substring(next, end).strip().equals(word)) {
                return end;
            }
            next = end;
        }
        return text.length();
    }

    /** {@code $$} or {@code $name$}, up to where the same stands again. */
    private int dollars() {
        int end = at + 1;
        while (end < text.length() && end - at < 64 && isWord(text.charAt(end))) {
            end++;
        }
        if (end >= text.length() || text.charAt(end) != '$') {
            return Math.max(end, at + 1);
        }
        String mark = text.substring(at, end + 1);
        int close = text.indexOf(mark, end + 1);
        return close < 0 ? text.length() : close + mark.length();
    }
}
