package dev.caffeinecode.code.versions;

import dev.caffeinecode.code.Ecosystem;

import java.util.HashMap;
import java.util.Map;

/**
 * Reads lock files. They may be large: they are passed once from beginning to end, and of what they hold only names and
 * versions are kept.
 */
public final class LockFiles {
    /** Reads one kind of lock files. It takes any text: what it cannot read it leaves out. */
    @FunctionalInterface
    private interface Reader {
        void read(byte[] utf8, Pins pins);
    }

    private record Kind(Ecosystem ecosystem, Reader reader) {}

    private static final Map<String, Kind> BY_NAME = new HashMap<>();

    static {
        on(Ecosystem.NPM, JsonLocks::npm, "package-lock.json", "npm-shrinkwrap.json");
        on(Ecosystem.NPM, JsonLocks::bun, "bun.lock");
        on(Ecosystem.NPM, LineLocks::yarn, "yarn.lock");
        on(Ecosystem.NPM, LineLocks::pnpm, "pnpm-lock.yaml");
        on(Ecosystem.PYPI, LineLocks::tomlPackages, "poetry.lock", "uv.lock", "pdm.lock");
        on(Ecosystem.PYPI, JsonLocks::pipenv, "Pipfile.lock");
        on(Ecosystem.CARGO, LineLocks::tomlPackages, "Cargo.lock");
        on(Ecosystem.RUBYGEMS, LineLocks::bundler, "Gemfile.lock");
        on(Ecosystem.COMPOSER, JsonLocks::composer, "composer.lock");
        on(Ecosystem.NUGET, JsonLocks::nuget, "packages.lock.json");
        on(Ecosystem.MAVEN, LineLocks::gradle, "gradle.lockfile");
        on(Ecosystem.SWIFT, JsonLocks::swift, "Package.resolved");
    }

    private LockFiles() {}

    private static void on(Ecosystem ecosystem, Reader reader, String... names) {
        for (String name : names) {
            BY_NAME.put(name, new Kind(ecosystem, reader));
        }
    }

    /** Returns whether a file is a lock file that can be read, by its name. */
    public static boolean knows(String path) {
        return BY_NAME.containsKey(name(path));
    }

    /**
     * Reads a lock file; says nothing of any other file.
     *
     * @param utf8 its text, not changed
     */
    public static Versions read(String path, byte[] utf8) {
        Kind kind = BY_NAME.get(name(path));
        if (kind == null) {
            return Versions.NONE;
        }
        Pins pins = new Pins(kind.ecosystem());
        kind.reader().read(utf8, pins);
        return Versions.locked(pins.all());
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
