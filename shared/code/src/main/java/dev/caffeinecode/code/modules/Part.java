package dev.caffeinecode.code.modules;

import java.util.List;

/**
 * A module without a name.
 *
 * @param path its folder
 * @param word what tells it from other parts of the folder; empty if it is all of it
 */
record Part(String path, String word, List<Placed> files, List<Part> parts) {
    String id() {
        return word.isEmpty() ? path : path + "#" + word;
    }

    int tokens() {
        return (int) Math.min(
                Integer.MAX_VALUE, files.stream().mapToLong(Placed::tokens).sum());
    }
}
