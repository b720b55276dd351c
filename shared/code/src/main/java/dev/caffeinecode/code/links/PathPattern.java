package dev.caffeinecode.code.links;

import java.util.List;

/** A path in which {@code *} stands for any part of one name, and {@code **} alone for any folders. */
final class PathPattern {
    private static final String ANY_FOLDERS = "**";

    private final List<String> parts;

    PathPattern(String pattern) {
        this.parts = List.of(pattern.split("/"));
    }

    boolean fits(String path) {
        return fits(List.of(path.split("/")), parts);
    }

    /** Goes from both ends, so that nothing is tried twice: of several {@code **} only the first and last count. */
    private static boolean fits(List<String> names, List<String> parts) {
        int first = parts.indexOf(ANY_FOLDERS);
        if (first < 0) {
            return names.size() == parts.size() && begins(names, parts);
        }
        List<String> head = parts.subList(0, first);
        List<String> tail = parts.subList(parts.lastIndexOf(ANY_FOLDERS) + 1, parts.size());
        return names.size() >= head.size() + tail.size()
                && begins(names, head)
                && begins(names.subList(names.size() - tail.size(), names.size()), tail);
    }

    private static boolean begins(List<String> names, List<String> parts) {
        for (int i = 0; i < parts.size(); i++) {
            if (!name(names.get(i), parts.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Compares two names, of which the second may hold stars; goes back to the last star only. */
    private static boolean name(String name, String part) {
        int at = 0;
        int of = 0;
        int star = -1;
        int retry = 0;
        while (at < name.length()) {
            if (of < part.length() && part.charAt(of) == '*') {
                star = of++;
                retry = at;
            } else if (of < part.length() && part.charAt(of) == name.charAt(at)) {
                at++;
                of++;
            } else if (star >= 0) {
                of = star + 1;
                at = ++retry;
            } else {
                return false;
            }
        }
        while (of < part.length() && part.charAt(of) == '*') {
            of++;
        }
        return of == part.length();
    }
}
