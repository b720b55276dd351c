package dev.caffeinecode.code.names;

import java.util.Arrays;
import java.util.Collection;
import java.util.TreeSet;

/** Finds paths by their ends: {@code cart/Cart.java} is one of {@code src/cart/Cart.java}, {@code Cart.java} another. */
final class PathIndex {
    /** Last character first, in order, so that paths with the same end stand side by side. */
    private final String[] reversed;

    /** @param files paths; the folders that they are in are found too */
    PathIndex(Collection<String> files) {
        TreeSet<String> paths = new TreeSet<>();
        for (String file : files) {
            String path = file;
            while (!path.isEmpty() && paths.add(reverse(path))) {
                path = path.substring(0, Math.max(0, path.lastIndexOf('/')));
            }
        }
        this.reversed = paths.toArray(String[]::new);
    }

    /** Returns whether a path is this one or ends with it after a slash. */
    boolean has(String end) {
        String wanted = reverse(end);
        if (Arrays.binarySearch(reversed, wanted) >= 0) {
            return true;
        }
        String longer = wanted + "/";
        int next = -Arrays.binarySearch(reversed, longer) - 1;
        return next >= 0 && next < reversed.length && reversed[next].startsWith(longer);
    }

    private static String reverse(String path) {
        return new StringBuilder(path).reverse().toString();
    }
}
