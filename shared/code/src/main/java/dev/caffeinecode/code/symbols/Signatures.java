package dev.caffeinecode.code.symbols;

import dev.caffeinecode.code.secret.SecretMask;
import dev.caffeinecode.code.symbols.RuleBook.Trait;
import dev.caffeinecode.code.treesitter.SyntaxCursor;
import dev.caffeinecode.code.treesitter.SyntaxNode;

/** Writes declarations on one line. */
final class Signatures {
    static final int MAX_CHARACTERS = 300;

    /** A value longer than this is left out of the signature of what holds it. */
    private static final int MAX_VALUE_CHARACTERS = 120;

    private static final int MAX_BYTES = 4_000;
    private static final int MAX_DEPTH = 4;

    private Signatures() {}

    /** Writes what stands between two offsets in or before a node, without comments and attributes. */
    static String of(SourceText source, RuleBook.Table table, SyntaxNode node, int start, int end) {
        int to = Math.min(end, start + MAX_BYTES);
        StringBuilder text = new StringBuilder();
        int from = start;
        if (source.containsAny(start, to, "@#[/")) {
            from = copyBetween(source, table, new SyntaxCursor(node), start, to, text);
        }
        if (from < to) {
            text.append(source.text(from, end, to - from));
        }
        return tidy(text.toString(), end > to);
    }

    /** Copies the text up to the last comment or attribute, without any of them; returns where that one ends. */
    private static int copyBetween(
            SourceText source, RuleBook.Table table, SyntaxCursor cursor, int start, int end, StringBuilder copy) {
        int from = start;
        int depth = 0;
        while (true) {
            int kind = cursor.kind();
            boolean left = table.is(kind, Trait.COMMENT) || table.is(kind, Trait.ATTRIBUTE);
            if (left && cursor.startByte() >= from && cursor.endByte() <= end) {
                copy.append(source.text(from, cursor.startByte())).append(' ');
                from = cursor.endByte();
            } else if (depth < MAX_DEPTH && cursor.startByte() < end && cursor.toFirstChild()) {
                depth++;
                continue;
            }
            while (cursor.startByte() >= end || !cursor.toNextSibling()) {
                if (!cursor.toParent()) {
                    return from;
                }
                depth--;
            }
        }
    }

    static String tidy(String text, boolean cut) {
        StringBuilder line = new StringBuilder(Math.min(text.length(), MAX_BYTES));
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c)) {
                space = true;
                continue;
            }
            if ((c == ')' || c == ']') && !line.isEmpty() && line.charAt(line.length() - 1) == ',') {
                line.setLength(line.length() - 1);
            }
            if (space && !line.isEmpty() && !isGlued(line.charAt(line.length() - 1), c)) {
                line.append(' ');
            }
            line.append(c);
            space = false;
        }
        trimEnd(line);
        return line.length() > MAX_CHARACTERS || cut ? shortened(line.toString()) : line.toString();
    }

    /** Half a credential is none that anybody could find and mask later. */
    private static String shortened(String line) {
        String masked = SecretMask.mask(line).text();
        int end = Math.min(masked.length(), MAX_CHARACTERS - 1);
        boolean splitsPair = end > 0 && Character.isHighSurrogate(masked.charAt(end - 1));
        return masked.substring(0, splitsPair ? end - 1 : end) + "…";
    }

    /** Takes off what would come before a body or value. */
    private static void trimEnd(StringBuilder line) {
        int end = line.length();
        while (end > 0) {
            char last = line.charAt(end - 1);
            if (" {:=;,".indexOf(last) >= 0) {
                end--;
            } else if (last == '>' && end > 1 && line.charAt(end - 2) == '=') {
                end -= 2;
            } else {
                break;
            }
        }
        line.setLength(end);
    }

    /** Returns whether no space belongs between two characters. */
    private static boolean isGlued(char before, char after) {
        return before == '(' || before == '[' || after == ')' || after == ']' || after == ',' || after == ';';
    }

    /** Leaves out a long value: {@code int[] TABLE = …}. */
    static String withoutLongValue(String signature) {
        int value = signature.indexOf(" = ");
        return signature.length() > MAX_VALUE_CHARACTERS && value > 0
                ? signature.substring(0, value) + " = …"
                : signature;
    }
}
