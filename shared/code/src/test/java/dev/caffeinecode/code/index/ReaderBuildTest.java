package dev.caffeinecode.code.index;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import static org.assertj.core.api.Assertions.assertThat;

class ReaderBuildTest {
    private static final String CLASS = "dev/caffeinecode/code/symbols/A.class";

    @TempDir
    private Path directory;

    @Test
    void buildOfTheseTestsHasADigest() {
        assertThat(ReaderBuild.current().orElseThrow()).matches("[0-9a-f]{64}");
    }

    @Test
    void folderAndJarOfOneBuildAreAlike() throws IOException {
        Path folder = folder("one", CLASS, "code");

        assertThat(ReaderBuild.of(jar("one.jar", CLASS, "code"), List.of()))
                .isEqualTo(ReaderBuild.of(folder, List.of()));
    }

    @Test
    void anyOtherClassMakesAnotherBuild() throws IOException {
        String one = ReaderBuild.of(jar("one.jar", CLASS, "code"), List.of());

        assertThat(ReaderBuild.of(jar("two.jar", CLASS, "edoc"), List.of())).isNotEqualTo(one);
        assertThat(ReaderBuild.of(jar("three.jar", CLASS.replace("A.", "B."), "code"), List.of()))
                .isNotEqualTo(one);
    }

    @Test
    void whatBelongsToOthersDoesNotCount() throws IOException {
        Path folder = folder("one", CLASS, "code");
        String before = ReaderBuild.of(folder, List.of());

        Files.writeString(folder.resolve("dev/caffeinecode/other.txt"), "x");

        assertThat(ReaderBuild.of(folder, List.of())).isEqualTo(before);
    }

    @Test
    void parserCountsWhereverItLies() throws IOException {
        Path folder = folder("one", CLASS, "code");
        Path file = Files.writeString(directory.resolve("parser.so"), "parser");
        Path jar = jar("parser.jar", "lib/parser.so", "parser");
        URL inside = URI.create("jar:" + jar.toUri() + "!/lib/parser.so").toURL();
        String build = ReaderBuild.of(folder, List.of(inside));

        assertThat(ReaderBuild.of(folder, List.of(file.toUri().toURL()))).isEqualTo(build);
        assertThat(ReaderBuild.of(folder, List.of())).isNotEqualTo(build);
        Files.writeString(file, "another");
        assertThat(ReaderBuild.of(folder, List.of(file.toUri().toURL()))).isNotEqualTo(build);
    }

    private Path folder(String name, String file, String content) throws IOException {
        Path folder = directory.resolve(name);
        Files.createDirectories(folder.resolve(file.substring(0, file.lastIndexOf('/'))));
        Files.writeString(folder.resolve(file), content);
        return folder;
    }

    private Path jar(String name, String file, String content) throws IOException {
        Path jar = directory.resolve(name);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new ZipEntry(file));
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }
}
