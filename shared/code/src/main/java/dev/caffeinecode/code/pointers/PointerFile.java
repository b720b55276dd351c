package dev.caffeinecode.code.pointers;

import dev.caffeinecode.code.pointers.Pointer.Kind;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A file that is being read, and what was found in it so far. */
final class PointerFile {
    private static final int MAX_POINTERS = 1_000;
    private static final int MAX_CHARACTERS = 300;
    private static final int MAX_LINE_CHARACTERS = 2_000;

    private final String path;
    private final String text;
    private final Map<String, Pointer> pointers = new LinkedHashMap<>();

    PointerFile(String path, String text) {
        this.path = path;
        this.text = text;
    }

    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    String path() {
        return path;
    }

    String text() {
        return text;
    }

    /** Returns the lines; those that are longer than people write are empty. */
    List<String> lines() {
        return text.lines()
                .map(line -> line.length() > MAX_LINE_CHARACTERS ? "" : line)
                .toList();
    }

    /** Adds something that stands on a line; of a target only the first place counts. */
    void add(Kind kind, String target, int line) {
        String bare = target.strip();
        if (!bare.isEmpty() && bare.length() <= MAX_CHARACTERS && pointers.size() < MAX_POINTERS) {
            pointers.putIfAbsent(kind + " " + bare, new Pointer(kind, bare, line));
        }
    }

    void path(String target, int line) {
        if (!target.contains("://")) {
            add(Kind.PATH, target, line);
        }
    }

    /** Adds files of these names in a folder, of which mostly one exists. */
    void in(String folder, int line, String... names) {
        String bare = folder.strip().replaceFirst("/+$", "");
        for (String name : names) {
            path(bare.isEmpty() || bare.equals(".") ? name : bare + "/" + name, line);
        }
    }

    List<Pointer> pointers() {
        return List.copyOf(pointers.values());
    }
}
