package dev.caffeinecode.embedded;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Brings the pgvector extension into an installation that comes without it: one from the cache, else one that is
 * installed on the machine, else one built now from the distribution's source package.
 *
 * @param platform decides what the library is called and whether it can be built
 * @param root of the file system that package managers install into; {@code /} but in tests
 * @param buildLimit for package lists, two packages and the compiler: 10 s on a fast line
 */
record Pgvector(Platform platform, Path root, Duration buildLimit) {
    private static final Logger LOG = LoggerFactory.getLogger(Pgvector.class);
    private static final String SCRIPT = "build-pgvector.sh";
    private static final Duration BUILD_LIMIT = Duration.ofMinutes(10);

    /** The first with iterative index scans, without which filtered searches lose results (its CHANGELOG). */
    private static final String OLDEST_VERSION = "0.8";

    private static final List<Place> PLACES = List.of(
            new Place("usr/lib/postgresql/17/lib", "usr/share/postgresql/17/extension"), // Debian and PGDG
            new Place("usr/pgsql-17/lib", "usr/pgsql-17/share/extension"), // PGDG for Red Hat
            new Place("opt/homebrew/lib/postgresql@17", "opt/homebrew/share/postgresql@17/extension"),
            new Place("usr/local/lib/postgresql@17", "usr/local/share/postgresql@17/extension"), // Homebrew on Intel
            new Place(
                    "Applications/Postgres.app/Contents/Versions/17/lib/postgresql",
                    "Applications/Postgres.app/Contents/Versions/17/share/postgresql/extension"));

    /** Where a package of PostgreSQL 17 keeps loadable modules and extension scripts, relative to the root. */
    private record Place(String libraries, String extensions) {}

    static Pgvector forThisMachine(Platform platform) {
        return new Pgvector(platform, Path.of("/"), BUILD_LIMIT);
    }

    /** Idempotent, and safe beside other processes that do the same. */
    void install(Installation installation, Path cache) throws IOException, InterruptedException {
        ExtensionFiles target = files(installation.libraries(), installation.extensions());
        if (!target.exist()) {
            Path built = cache.resolve("pgvector-" + Installation.MAJOR_VERSION + "-" + platform);
            WholeDirectory.fillOnce(built, this::findOrBuild);
            files(built, built).copyTo(target);
        }
    }

    private void findOrBuild(Path directory) throws IOException, InterruptedException {
        for (Place place : PLACES) {
            ExtensionFiles installed = files(root.resolve(place.libraries()), root.resolve(place.extensions()));
            if (installed.existSince(OLDEST_VERSION)) {
                LOG.atInfo().addKeyValue("library", installed.library()).log("pgvector found");
                installed.copyTo(files(directory, directory));
                return;
            }
        }
        if (platform.system() == Platform.OperatingSystem.MACOS) {
            throw new EmbeddedStartException(
                    "pgvector for PostgreSQL 17 is not installed: brew install pgvector. Or: " + Remedy.OTHER_DATABASE);
        }
        build(directory);
    }

    private void build(Path directory) throws IOException, InterruptedException {
        LOG.atInfo().log("building pgvector from the distribution's source package, once");
        Path script = Files.createTempFile("caffeinecode-", "-" + SCRIPT);
        try (InputStream resource = Pgvector.class.getResourceAsStream(SCRIPT)) {
            if (resource == null) {
                throw new FileNotFoundException(SCRIPT + " is not on the class path");
            }
            Files.write(script, resource.readAllBytes());
            Program.Outcome outcome = run(List.of("bash", script.toString(), directory.toString()));
            if (!outcome.succeeded() || !files(directory, directory).exist()) {
                throw cannotBuild(outcome.lastLines(15), null);
            }
        } finally {
            Files.delete(script);
        }
    }

    private Program.Outcome run(List<String> command) throws InterruptedException {
        try {
            return new Program(command, Map.of("LC_ALL", "C"), buildLimit).run();
        } catch (IOException e) {
            throw cannotBuild(String.valueOf(e.getMessage()), e);
        }
    }

    private ExtensionFiles files(Path libraries, Path extensions) {
        return new ExtensionFiles(libraries.resolve(platform.library("vector")), extensions);
    }

    private static EmbeddedStartException cannotBuild(String reason, @Nullable Exception cause) {
        String message = "pgvector for PostgreSQL 17 is not installed and could not be built. It builds on Debian with:"
                + " apt-get install gcc libc6-dev dpkg-dev. It is used where the package postgresql-17-pgvector is"
                + " installed. Or: " + Remedy.OTHER_DATABASE + " What the build said:\n" + reason;
        return new EmbeddedStartException(message, cause);
    }
}
