package dev.caffeinecode.code.links;

import dev.caffeinecode.code.facts.ScriptSettings;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The names by which projects of TypeScript and JavaScript call their own folders, as their settings state them. */
final class ScriptAliases {
    /** Settings build on others over a few steps. */
    private static final int MAX_STEPS = 8;

    private static final List<String> NAMES = List.of("tsconfig.json", "jsconfig.json");

    private final SourceFiles files;
    private final Map<String, String> packages;

    /** By the folders that they are in; all are read at once, as several threads ask for them. */
    private final Map<String, Settings> stated = new HashMap<>();

    private final Map<Integer, Settings> read = new HashMap<>();

    /**
     * @param base folder that imports are looked for in; null if there is none
     * @param aliases those with the longest beginnings first
     */
    private record Settings(@Nullable String base, List<PathPattern> aliases) {
        static final Settings NONE = new Settings(null, List.of());
    }

    /** @param packages folders of packages by their names */
    ScriptAliases(SourceFiles files, Map<String, String> packages) {
        this.files = files;
        this.packages = packages;
        for (String name : NAMES) {
            files.named(name).forEach(file -> stated.putIfAbsent(files.directory(file), read(file, 0)));
        }
    }

    /** Returns the paths, without what files are completed with, that an import from a folder may mean. */
    List<String> paths(String directory, String module) {
        Settings settings = settings(directory);
        List<String> paths = new ArrayList<>();
        for (PathPattern alias : settings.aliases()) {
            alias.paths(module)
                    .flatMap(path -> RepositoryPaths.resolve("", path).stream())
                    .forEach(paths::add);
        }
        if (settings.base() != null) {
            RepositoryPaths.resolve(settings.base(), module).ifPresent(paths::add);
        }
        return paths;
    }

    /** Returns what the nearest settings at or above a folder say. */
    private Settings settings(String directory) {
        String nearest = RepositoryPaths.nearest(directory, stated.keySet());
        return nearest == null ? Settings.NONE : stated.getOrDefault(nearest, Settings.NONE);
    }

    private Settings read(int file, int step) {
        Settings before = read.putIfAbsent(file, Settings.NONE); // meanwhile, should it build on itself
        if (before != null) {
            return before;
        }
        Settings settings = readNew(file, step);
        read.put(file, settings);
        return settings;
    }

    private Settings readNew(int file, int step) {
        Map<String, String> properties = files.versions(file).properties();
        String directory = files.directory(file);
        Settings inherited = step < MAX_STEPS ? inherited(file, properties, step) : Settings.NONE;
        String stated = properties.get(ScriptSettings.BASE);
        String base = stated == null
                ? inherited.base()
                : RepositoryPaths.resolve(directory, stated).orElse(null);
        String from = base == null ? directory : base;
        List<PathPattern> own = PathPattern.among(properties, ScriptSettings.PATHS).stream()
                .map(each -> each.within(from))
                .toList();
        return new Settings(base, own.isEmpty() ? inherited.aliases() : own);
    }

    /** What it extends, the last first; where nothing names folders, what its parts say. */
    private Settings inherited(int file, Map<String, String> properties, int step) {
        String base = null;
        List<PathPattern> aliases = List.of();
        List<String> extended =
                properties.getOrDefault(ScriptSettings.EXTENDS, "").lines().toList();
        for (String each : extended.reversed()) {
            Settings other =
                    other(file, each).map(found -> read(found, step + 1)).orElse(Settings.NONE);
            base = base == null ? other.base() : base;
            aliases = aliases.isEmpty() ? other.aliases() : aliases;
        }
        if (aliases.isEmpty()) {
            aliases = properties
                    .getOrDefault(ScriptSettings.PARTS, "")
                    .lines()
                    .flatMap(each -> other(file, each).stream())
                    .flatMap(found -> read(found, step + 1).aliases().stream())
                    .sorted(PathPattern.BEST_FIRST)
                    .toList();
        }
        return new Settings(base, aliases);
    }

    /** Returns other settings, by a path or by the package of this repository that they are in. */
    private Optional<Integer> other(int file, String name) {
        Optional<String> path =
                name.startsWith(".") ? RepositoryPaths.resolve(files.directory(file), name) : inPackage(name);
        return path.flatMap(at -> RepositoryPaths.first(
                        files, List.of(at, at + ".json", RepositoryPaths.join(at, "tsconfig.json"))))
                .filter(found -> found != file);
    }

    private Optional<String> inPackage(String name) {
        for (String at = name; !at.isEmpty(); at = RepositoryPaths.parent(at)) {
            String directory = packages.get(at);
            if (directory != null) {
                return RepositoryPaths.resolve(directory, "." + name.substring(at.length()));
            }
        }
        return Optional.empty();
    }
}
