package dev.caffeinecode.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the tests of this module keep the binaries, so that they unpack and build once. */
final class CachedBinaries {
    private CachedBinaries() {}

    static Path directory() {
        return Path.of("target", "postgres-cache").toAbsolutePath();
    }

    static PostgresOptions throwaway() {
        return PostgresOptions.forTests().withCacheDirectory(directory());
    }

    static PostgresOptions durable() {
        return PostgresOptions.forKeeps().withCacheDirectory(directory());
    }

    /** The binaries with pgvector. */
    static Installation installation() throws IOException, InterruptedException {
        Platform platform = Platform.current();
        Installation installation = Installation.unpack(directory(), platform);
        Pgvector.forThisMachine(platform).install(installation, directory());
        return installation;
    }

    /** Spares another cache the build of pgvector. */
    static void putPgvectorInto(Path cache) throws IOException, InterruptedException {
        installation();
        String name = "pgvector-17-" + Platform.current();
        Path target = Files.createDirectory(cache.resolve(name));
        files(directory().resolve(name)).copyTo(files(target));
    }

    private static ExtensionFiles files(Path directory) {
        return new ExtensionFiles(directory.resolve(Platform.current().library("vector")), directory);
    }
}
