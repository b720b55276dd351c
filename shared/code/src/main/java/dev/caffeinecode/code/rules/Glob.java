package dev.caffeinecode.code.rules;

import java.util.List;

/**
 * A pattern for paths, as git has them in its files (git-scm.com/docs/gitignore): {@code *} and {@code ?} stand for
 * characters of one name, {@code [a-z]} for one of several, {@code **} for any folders, a backslash takes the meaning of
 * the next character. A pattern without a slash, but at its end, fits the name of a file in any folder.
 */
public final class Glob {
    private static final String ANY_FOLDERS = "**";

    private final List<String> parts;

    private Glob(List<String> parts) {
        this.parts = parts;
    }

    /** Reads a pattern; any text is one. */
    public static Glob of(String pattern) {
        String bare = pattern.endsWith("/") ? pattern.substring(0, pattern.length() - 1) : pattern;
        String anchored =
                bare.startsWith("/") ? bare.substring(1) : bare.contains("/") ? bare : ANY_FOLDERS + "/" + bare;
        return new Glob(List.of(anchored.split("/")));
    }

    /** Returns whether the pattern fits a path, counted from the folder that the pattern is for. */
    public boolean fits(String path) {
        List<String> names = List.of(path.split("/"));
        return fits(names, names.size());
    }

    /** Returns whether the pattern fits a path or a folder on the way to it. */
    boolean covers(String path) {
        List<String> names = List.of(path.split("/"));
        for (int count = 1; count <= names.size(); count++) {
            if (fits(names, count)) {
                return true;
            }
        }
        return false;
    }

    /** Compares from the front and keeps of each part how many names it may end after: the time is their product. */
    private boolean fits(List<String> names, int count) {
        boolean[] reached = new boolean[count + 1];
        reached[0] = true;
        for (String part : parts) {
            boolean[] next = new boolean[count + 1];
            boolean open = false;
            for (int i = 0; i <= count; i++) {
                if (part.equals(ANY_FOLDERS)) {
                    open |= reached[i];
                    next[i] = open;
                } else if (i < count && reached[i]) {
                    next[i + 1] = name(names.get(i), part);
                }
            }
            reached = next;
        }
        return reached[count];
    }

    /** Goes back to the last star only, which is enough. */
    private static boolean name(String name, String part) {
        int at = 0;
        int of = 0;
        int star = -1;
        int retry = 0;
        while (at < name.length()) {
            int next = of < part.length() ? one(name.charAt(at), part, of) : -1;
            if (of < part.length() && part.charAt(of) == '*') {
                star = of++;
                retry = at;
            } else if (next > 0) {
                at++;
                of = next;
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

    /** Returns where in a pattern what follows begins if its next piece fits a character; -1 if it does not. */
    private static int one(char c, String part, int of) {
        return switch (part.charAt(of)) {
            case '?' -> of + 1;
            case '[' -> set(c, part, of);
            case '\\' -> of + 1 < part.length() && part.charAt(of + 1) == c ? of + 2 : -1;
            default -> part.charAt(of) == c ? of + 1 : -1;
        };
    }

    private static int set(char c, String part, int of) {
        int end = part.indexOf(']', of + 2);
        if (end < 0) {
            return c == '[' ? of + 1 : -1;
        }
        boolean negative = part.charAt(of + 1) == '!' || part.charAt(of + 1) == '^';
        boolean in = false;
        for (int i = negative ? of + 2 : of + 1; i < end; i++) {
            boolean range = i + 2 < end && part.charAt(i + 1) == '-';
            in |= range ? part.charAt(i) <= c && c <= part.charAt(i + 2) : part.charAt(i) == c;
            i += range ? 2 : 0;
        }
        return in == negative ? -1 : end + 1;
    }
}
