package dev.caffeinecode.embedded;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

class BuildScriptIT {
    private static final Path SCRIPT = Path.of("src/main/resources/dev/caffeinecode/embedded/build-pgvector.sh")
            .toAbsolutePath();

    @TempDir
    Path directory;

    @Test
    void helpSaysWhatItDoes() throws Exception {
        Program.Outcome outcome = run(Map.of(), "--help");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.output()).startsWith("Usage: build-pgvector.sh DIRECTORY");
    }

    @Test
    void wrongUsageIsRefused() throws Exception {
        assertThat(run(Map.of()).exitCode()).isEqualTo(2);
    }

    @Test
    void missingCompilerIsNamed() throws Exception {
        for (String tool : List.of("realpath", "apt-get", "dpkg-source", "dpkg-deb")) {
            Path program = Files.createFile(directory.resolve(tool));
            Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        }

        Program.Outcome outcome = run(Map.of("PATH", directory.toString()), directory.toString());

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.output()).contains("gcc is not installed");
    }

    /** On a machine that never updated its lists, as a fresh container. */
    @ParameterizedTest
    @CsvSource({
        "sources.list, 'deb [arch=amd64 trusted=yes] http://127.0.0.1:9/mirror RELEASE main contrib'",
        "debian.sources, 'Types: deb|URIs: http://127.0.0.1:9/mirror|Suites: RELEASE RELEASE-updates|Components: main'"
    })
    void mirrorIsReadFromTheSourcesOfThisMachine(String file, String sources) throws Exception {
        assumeThat(Path.of("/etc/debian_version")).exists();
        Path parts = Files.createDirectory(directory.resolve("parts"));
        Files.writeString(parts.resolve(file.replace("sources.list", "one-line.list")), sources(sources));
        Path configuration = Files.writeString(directory.resolve("apt.conf"), """
                Acquire::Retries "0";
                Dir::Etc::sourcelist "/dev/null";
                Dir::Etc::sourceparts "%s";
                Dir::State::lists "%s";
                """.formatted(
                parts,
                Files.createDirectories(directory.resolve("lists/partial")).resolveSibling("")));

        Program.Outcome outcome = run(Map.of("APT_CONFIG", configuration.toString()), directory.toString());

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.output())
                .contains("http://127.0.0.1:9/mirror/dists/")
                .contains("has pgvector and postgresql-server-dev-17");
    }

    private static String sources(String template) throws IOException {
        String release = Files.readAllLines(Path.of("/etc/os-release")).stream()
                .filter(line -> line.startsWith("VERSION_CODENAME="))
                .map(line -> line.replace("VERSION_CODENAME=", ""))
                .findFirst()
                .orElseThrow();
        return template.replace("RELEASE", release).replace('|', '\n') + "\n";
    }

    private static Program.Outcome run(Map<String, String> environment, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("/bin/bash", SCRIPT.toString()));
        command.addAll(List.of(arguments));
        return new Program(command, environment, Duration.ofMinutes(1)).run();
    }
}
