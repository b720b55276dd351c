package dev.caffeinecode.docs.plan;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Paths of pages in a wiki: lower-case letters, digits and dashes between slashes, each given once. */
final class Slugs {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
    private static final int MAX_SEGMENT = 60;

    private final Set<String> given = new HashSet<>();

    String of(String path) {
        StringBuilder slug = new StringBuilder();
        for (String segment : path.split("/")) {
            String safe = segment(segment);
            if (!safe.isEmpty()) {
                slug.append(slug.isEmpty() ? "" : "/").append(safe);
            }
        }
        String base = slug.isEmpty() ? "page" : slug.toString();
        String unique = base;
        for (int i = 2; !given.add(unique); i++) {
            unique = base + "-" + i;
        }
        return unique;
    }

    private static String segment(String segment) {
        String plain = MARKS.matcher(Normalizer.normalize(segment, Normalizer.Form.NFKD))
                .replaceAll("");
        String dashed = OTHERS.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("-");
        String trimmed = dashed.replaceAll("^-|-$", "");
        return trimmed.length() > MAX_SEGMENT ? trimmed.substring(0, MAX_SEGMENT) : trimmed;
    }
}
