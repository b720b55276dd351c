package dev.caffeinecode.code.index;

import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.FileRole;
import dev.caffeinecode.code.TextEncoding;
import dev.caffeinecode.code.rules.PathRules;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class RulesTest {
    @Test
    void whatPeopleStateAboutFilesCountsMoreThanWhatTheyLookLike() throws InterruptedException {
        PathRules rules = new PathRules.Builder()
                .add(".gitattributes", """
                        api.py linguist-generated
                        copied/** linguist-vendored
                        vendor/** -linguist-vendored
                        show.html linguist-documentation
                        """.getBytes(StandardCharsets.UTF_8))
                .exclude(List.of("old"))
                .build();

        CodeGraph graph = index(
                rules,
                SourceBlob.file("api.py", bytes("def a(): pass\n")),
                SourceBlob.file("copied/b.py", bytes("def b(): pass\n")),
                SourceBlob.file("vendor/c.py", bytes("def c(): pass\n")),
                SourceBlob.file("show.html", bytes("<p>\n")),
                SourceBlob.file("old/d.py", bytes("def d(): pass\n")));

        assertThat(role(graph, "api.py")).isEqualTo(FileRole.GENERATED);
        assertThat(role(graph, "copied/b.py")).isEqualTo(FileRole.VENDORED);
        assertThat(role(graph, "vendor/c.py")).isEqualTo(FileRole.SOURCE);
        assertThat(role(graph, "show.html")).isEqualTo(FileRole.DOCUMENTATION);
        assertThat(graph.find("old/d.py")).isEmpty();
        assertThat(graph.symbols().map(symbol -> symbol.name().simple())).containsExactly("c");
    }

    @Test
    void charsetsHelpWithBytesThatAreNoUtf8() throws InterruptedException {
        PathRules rules = new PathRules.Builder()
                .add(".editorconfig", bytes("[*.txt]\ncharset = latin1\n[*.utf]\ncharset = utf-16le\n"))
                .build();
        byte[] mixed = "\u00c3\u00a9 \u00e9\n".getBytes(StandardCharsets.ISO_8859_1);

        CodeGraph graph = index(
                rules,
                SourceBlob.file("a.txt", mixed),
                SourceBlob.file("b.txt", bytes("\u00e9\n")),
                SourceBlob.file("c.utf", "\u4e2d\u6587\u4e2d\u6587".getBytes(StandardCharsets.UTF_16LE)));

        assertThat(encoding(graph, "a.txt")).isEqualTo(TextEncoding.WINDOWS_1252);
        assertThat(encoding(graph, "b.txt")).isEqualTo(TextEncoding.UTF_8);
        assertThat(encoding(graph, "c.utf")).isEqualTo(TextEncoding.UTF_16_LE);
    }

    private static CodeGraph index(PathRules rules, SourceBlob... blobs) throws InterruptedException {
        return new CodeIndexer(IndexOptions.DEFAULT.withThreads(1).withRules(rules))
                .index(List.of(blobs).iterator(), ProgressListener.NONE);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static FileRole role(CodeGraph graph, String path) {
        return graph.find(path).orElseThrow().file().role();
    }

    private static TextEncoding encoding(CodeGraph graph, String path) {
        return graph.find(path).orElseThrow().file().content().encoding();
    }
}
