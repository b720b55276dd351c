package dev.caffeinecode.local.jars;

import dev.caffeinecode.local.template.SamTemplate;
import dev.caffeinecode.local.template.SamTemplateReader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A function of the template and the jar that is deployed for it.
 *
 * @param path built by {@code mvn package}
 */
record LambdaJar(SamTemplate.Function function, Path path) {
    private static final Map<String, SamTemplate.Function> FUNCTIONS =
            SamTemplateReader.bundled().functions();

    /** @param name such as {@code ApiFunction} */
    static LambdaJar of(String name) {
        SamTemplate.Function function = Objects.requireNonNull(FUNCTIONS.get(name), name);
        Path path =
                Path.of("../..").resolve(function.codeUri()).toAbsolutePath().normalize();
        assertThat(path)
                .as("built by mvn package, unless -Dlambda.jars.skip is given")
                .isRegularFile();
        return new LambdaJar(function, path);
    }

    List<String> entries() throws IOException {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            return zip.stream().map(ZipEntry::getName).toList();
        }
    }

    long unpackedBytes() throws IOException {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            return zip.stream().mapToLong(ZipEntry::getSize).sum();
        }
    }

    long bytes() throws IOException {
        return Files.size(path);
    }
}
