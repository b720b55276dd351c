package dev.caffeinecode.code.slices;

import dev.caffeinecode.code.Docstring;
import dev.caffeinecode.code.LineRange;
import dev.caffeinecode.code.Symbol;
import dev.caffeinecode.code.text.TextLines;

import java.util.ArrayList;
import java.util.List;

/** Which lines of a file say what a symbol is: its declaration and what its authors say of it. */
final class Outline {
    /** A declaration that goes on further is cut. */
    private static final int MAX_DECLARATION_LINES = 12;

    private final TextLines lines;

    Outline(TextLines lines) {
        this.lines = lines;
    }

    /** Returns the declaration and the first sentence of the docstring. */
    List<LineRange> brief(Symbol symbol) {
        List<LineRange> brief = new ArrayList<>();
        add(brief, symbol.lines().first(), declarationEnd(symbol));
        Docstring doc = symbol.docstring();
        if (doc != null) {
            add(brief, doc.lines().first(), end(doc.lines(), letters(doc.summary())));
        }
        return brief;
    }

    /** Returns the declaration and the docstring. */
    List<LineRange> whole(Symbol symbol) {
        List<LineRange> whole = new ArrayList<>();
        add(whole, symbol.lines().first(), declarationEnd(symbol));
        Docstring doc = symbol.docstring();
        if (doc != null) {
            add(whole, doc.lines().first(), doc.lines().last());
        }
        return whole;
    }

    /** Returns all of a symbol. */
    List<LineRange> body(Symbol symbol) {
        List<LineRange> body = whole(symbol);
        add(body, symbol.lines().first(), symbol.lines().last());
        return body;
    }

    /** Attributes stand before what the signature says, so that all of it must be met, in order, among other things. */
    private int declarationEnd(Symbol symbol) {
        String signature = letters(symbol.signature());
        int last = Math.min(symbol.lines().last(), symbol.lines().first() + MAX_DECLARATION_LINES - 1);
        int met = 0;
        for (int number = symbol.lines().first(); number <= Math.min(last, lines.count()); number++) {
            String line = lines.line(number);
            for (int i = 0; i < line.length() && met < signature.length(); i++) {
                if (line.charAt(i) == signature.charAt(met)) {
                    met++;
                }
            }
            if (met == signature.length()) {
                return number;
            }
        }
        // The signature is not what stands there: the module of a file has one that is made up.
        return symbol.lines().first();
    }

    /** Returns the line at which so many letters have been seen. */
    private int end(LineRange range, String text) {
        int left = text.length();
        for (int number = range.first(); number <= Math.min(range.last(), lines.count()); number++) {
            left -= letters(lines.line(number)).length();
            if (left <= 0) {
                return number;
            }
        }
        return range.last();
    }

    private static String letters(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        text.chars().filter(Character::isLetterOrDigit).forEach(letter -> letters.append((char) letter));
        return letters.toString();
    }

    /** Adds what of some lines the file has. */
    private void add(List<LineRange> ranges, int first, int last) {
        int end = Math.min(last, lines.count());
        if (first <= end) {
            ranges.add(new LineRange(first, end));
        }
    }
}
