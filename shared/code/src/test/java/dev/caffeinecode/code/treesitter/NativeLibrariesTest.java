package dev.caffeinecode.code.treesitter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class NativeLibrariesTest {
    private static final byte[] LIBRARY = "a library".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, lib/x86_64-linux-gnu-tree-sitter-c.so",
        "Linux, aarch64, lib/aarch64-linux-gnu-tree-sitter-c.so",
        "Mac OS X, x86_64, lib/x86_64-macos-tree-sitter-c.dylib",
        "Mac OS X, aarch64, lib/aarch64-macos-tree-sitter-c.dylib"
    })
    void systemsHaveTheirLibraryInEveryJar(String system, String architecture, String resource) {
        assertThat(NativeLibraries.resourceName("tree-sitter-c", system, architecture))
                .isEqualTo(resource);
        for (Grammar grammar : Grammar.values()) {
            String library = "tree-sitter-" + grammar.library();
            assertThat(getClass().getResource("/" + NativeLibraries.resourceName(library, system, architecture)))
                    .as(library)
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @CsvSource({"Windows 11, amd64", "Linux, riscv64", "FreeBSD, amd64"})
    void otherSystemsAreRefusedWithAReason(String system, String architecture) {
        assertThatIllegalStateException()
                .isThrownBy(() -> NativeLibraries.resourceName("tree-sitter", system, architecture))
                .withMessageContaining("Linux and macOS")
                .withMessageContaining(system);
    }

    @Test
    void libraryIsPutInPlaceOnce() throws IOException {
        Path first = NativeLibraries.place(LIBRARY, ".so", folder);
        Path second = NativeLibraries.place(LIBRARY, ".so", folder);

        assertThat(second).isEqualTo(first).hasBinaryContent(LIBRARY);
        assertThat(folder).isDirectoryContaining("glob:**.so").isDirectoryNotContaining("glob:**part*");
    }

    @Test
    void damagedLibraryIsReplaced() throws IOException {
        Path file = NativeLibraries.place(LIBRARY, ".so", folder);
        Files.writeString(file, "half");

        assertThat(NativeLibraries.place(LIBRARY, ".so", folder))
                .isEqualTo(file)
                .hasBinaryContent(LIBRARY);
    }

    @Test
    void manyMayPutTheSameLibraryInPlaceAtOnce() throws ExecutionException, InterruptedException, IOException {
        List<Future<Path>> files = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 32; i++) {
                files.add(threads.submit(() -> NativeLibraries.place(LIBRARY, ".so", folder)));
            }
        }

        for (Future<Path> file : files) {
            assertThat(file.get()).hasBinaryContent(LIBRARY);
        }
        assertThat(folder).isDirectoryNotContaining("glob:**part*");
    }
}
