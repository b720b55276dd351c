package dev.caffeinecode.code.touchpoints;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The keys of a YAML document by their indentation, with values of one line: all that descriptions of services need.
 * Anchors, flow mappings and documents that follow the first are not followed. An item of a list is a key without name.
 */
final class YamlKeys {
    private static final int MAX_KEYS = 20_000;
    private static final int MAX_LINE = 2_000;
    private static final Pattern KEY = Pattern.compile(
            "^(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'#\\[{&*!|>%@-][^\"'#:]*+(?::[^\\s\"'#:][^\"'#:]*+)*+|-[^\\s:]+))\\s*:(?:\\s+(.*))?$");
    private static final Pattern COMMENT = Pattern.compile("(?:^|\\s)#.*$");
    private static final Pattern BLOCK = Pattern.compile("^[|>][-+\\d]*$");

    /**
     * One key.
     *
     * @param parent index of the key that it is below; -1 for none
     * @param name empty for an item of a list
     * @param value of one line, without quotes; empty for none
     * @param end index behind the last key below it
     */
    record Key(int parent, int indent, String name, String value, int line, int end) {}

    private final List<Key> keys = new ArrayList<>();
    private final List<Integer> open = new ArrayList<>();

    private YamlKeys() {}

    static YamlKeys of(String text) {
        YamlKeys yaml = new YamlKeys();
        int number = 0;
        int block = Integer.MAX_VALUE;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            int indent = indent(line);
            boolean blank = indent == line.length() || line.charAt(indent) == '#';
            if (blank || line.length() > MAX_LINE || indent > block || yaml.keys.size() >= MAX_KEYS) {
                continue;
            }
            if (line.startsWith("---") && !yaml.keys.isEmpty()) {
                yaml.closeTo(-1);
            }
            block = yaml.line(line, indent, number) ? yaml.lastIndent() : Integer.MAX_VALUE;
        }
        yaml.closeTo(-1);
        return yaml;
    }

    private static int indent(String line) {
        int indent = 0;
        while (indent < line.length() && line.charAt(indent) == ' ') {
            indent++;
        }
        return indent;
    }

    private int lastIndent() {
        return keys.getLast().indent();
    }

    /** Reads a line; returns whether lines of text follow it. */
    private boolean line(String line, int from, int number) {
        int indent = from;
        String rest = line.substring(indent).stripTrailing();
        while (rest.startsWith("- ") || rest.equals("-")) {
            add(indent, "", "", number);
            String inner = rest.substring(1).stripLeading();
            indent += rest.length() - inner.length();
            rest = inner;
        }
        Matcher key = KEY.matcher(rest);
        if (!key.matches()) {
            if (indent > from) {
                Key item = keys.getLast();
                keys.set(keys.size() - 1, new Key(item.parent(), item.indent(), "", scalar(rest), number, item.end()));
            }
            return false;
        }
        String name = group(key, 1) + group(key, 2) + group(key, 3);
        String value = scalar(group(key, 4));
        add(indent, name.strip(), value, number);
        return BLOCK.matcher(value).matches();
    }

    private static String group(Matcher matcher, int group) {
        String text = matcher.group(group);
        return text == null ? "" : text;
    }

    private static String scalar(String text) {
        String value = text.strip();
        if (value.startsWith("\"") || value.startsWith("'")) {
            int end = value.indexOf(value.charAt(0), 1);
            return end < 0 ? "" : value.substring(1, end);
        }
        return COMMENT.matcher(value).replaceAll("").strip();
    }

    private void add(int indent, String name, String value, int line) {
        // A list may stand as far left as the key that it belongs to.
        closeTo(indent - 1, name.isEmpty());
        int parent = open.isEmpty() ? -1 : open.getLast();
        open.add(keys.size());
        keys.add(new Key(parent, indent, name, value, line, keys.size() + 1));
    }

    private void closeTo(int indent) {
        closeTo(indent, false);
    }

    private void closeTo(int indent, boolean item) {
        while (!open.isEmpty()) {
            Key last = keys.get(open.getLast());
            boolean owner = item
                    && last.indent() == indent + 1
                    && !last.name().isEmpty()
                    && last.value().isEmpty();
            if (last.indent() <= indent || owner) {
                return;
            }
            int index = open.removeLast();
            keys.set(index, new Key(last.parent(), last.indent(), last.name(), last.value(), last.line(), keys.size()));
        }
    }

    List<Key> all() {
        return keys;
    }

    /** Returns the keys directly below one, or those of the document for -1. */
    List<Key> below(int index) {
        List<Key> below = new ArrayList<>();
        int end = index < 0 ? keys.size() : keys.get(index).end();
        for (int i = index + 1; i < end; i = Math.max(i + 1, keys.get(i).end())) {
            below.add(keys.get(i));
        }
        return below;
    }

    /** Returns the index of a key directly below another, or of the document for -1; -1 if it is not there. */
    int find(int index, String name) {
        int end = index < 0 ? keys.size() : keys.get(index).end();
        for (int i = index + 1; i < end; i = Math.max(i + 1, keys.get(i).end())) {
            if (keys.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** Returns the value of a key directly below another; empty if it is not there or has none of one line. */
    String value(int index, String name) {
        int found = find(index, name);
        return found < 0 ? "" : keys.get(found).value();
    }

    Key get(int index) {
        return keys.get(index);
    }

    int size() {
        return keys.size();
    }
}
