package dev.caffeinecode.code.modules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gives modules names: the folder that says what the module is, with one around it where two modules would share a name.
 * What every project of a kind has says nothing: {@code server/src/main/java/com/acme} is {@code server}, and
 * {@code server/src/main/java/com/acme/api} is {@code api}, or {@code server/api} if others have an {@code api} too.
 */
final class ModuleNames {
    private static final Set<String> SILENT = Set.of(
            "src",
            "main",
            "java",
            "kotlin",
            "scala",
            "groovy",
            "python",
            "lib",
            "libs",
            "source",
            "sources",
            "code",
            "com",
            "org",
            "net",
            "io",
            "dev",
            "github",
            "packages",
            "crates");

    /** Sources of one build in a repository of several, as Maven and Gradle lay them out. */
    private static final Pattern BUILD = Pattern.compile("(?:.*/)?(?<build>[^/]+)/src/main/[a-z]+(?:/.*)?");

    private final String root;
    private final Map<String, List<Part>> wanted = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final List<Part> all = new ArrayList<>();

    ModuleNames(String root) {
        this.root = root;
    }

    /** Modules before those below them, so that of a folder and one in it the outer has the shorter name. */
    CodeModule named(Part part) {
        part.parts().forEach(this::collect);
        Map<String, List<String>> candidates = new HashMap<>();
        for (Part each : all) {
            List<String> names = candidates(each);
            candidates.put(each.id(), names);
            names.forEach(
                    name -> wanted.computeIfAbsent(name, _ -> new ArrayList<>()).add(each));
        }
        Map<String, String> names = new HashMap<>();
        all.forEach(each -> names.put(each.id(), choose(each, candidates.getOrDefault(each.id(), List.of()))));
        names.put(part.id(), unique(root));
        return module(part, names);
    }

    private void collect(Part part) {
        all.add(part);
        part.parts().forEach(this::collect);
    }

    private String choose(Part part, List<String> candidates) {
        for (String name : candidates) {
            boolean contested = wanted.getOrDefault(name, List.of()).stream()
                    .anyMatch(other -> !other.id().equals(part.id()) && !isBelow(other, part));
            if (!contested && taken.add(name)) {
                return name;
            }
        }
        return unique(candidates.getLast());
    }

    private static boolean isBelow(Part inner, Part outer) {
        return outer.word().isEmpty()
                && (inner.path().equals(outer.path()) || inner.path().startsWith(outer.path() + "/"));
    }

    private String unique(String name) {
        String unique = name;
        for (int i = 2; !taken.add(unique); i++) {
            unique = name + " (" + i + ")";
        }
        return unique;
    }

    /** Returns what a module may be called, the best first. */
    private List<String> candidates(Part part) {
        if (part.path().isEmpty()) {
            return List.of(shown(part), root + " " + shown(part));
        }
        List<String> segments = List.of(part.path().split("/"));
        int last = segments.size() - 1;
        while (last > 0 && SILENT.contains(segments.get(last))) {
            last--;
        }
        Set<String> candidates = new LinkedHashSet<>();
        build(part).ifPresent(candidates::add);
        candidates.add(segments.get(last));
        for (int i = last - 1; i >= 0; i--) {
            if (!SILENT.contains(segments.get(i))) {
                candidates.add(segments.get(i) + "/" + segments.get(last));
            }
        }
        candidates.add(String.join("/", segments.subList(last, segments.size())));
        candidates.add(part.path());
        String suffix = part.word().isEmpty() ? "" : " " + shown(part);
        return candidates.stream().map(name -> name + suffix).toList();
    }

    /** Returns the name of the build whose sources are all in this part or below it. */
    private Optional<String> build(Part part) {
        Matcher matcher = BUILD.matcher(part.path());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String folder = part.path().substring(0, matcher.end("build"));
        boolean shared = all.stream()
                .filter(other -> !isBelow(other, part))
                .anyMatch(other -> other.path().equals(folder) || other.path().startsWith(folder + "/src/main"));
        return shared ? Optional.empty() : Optional.ofNullable(matcher.group("build"));
    }

    /** Returns what the names of the files have in common, if that says more than the word: {@code OkHttp} for ok. */
    private static String shown(Part part) {
        String common = part.files().getFirst().stem();
        for (Placed file : part.files()) {
            int end = 0;
            while (end < Math.min(common.length(), file.stem().length())
                    && common.charAt(end) == file.stem().charAt(end)) {
                end++;
            }
            common = common.substring(0, end);
        }
        String trimmed = common.replaceFirst("[^\\p{Alnum}]+$", "");
        return trimmed.toLowerCase(Locale.ROOT).startsWith(part.word()) ? trimmed : part.word();
    }

    private static CodeModule module(Part part, Map<String, String> names) {
        List<CodeModule> children = new ArrayList<>();
        for (Part inner : part.parts()) {
            children.add(module(inner, names));
        }
        List<String> files = part.files().stream().map(Placed::path).sorted().toList();
        return new CodeModule(
                part.id(), names.getOrDefault(part.id(), part.id()), part.path(), files, children, part.tokens());
    }
}
