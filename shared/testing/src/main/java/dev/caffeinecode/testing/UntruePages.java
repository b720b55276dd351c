package dev.caffeinecode.testing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Pages as a model writes them that makes things up, each in one way. */
final class UntruePages {
    private static final int BEYOND_ANY_FILE = 1_000_000;

    private static final Excerpt NOTHING = new Excerpt("README.md", new TreeMap<>(Map.of(1, "")));

    private UntruePages() {}

    static String page(Behaviour.Untrue untrue, String prompt) {
        List<Excerpt> excerpts = Excerpt.in(prompt);
        Excerpt first = excerpts.isEmpty() ? NOTHING : excerpts.getFirst();
        String cite = PageWriter.citation(first);
        return switch (untrue) {
            case Behaviour.Lie _ ->
                PageWriter.page(prompt) + "\n## Internals\n\nThe scheduler retries three times"
                        + " [src/invented/Scheduler.java:10-20]. Its limits are set in the same place ["
                        + first.path() + ":" + BEYOND_ANY_FILE + "-" + (BEYOND_ANY_FILE + 5) + "].\n";
            case Behaviour.InventedNames _ ->
                PageWriter.page(prompt) + "\n## Internals\n\nThe `InventedScheduler` calls `inventedRetry()` three"
                        + " times" + cite + ".\n\n| Name | Purpose |\n|---|---|\n| `INVENTED_LIMIT` | bounds it" + cite
                        + " |\n";
            case Behaviour.UncitedProse _ ->
                PageWriter.page(prompt) + "\n## Background\n\nThis was invented by a committee in a long night.\n\n"
                        + "- It was invented to be fast and small.\n";
            case Behaviour.Misquotation _ -> PageWriter.page(prompt) + misquotation(excerpts);
            case Behaviour.OtherLanguage _ ->
                "# Seite\n\n"
                        + ("Diese Seite beschreibt, was die Dateien der Anwendung enthalten und wie sie mit den"
                                        + " anderen Teilen zusammen arbeiten" + cite + ". ")
                                .repeat(6)
                                .strip()
                        + "\n";
        };
    }

    /** A name of one file and lines of another that do not hold it; nothing when every line does. */
    private static String misquotation(List<Excerpt> excerpts) {
        for (Excerpt excerpt : excerpts) {
            String name = excerpt.identifier(excerpt.ranges().getFirst()).orElse("");
            for (Excerpt other : excerpts) {
                if (!name.isEmpty() && !other.equals(excerpt) && !holds(other, name)) {
                    return "\n## Limits\n\nThe `" + name + "` decides how long the whole of it waits"
                            + PageWriter.citation(other) + ".\n";
                }
            }
        }
        return "";
    }

    private static boolean holds(Excerpt excerpt, String name) {
        String text = excerpt.path() + String.join("\n", excerpt.lines().values());
        return text.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT));
    }
}
