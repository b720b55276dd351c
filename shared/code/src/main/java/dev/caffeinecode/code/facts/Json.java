package dev.caffeinecode.code.facts;

import dev.caffeinecode.code.facts.JsonValue.JsonArray;
import dev.caffeinecode.code.facts.JsonValue.JsonLiteral;
import dev.caffeinecode.code.facts.JsonValue.JsonObject;
import dev.caffeinecode.code.facts.JsonValue.JsonString;
import dev.caffeinecode.code.facts.JsonValue.Member;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads JSON (RFC 8259) as people write it in settings: with comments and commas too many. Keeps line numbers, which is
 * why no library does it.
 */
public final class Json {
    /** Settings that people write nest less deep. */
    private static final int MAX_DEPTH = 60;

    private final String text;
    private int at;
    private int line = 1;
    private boolean broken;

    private Json(String text) {
        this.text = text;
    }

    /** Reads a text; empty if it is not JSON. */
    public static Optional<JsonValue> parse(String text) {
        Json json = new Json(text);
        JsonValue value = json.value(0);
        return json.broken ? Optional.empty() : Optional.of(value);
    }

    private JsonValue value(int depth) {
        skipBlank();
        int start = line;
        if (broken || at >= text.length() || depth > MAX_DEPTH) {
            broken = true;
            return new JsonLiteral("", start);
        }
        return switch (text.charAt(at)) {
            case '{' -> new JsonObject(members(depth), start);
            case '[' -> new JsonArray(values(depth), start);
            case '"' -> new JsonString(string(), start);
            default -> new JsonLiteral(literal(), start);
        };
    }

    private List<Member> members(int depth) {
        List<Member> members = new ArrayList<>();
        at++;
        while (!broken && !ends('}')) {
            if (text.charAt(at) != '"') {
                broken = true;
                return members;
            }
            String name = string();
            skipBlank();
            broken |= at >= text.length() || text.charAt(at) != ':';
            at++;
            members.add(new Member(name, value(depth + 1)));
        }
        return members;
    }

    private List<JsonValue> values(int depth) {
        List<JsonValue> values = new ArrayList<>();
        at++;
        while (!broken && !ends(']')) {
            values.add(value(depth + 1));
        }
        return values;
    }

    /** Passes commas; returns whether the object or array ends here. */
    private boolean ends(char close) {
        skipBlank();
        while (at < text.length() && text.charAt(at) == ',') {
            at++;
            skipBlank();
        }
        if (at >= text.length()) {
            broken = true;
            return true;
        }
        if (text.charAt(at) == close) {
            at++;
            return true;
        }
        return false;
    }

    private String string() {
        StringBuilder value = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\n') {
            char c = text.charAt(at++);
            value.append(c == '\\' && at < text.length() ? escaped() : String.valueOf(c));
        }
        broken |= at >= text.length() || text.charAt(at) == '\n';
        at++;
        return value.toString();
    }

    private String escaped() {
        char c = text.charAt(at++);
        return switch (c) {
            case 'n' -> "\n";
            case 't' -> "\t";
            case 'r', 'b', 'f' -> " ";
            case 'u' -> unicode();
            default -> String.valueOf(c);
        };
    }

    private String unicode() {
        if (at + 4 > text.length() || !text.substring(at, at + 4).matches("[0-9a-fA-F]{4}")) {
            broken = true;
            return "";
        }
        char value = (char) Integer.parseInt(text.substring(at, at + 4), 16);
        at += 4;
        return value == 0 ? "\uFFFD" : String.valueOf(value);
    }

    private String literal() {
        int start = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "+-.".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        broken |= at == start;
        return text.substring(start, at);
    }

    private void skipBlank() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n') {
                line++;
                at++;
            } else if (Character.isWhitespace(c) || c == '\uFEFF') {
                at++;
            } else if (text.startsWith("//", at)) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (text.startsWith("/*", at)) {
                skipBlockComment();
            } else {
                return;
            }
        }
    }

    private void skipBlockComment() {
        int end = text.indexOf("*/", at);
        int to = end < 0 ? text.length() : end + 2;
        line += (int) text.substring(at, to).chars().filter(c -> c == '\n').count();
        at = to;
    }
}
