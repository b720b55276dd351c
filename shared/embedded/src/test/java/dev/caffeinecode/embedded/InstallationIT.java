package dev.caffeinecode.embedded;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;

class InstallationIT {
    @TempDir
    Path cache;

    @Test
    void unpackingThatWasKilledIsDoneAgain() throws Exception {
        try (ChildJvm child = ChildJvm.start(UnpackProgram.class, cache)) {
            assertThat(child.readLine()).isEqualTo("half");
            child.kill();
        }
        assertThat(cache).isDirectoryContaining("glob:**.part-*");

        Installation installation = Installation.unpack(cache, Platform.current());

        assertThat(version(installation)).startsWith("postgres (PostgreSQL) 17.");
        assertThat(cache).isDirectoryNotContaining("glob:**.part-*");
    }

    @Test
    void unpackedFilesAreKept() throws Exception {
        Installation first = Installation.unpack(cache, Platform.current());
        Path mark = Files.createFile(first.home().resolve("mark"));

        Installation second = Installation.unpack(cache, Platform.current());

        assertThat(second).isEqualTo(first);
        assertThat(mark).exists();
    }

    private static String version(Installation installation) throws Exception {
        return Program.of(
                        Duration.ofSeconds(10), installation.program("postgres").toString(), "-V")
                .run()
                .output();
    }
}
