package dev.caffeinecode.embedded;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@EnabledOnOs(OS.LINUX)
class PgvectorIT {
    private static final Platform LINUX = Platform.of("Linux", "amd64");
    private static final Platform MACOS = Platform.of("Mac OS X", "aarch64");
    private static final Duration TOO_SHORT = Duration.ofMillis(1);

    @TempDir
    Path directory;

    private Installation installation = new Installation(Path.of(""));

    @BeforeEach
    void makeEmptyInstallation() throws IOException {
        installation = new Installation(directory.resolve("home"));
        Files.createDirectories(installation.libraries());
        Files.createDirectories(installation.extensions());
    }

    @Test
    void packageOnTheMachineIsUsed() throws Exception {
        install("usr/lib/postgresql/17/lib/vector.so", "usr/share/postgresql/17/extension", "0.10.0");

        pgvector(LINUX).install(installation, directory.resolve("cache"));

        assertThat(installation.libraries().resolve("vector.so")).hasContent("library");
        assertThat(installation.extensions().resolve("vector.control")).exists();
        assertThat(installation.extensions().resolve("vector--0.10.0.sql")).exists();
    }

    @Test
    void homebrewIsUsedOnMacOs() throws Exception {
        install("opt/homebrew/lib/postgresql@17/vector.dylib", "opt/homebrew/share/postgresql@17/extension", "0.8.1");

        pgvector(MACOS).install(installation, directory.resolve("cache"));

        assertThat(installation.libraries().resolve("vector.dylib")).hasContent("library");
    }

    @Test
    void macOsWithoutItIsToldWhatToInstall() {
        assertThatExceptionOfType(EmbeddedStartException.class)
                .isThrownBy(() -> pgvector(MACOS).install(installation, directory.resolve("cache")))
                .withMessageContaining("brew install pgvector");
    }

    @Test
    void cacheIsUsedBeforeTheMachine() throws Exception {
        install("usr/lib/postgresql/17/lib/vector.so", "usr/share/postgresql/17/extension", "0.8.0");
        pgvector(LINUX).install(installation, directory.resolve("cache"));
        Files.writeString(directory.resolve("root/usr/lib/postgresql/17/lib/vector.so"), "another library");
        Files.delete(installation.extensions().resolve("vector.control"));

        pgvector(LINUX).install(installation, directory.resolve("cache"));

        assertThat(installation.libraries().resolve("vector.so")).hasContent("library");
    }

    @Test
    void tooOldPackageIsNotUsedAndAFailedBuildTellsWhatToDo() throws Exception {
        install("usr/lib/postgresql/17/lib/vector.so", "usr/share/postgresql/17/extension", "0.7.4");

        assertThatExceptionOfType(EmbeddedStartException.class)
                .isThrownBy(() -> pgvector(LINUX).install(installation, directory.resolve("cache")))
                .withMessageContaining("apt-get install gcc libc6-dev dpkg-dev")
                .withMessageContaining("postgresql-17-pgvector")
                .withMessageContaining("Install Docker")
                .withMessageContaining("CAFFEINE_DATABASE_URL");
        assertThat(installation.extensions().resolve("vector.control")).doesNotExist();
    }

    @Test
    void sourcePackageIsBuilt() throws Exception {
        Installation built = CachedBinaries.installation();

        assertThat(built.libraries().resolve("vector.so")).exists();
        assertThat(built.extensions().resolve("vector.control")).exists();
    }

    private Pgvector pgvector(Platform platform) {
        return new Pgvector(platform, directory.resolve("root"), TOO_SHORT);
    }

    private void install(String library, String extensions, String version) throws IOException {
        Path root = directory.resolve("root");
        Files.createDirectories(root.resolve(extensions));
        Files.createDirectories(root.resolve(library).resolveSibling(""));
        Files.writeString(root.resolve(library), "library");
        Files.writeString(root.resolve(extensions).resolve("vector.control"), "default_version = '" + version + "'\n");
        Files.writeString(root.resolve(extensions).resolve("vector--" + version + ".sql"), "SELECT 1;");
    }
}
