package dev.caffeinecode.code.touchpoints;

import java.util.ArrayList;
import java.util.List;

/**
 * A short row of tokens to look for. It is written as code is: {@code os.getenv("")} stands for these words and marks
 * and any string, {@code get|post} for either word, {@code *} for any word,
 * {@code ~} for white space between words.
 */
final class Shape {
    private static final String ANY = "*";

    /** One token: words of which one must be there; a mark if there are none, where a quote is a string. */
    private record Element(List<String> words, char mark) {
        boolean fits(Tokens tokens, int at) {
            if (words.isEmpty()) {
                return mark == '"' ? tokens.isString(at) : tokens.isMark(at, mark);
            }
            for (String word : words) {
                if (word.equals(ANY) ? tokens.isWord(at) : tokens.isWord(at, word)) {
                    return true;
                }
            }
            return false;
        }
    }

    private final List<Element> elements;
    private final int name;

    private Shape(List<Element> elements, int name) {
        this.elements = elements;
        this.name = name;
    }

    /** Reads shapes, separated by white space. */
    static List<Shape> all(String shapes) {
        return List.of(shapes.strip().split("\\s+")).stream().map(Shape::of).toList();
    }

    static Shape of(String code) {
        List<Element> elements = new ArrayList<>();
        int name = -1;
        int at = 0;
        while (at < code.length()) {
            int end = at;
            while (end < code.length() && isWordPart(code.charAt(end))) {
                end++;
            }
            if (end > at) {
                List<String> words = List.of(code.substring(at, end).split("\\|"));
                name = words.contains(ANY) ? elements.size() : name;
                elements.add(new Element(words, '\0'));
                at = end;
            } else if (code.charAt(at) == '~') {
                at++;
            } else {
                boolean string = code.startsWith("\"\"", at);
                name = string ? elements.size() : name;
                elements.add(new Element(List.of(), code.charAt(at)));
                at += string ? 2 : 1;
            }
        }
        return new Shape(List.copyOf(elements), name);
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c == '|' || c == '*';
    }

    boolean fits(Tokens tokens, int at) {
        for (int i = 0; i < elements.size(); i++) {
            if (!elements.get(i).fits(tokens, at + i)) {
                return false;
            }
        }
        return true;
    }

    /** Returns the index of the last string, or word that may be any, when the shape begins at an index. */
    int name(int at) {
        return at + name;
    }

    /** Returns the index after the shape. */
    int end(int at) {
        return at + elements.size();
    }
}
