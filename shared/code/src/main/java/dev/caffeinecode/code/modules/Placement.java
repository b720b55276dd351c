package dev.caffeinecode.code.modules;

import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.FileFacts;
import dev.caffeinecode.code.FileRole;
import dev.caffeinecode.code.SourceFile;
import dev.caffeinecode.code.text.TokenEstimate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says for every file of a repository which folder it belongs to: tests to what they test, as far as paths or, where these
 * do not, references tell.
 */
final class Placement {
    private static final Pattern TEST_SOURCES = Pattern.compile("(^|/)src/(?:[a-z]+)?[tT]est[A-Za-z]*/");
    /** Folders and files of tools, which never make a module of their own. */
    private static final Pattern HIDDEN = Pattern.compile("(?:^|/)\\.");

    /** The outermost folder of tests in a path, with all below it. */
    private static final Pattern TEST_FOLDER =
            Pattern.compile("(?:^|/)(?:tests?|__tests__|__mocks__|specs?|testing|e2e)(?:/.*)?$");

    private static final Pattern TEST_MARKS = Pattern.compile(
            "^(?:test_|tests_)|(?:[_.-](?:test|tests|spec|unit))+$|(?<=[a-z0-9])(?:Tests?|IT|Spec|TestCase)$");

    /** Sizes are rounded to steps of this ratio, so that a small change of a file seldom changes the partition. */
    private static final double STEP = 1.25;

    private final CodeGraph graph;
    private final FileTies ties;
    private final Set<String> folders = new HashSet<>();
    private final Map<String, List<String>> foldersByStem = new HashMap<>();

    private Placement(CodeGraph graph, FileTies ties) {
        this.graph = graph;
        this.ties = ties;
        for (FileFacts facts : graph.files()) {
            SourceFile file = facts.file();
            if (file.role() == FileRole.SOURCE) {
                foldersByStem
                        .computeIfAbsent(stem(file.name()), _ -> new ArrayList<>())
                        .add(file.directory());
                for (String folder = file.directory(); folders.add(folder) && !folder.isEmpty(); ) {
                    folder = parent(folder);
                }
            }
        }
    }

    static List<Placed> of(CodeGraph graph, FileTies ties) {
        Placement placement = new Placement(graph, ties);
        return graph.files().stream()
                .map(FileFacts::file)
                .filter(file -> belongs(file.role()))
                .map(placement::place)
                .toList();
    }

    /** Returns whether files of a role are in modules. */
    static boolean belongs(FileRole role) {
        return switch (role) {
            case SOURCE, TEST, BUILD, CI, CONTAINER, CONFIGURATION, SCHEMA, API_DESCRIPTION -> true;
            case DOCUMENTATION, GENERATED, VENDORED, DATA, BINARY, LFS_POINTER, SYMLINK, SUBMODULE -> false;
        };
    }

    private Placed place(SourceFile file) {
        String stem = stem(file.name());
        Matcher hidden = HIDDEN.matcher(file.path());
        if (hidden.find()) {
            return Placed.setting(file.path(), file.path().substring(0, hidden.start()));
        }
        if (file.role() != FileRole.TEST) {
            return new Placed(file.path(), file.directory(), stem, tokens(file));
        }
        String subject = subject(file, stem);
        return subject.equals(file.directory()) && !folders.contains(subject)
                ? new Placed(file.path(), subject, stem, tokens(file))
                : new Placed(file.path(), subject, stem, 0);
    }

    /** Returns the folder of what a test tests; its own if nothing tells. */
    private String subject(SourceFile test, String stem) {
        String directory = test.directory();
        String main = TEST_SOURCES.matcher(directory + "/").replaceFirst("$1src/main/");
        if (!main.equals(directory + "/")) {
            return nearest(main.substring(0, main.length() - 1))
                    .or(() -> byReferences(test, ""))
                    .orElse(directory);
        }
        String around = TEST_FOLDER.matcher(directory).replaceFirst("");
        boolean amongSources = !around.isEmpty() && !around.equals(directory) && folders.contains(around);
        List<String> candidates = foldersByStem.getOrDefault(stem, List.of()).stream()
                .filter(folder -> !amongSources || folder.equals(around) || folder.startsWith(around + "/"))
                .distinct()
                .toList();
        if (candidates.contains(directory)) {
            return directory;
        }
        if (candidates.size() == 1) {
            return candidates.getFirst();
        }
        return byReferences(test, amongSources ? around : "").orElse(amongSources ? around : directory);
    }

    /** Returns the nearest folder at or above one that has sources; none if only {@code src/main} itself is left. */
    private Optional<String> nearest(String folder) {
        String near = folder;
        while (!folders.contains(near) && !near.endsWith("src/main") && !near.isEmpty()) {
            near = parent(near);
        }
        return folders.contains(near) ? Optional.of(near) : Optional.empty();
    }

    /** Returns the folder, at or below another, of most sources that a test refers to; none if that is no majority. */
    private Optional<String> byReferences(SourceFile test, String around) {
        Map<String, Long> strengths = new TreeMap<>();
        ties.from(
                test.path(),
                (path, strength) -> graph.find(path)
                        .map(FileFacts::file)
                        .filter(file -> file.role() == FileRole.SOURCE)
                        .ifPresent(file -> strengths.merge(file.directory(), strength, Long::sum)));
        long all = strengths.values().stream().mapToLong(Long::longValue).sum();
        return strengths.entrySet().stream()
                .filter(folder -> folder.getValue() >= 2 * FileTies.CALL && folder.getValue() * 2 > all)
                .map(Map.Entry::getKey)
                .filter(folder -> around.isEmpty() || folder.equals(around) || folder.startsWith(around + "/"))
                .findFirst();
    }

    static String parent(String folder) {
        return folder.substring(0, Math.max(0, folder.lastIndexOf('/')));
    }

    private static String stem(String name) {
        int dot = name.indexOf('.', 1);
        String base = dot < 0 ? name : name.substring(0, dot);
        String rest = dot < 0 ? "" : name.substring(dot);
        boolean markedByDot = rest.matches("\\.(?:test|spec|unit|e2e)\\..*");
        String bare = markedByDot ? base : TEST_MARKS.matcher(base).replaceAll("");
        return bare.isEmpty() ? base : bare;
    }

    private static int tokens(SourceFile file) {
        double tokens = Math.max(1, TokenEstimate.ofBytes(file.content().bytes()));
        double step = Math.round(Math.log(tokens) / Math.log(STEP));
        return (int) Math.min(Integer.MAX_VALUE / 4, Math.round(Math.pow(STEP, step)));
    }
}
