package dev.caffeinecode.code.modules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gives the modules below one another names that tell them apart where they are shown, side by side under the one around
 * them: the folder that says what a module is, with one around it where two would share a name or where the module around
 * it is called the same. What every project of a kind has says nothing: {@code server/src/main/java/com/acme} is {@code
 * server}, and {@code server/src/main/java/com/acme/api} below it is {@code api}. Names depend on paths and on nothing
 * that a change inside of files could move, but for which file of a part is the largest by far.
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
    private static final Pattern BUILD =
            Pattern.compile("(?:.*/)?(?<build>[^/]+)/src/(?<set>main|test)/[a-z]+(?:/.*)?");

    private final String root;
    private final Part around;
    private final String aroundName;
    private final Map<String, Integer> wanted = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    private ModuleNames(String root, Part around, String aroundName) {
        this.root = key(root);
        this.around = around;
        this.aroundName = key(aroundName);
    }

    /** Returns modules of parts, the outermost with a name that is known. */
    static CodeModule named(Part root, String name) {
        return module(root, name, name);
    }

    private static CodeModule module(Part part, String name, String root) {
        Map<String, String> names = new ModuleNames(root, part, name).below();
        List<CodeModule> children = new ArrayList<>();
        for (Part inner : part.parts()) {
            children.add(module(inner, names.getOrDefault(inner.id(), inner.id()), root));
        }
        List<String> files = part.files().stream().map(Placed::path).sorted().toList();
        return new CodeModule(part.id(), name, part.path(), files, children, part.tokens());
    }

    /** Returns the names of the parts below by their ids: those of folders right below first, as these stand there. */
    private Map<String, String> below() {
        Map<String, String> names = new HashMap<>();
        Map<Integer, List<Part>> rounds = new TreeMap<>();
        around.parts()
                .forEach(part -> rounds.computeIfAbsent(round(part), _ -> new ArrayList<>())
                        .add(part));
        for (List<Part> round : rounds.values()) {
            wanted.clear();
            Map<Part, List<String>> candidates = new LinkedHashMap<>();
            for (Part part : round) {
                List<String> best = part.word().isEmpty() ? ofFolder(part) : ofPart(part);
                candidates.put(part, best);
                best.stream().map(ModuleNames::key).distinct().forEach(name -> wanted.merge(name, 1, Integer::sum));
            }
            candidates.forEach((part, best) -> names.put(part.id(), choose(best)));
        }
        return names;
    }

    /** Folders right below come first, then those further down, then parts of the folder itself. */
    private int round(Part part) {
        if (!part.word().isEmpty()) {
            return 2;
        }
        return Placement.parent(part.path()).equals(around.path()) ? 0 : 1;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private String choose(List<String> candidates) {
        for (String name : candidates) {
            String key = key(name);
            boolean repeats = key.equals(aroundName) || key.equals(root);
            if (!repeats && wanted.getOrDefault(key, 0) == 1 && taken.add(key)) {
                return name;
            }
        }
        String unique = candidates.getLast();
        for (int i = 2; !taken.add(key(unique)); i++) {
            unique = candidates.getLast() + " (" + i + ")";
        }
        return unique;
    }

    /** Returns what a module of a folder may be called, the best first. */
    private List<String> ofFolder(Part part) {
        List<String> segments = List.of(part.path().split("/"));
        int first = around.path().isEmpty() ? 0 : around.path().split("/").length;
        int last = segments.size() - 1;
        while (last > first && SILENT.contains(segments.get(last))) {
            last--;
        }
        Set<String> candidates = new LinkedHashSet<>();
        int build = segments.lastIndexOf(build(part).orElse(""));
        if (build >= first) {
            prefixed(segments, build, candidates);
        }
        prefixed(segments, last, candidates);
        if (last > first) {
            candidates.add(segments.get(first) + "/" + segments.get(last));
        }
        candidates.add(String.join("/", segments.subList(first, segments.size())));
        candidates.add(part.path());
        candidates.add(segments.get(last) + " folder");
        return List.copyOf(candidates);
    }

    /** Adds a segment of a path, and then each that says something before it together with it, the nearest first. */
    private static void prefixed(List<String> segments, int index, Set<String> candidates) {
        candidates.add(segments.get(index));
        for (int i = index - 1; i >= 0; i--) {
            if (!SILENT.contains(segments.get(i))) {
                candidates.add(segments.get(i) + "/" + segments.get(index));
            }
        }
    }

    /** Returns what a part of a folder may be called: what its names have in common, with its largest file if need be. */
    private static List<String> ofPart(Part part) {
        String shown = shown(part);
        Set<String> candidates = new LinkedHashSet<>(List.of(shown));
        List<Placed> own =
                part.files().stream().filter(file -> file.tokens() > 0).toList();
        if (own.size() == 1) {
            String path = own.getFirst().path();
            candidates.add(path.substring(path.lastIndexOf('/') + 1));
        }
        own.stream()
                .filter(file -> !key(file.stem()).equals(key(shown)))
                .max(Comparator.comparingInt(Placed::tokens).thenComparing(Placed::path, Comparator.reverseOrder()))
                .ifPresent(file -> candidates.add(shown + " and " + file.stem()));
        candidates.add(shown + " files");
        return List.copyOf(candidates);
    }

    /** Returns the name of the build whose sources, or tests without sources, are all in this part or below it. */
    private Optional<String> build(Part part) {
        Matcher matcher = BUILD.matcher(part.path());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String folder = part.path().substring(0, matcher.end("build"));
        String sources = folder + ("main".equals(matcher.group("set")) ? "/src/main" : "/src");
        boolean shared = (around.path() + "/").startsWith(folder + "/")
                || around.parts().stream()
                        .filter(other -> !other.id().equals(part.id()))
                        .anyMatch(other ->
                                other.path().equals(folder) || other.path().startsWith(sources));
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
        return key(trimmed).startsWith(part.word()) ? trimmed : part.word();
    }
}
