package dev.caffeinecode.docs.export;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names of the copies of source files: like their paths, but safe on every file system and without power over the folder
 * they end up in. No two paths share one, also where case does not count.
 */
final class SafeNames {
    private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9._ +@,()\\[\\]=-]");

    /** Names that Windows keeps for devices; with an extension too. */
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");

    private static final int MAX_SEGMENT = 120;

    private final Map<String, String> names = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    /** The same for the same path. */
    String of(String path) {
        String known = names.get(path);
        if (known != null) {
            return known;
        }
        String name = unique(safe(path));
        names.put(path, name);
        return name;
    }

    private static String safe(String path) {
        StringBuilder safe = new StringBuilder();
        for (String segment : path.split("/")) {
            safe.append(safe.isEmpty() ? "" : "/").append(safeSegment(segment));
        }
        return safe.toString();
    }

    /** A leading dot would make tools take a copied {@code .gitattributes} or {@code .envrc} for a real one. */
    private static String safeSegment(String segment) {
        String plain = UNSAFE.matcher(segment).replaceAll("_");
        String shown = plain.startsWith(".") ? "dot" + plain.replaceFirst("^\\.+", "-") : plain;
        String cut = shown.length() > MAX_SEGMENT ? shown.substring(shown.length() - MAX_SEGMENT) : shown;
        String trimmed = cut.replaceFirst("[. ]+$", "_");
        return DEVICE.matcher(trimmed).matches() || trimmed.isEmpty() ? "_" + trimmed : trimmed;
    }

    private String unique(String name) {
        String candidate = name;
        for (int i = 2; !taken.add(candidate.toLowerCase(Locale.ROOT)); i++) {
            int slash = name.lastIndexOf('/');
            candidate = name.substring(0, slash + 1) + i + "~" + name.substring(slash + 1);
        }
        return candidate;
    }
}
