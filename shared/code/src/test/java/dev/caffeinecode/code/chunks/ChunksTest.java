package dev.caffeinecode.code.chunks;

import dev.caffeinecode.code.FileFacts;
import dev.caffeinecode.code.FileRole;
import dev.caffeinecode.code.Indexed;
import dev.caffeinecode.code.SampleGraph;
import dev.caffeinecode.code.text.Sha256;
import dev.caffeinecode.code.text.TextLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ChunksTest {
    @Test
    void smallFileIsOneChunk() {
        List<Chunk> chunks = chunks("shop/cart.py", "def add(a):\n    return a\n\n\ndef drop(a):\n    pass\n");

        assertThat(shown(chunks)).isEqualTo("""
                1-6
                shop/cart.py
                def add(a):
                    return a


                def drop(a):
                    pass
                """);
        assertThat(chunks.getFirst().digest())
                .isEqualTo(Sha256.hex(chunks.getFirst().text().getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void largeFileIsCutWhereItsSymbolsBegin() {
        String source =
                "package a;\n\n/** Sells what people put into their carts and keeps the books of the shop. */\npublic class Shop {\n    int total;\n\n"
                        + method("open", 30) + "\n" + method("sell", 30) + "\n" + method("count", 2) + method("name", 2)
                        + "}\n";

        List<Chunk> chunks = chunks("a/Shop.java", source);

        assertThat(chunks)
                .extracting(chunk -> chunk.text().lines().findFirst().orElseThrow())
                .containsExactly(
                        "a/Shop.java | a.Shop",
                        "a/Shop.java | a.Shop.open | public class Shop",
                        "a/Shop.java | a.Shop.sell | public class Shop",
                        "a/Shop.java | a.Shop | public class Shop");
        assertThat(chunks.getFirst().text()).endsWith("{\n    int total;");
        assertThat(chunks.getLast().text()).contains("void count()", "void name()");
        assertThat(chunks.get(1).symbol()).isNotNull();
    }

    @Test
    void docstringStaysWithWhatItDocuments() {
        String source =
                "class A {\n" + method("one", 30) + "\n    /** Says\n     * two. */\n" + method("two", 30) + "}\n";

        assertThat(chunks("A.java", source))
                .anySatisfy(chunk -> assertThat(chunk.text()).startsWith("A.java | A.two | class A\n    /** Says\n"));
    }

    @Test
    void functionUpToTheLimitStaysWhole() {
        String source = "class A {\n" + method("one", 60) + method("two", 60) + "}\n";
        List<Chunk> chunks = chunks("A.java", source);

        assertThat(chunks).hasSize(2);
        assertThat(chunks.getFirst().text())
                .hasSizeBetween(1_800, 4_000)
                .startsWith("A.java | A.one | class A\nclass A {\n")
                .contains("step59");
    }

    @Test
    void largeFunctionIsCutAtBlankLinesAndSaysTwoLinesAgain() {
        StringBuilder source = new StringBuilder("def run():\n");
        for (int block = 0; block < 20; block++) {
            for (int line = 0; line < 15; line++) {
                source.append("    call_number_").append(block * 100 + line).append("(argument)\n");
            }
            source.append('\n');
        }
        List<Chunk> chunks = chunks("run.py", source.toString());

        assertThat(chunks)
                .hasSizeGreaterThan(3)
                .allSatisfy(chunk -> assertThat(chunk.text()).hasSizeLessThan(2_200));
        for (int i = 1; i < chunks.size(); i++) {
            Chunk before = chunks.get(i - 1);
            Chunk chunk = chunks.get(i);
            assertThat(chunk.text()).startsWith("run.py | run.run | def run()\n    call_number_");
            assertThat(chunk.lines().first()).isEqualTo(before.lines().last());
            assertThat(before.lines().last() % 16).isZero();
        }
    }

    @Test
    void movedCodeKeepsItsDigest() {
        String tail = method("one", 30) + "\n" + method("two", 30) + "}\n";
        List<Chunk> before = chunks("A.java", "class A {\n\n" + tail);
        List<Chunk> after = chunks("A.java", "// " + "new\n// ".repeat(30) + "\n\nclass A {\n\n" + tail);

        assertThat(digests(after)).containsAll(digests(before));
        assertThat(after.getLast().lines()).isNotEqualTo(before.getLast().lines());
    }

    @Test
    void otherTextOtherFileOrOtherNameGivesAnotherDigest() {
        assertThat(digests(chunks("a.py", "x = 1\n"))).isNotEqualTo(digests(chunks("a.py", "x = 2\n")));
        assertThat(digests(chunks("a.py", "x = 1\n"))).isNotEqualTo(digests(chunks("b.py", "x = 1\n")));
        assertThat(digests(chunks("a.py", "x = 1\n"))).isEqualTo(digests(chunks("a.py", "\n\nx = 1  \r\n\n")));
    }

    @Test
    void documentsAreCutAtHeadings() {
        String text = "# Shop\n\n" + "Sells things. ".repeat(60) + "\n\n## Install\n\n```sh\n# no heading\n```\n\n"
                + "Like this. ".repeat(90) + "\n\nUse\n---\n\n" + "So or so. ".repeat(90) + "\n";

        assertThat(chunks("README.md", text))
                .extracting(chunk -> chunk.text().lines().findFirst().orElseThrow())
                .containsExactly("README.md | Shop", "README.md | Shop > Install", "README.md | Shop > Use");
    }

    @Test
    void underlinesAreHeadingsInRestructuredText() {
        String text = "Shop\n====\n\n" + "Sells things. ".repeat(80) + "\n\nInstall\n~~~~~~~\n\n"
                + "Like this. ".repeat(90) + "\n";

        assertThat(chunks("docs/index.rst", text))
                .extracting(chunk -> chunk.text().lines().findFirst().orElseThrow())
                .containsExactly("docs/index.rst | Shop", "docs/index.rst | Shop > Install");
    }

    @Test
    void otherTextsAreCutAtBlankLines() {
        String block = "key: value of something that is long enough\n".repeat(25) + "\n";
        List<Chunk> chunks = chunks("config/app.yml", block.repeat(4));

        assertThat(chunks)
                .hasSize(4)
                .allSatisfy(chunk -> assertThat(chunk.text()).startsWith("config/app.yml\nkey: value"));
    }

    @Test
    void veryLongLinesAreShortened() {
        List<Chunk> chunks = chunks("a.py", "a = '" + "😀".repeat(600) + "'\nb = 1\n");

        assertThat(chunks).hasSize(1);
        assertThat(chunks.getFirst().text()).hasSizeLessThan(1_100).contains("…\nb = 1");
    }

    @ParameterizedTest
    @EnumSource(
            value = FileRole.class,
            names = {"GENERATED", "VENDORED", "DATA", "BINARY", "LFS_POINTER", "SYMLINK", "SUBMODULE"})
    void whatNobodyReadsGivesNone(FileRole role) {
        FileFacts facts =
                new SampleGraph().file("a.txt", role, 9, null).build().files().getFirst();

        assertThat(Chunks.of(facts, TextLines.of("text\n"))).isEmpty();
    }

    @Test
    void lockFilesAndBlankFilesGiveNone() {
        assertThat(chunks("yarn.lock", "react@1:\n  version 1\n")).isEmpty();
        assertThat(chunks("a.py", "")).isEmpty();
        assertThat(chunks("a.py", "\n \n\t\n")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "App.tsx",
                "Cart.java",
                "Shop.cs",
                "Shop.kt",
                "Shop.php",
                "Shop.scala",
                "Shop.swift",
                "lib.rs",
                "shop.c",
                "shop.cpp",
                "shop.go",
                "shop.h",
                "shop.js",
                "shop.py",
                "shop.rb",
                "shop.sh",
                "shop.ts"
            })
    void everyLineIsInAChunkInEveryLanguage(String sample) throws IOException {
        try (InputStream stream = ChunksTest.class.getResourceAsStream("/symbols/" + sample)) {
            String text = new String(Objects.requireNonNull(stream, sample).readAllBytes(), StandardCharsets.UTF_8);
            assertCovered("src/" + sample, text);
            assertCovered("src/" + sample, "\n".repeat(3) + text.repeat(3));
        }
    }

    @Test
    void everyLineIsInAChunkWhateverTheShape() {
        Random random = new Random(7);
        for (int round = 0; round < 60; round++) {
            StringBuilder source = new StringBuilder();
            nest(source, random, 0);
            assertCovered("a" + round + ".py", source.toString());
            assertCovered("a" + round + ".md", source.toString().replace("def ", "## "));
            assertCovered("a" + round + ".yml", source.toString());
        }
    }

    @Test
    void badChunksAreRefused() {
        Chunk chunk = chunks("a.py", "x = 1\n").getFirst();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Chunk("a", chunk.lines(), null, "x".repeat(4_001), "d"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Chunk("a", chunk.lines(), null, " ", "d"));
    }

    private static void nest(StringBuilder source, Random random, int depth) {
        String indent = "    ".repeat(depth);
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
            int words = random.nextInt(10) == 0 ? 400 : 8;
            switch (random.nextInt(depth < 4 ? 5 : 3)) {
                case 0 -> source.append("\n".repeat(random.nextInt(4)));
                case 1, 2 -> {
                    for (int line = random.nextInt(40); line >= 0; line--) {
                        source.append(indent)
                                .append("x = ")
                                .append("y + ".repeat(random.nextInt(words)))
                                .append("1\n");
                    }
                }
                default -> {
                    source.append(indent)
                            .append("def f")
                            .append(random.nextInt(99))
                            .append("():\n");
                    source.append(indent).append("    pass\n");
                    nest(source, random, depth + 1);
                }
            }
        }
    }

    private static void assertCovered(String path, String text) {
        FileFacts facts = Indexed.file(path, text);
        if (facts.file().role() == FileRole.GENERATED) {
            return; // its lines are too long for people
        }
        TextLines lines = TextLines.of(text);
        BitSet covered = new BitSet();
        int before = 0;
        for (Chunk chunk : Chunks.of(facts, lines)) {
            assertThat(chunk.path()).isEqualTo(path);
            assertThat(chunk.text()).hasSizeLessThanOrEqualTo(4_000);
            assertThat(chunk.lines().first()).isGreaterThan(before - 2);
            before = chunk.lines().last();
            covered.set(chunk.lines().first(), before + 1);
            List<String> body = chunk.text().lines().skip(1).toList();
            assertThat(body).hasSize(chunk.lines().count());
        }
        for (int number = 1; number <= lines.count(); number++) {
            assertThat(covered.get(number) || lines.line(number).isBlank())
                    .as(path + ":" + number)
                    .isTrue();
        }
    }

    private static List<Chunk> chunks(String path, String text) {
        return Chunks.of(Indexed.file(path, text), TextLines.of(text));
    }

    private static List<String> digests(List<Chunk> chunks) {
        return chunks.stream().map(Chunk::digest).toList();
    }

    private static String shown(List<Chunk> chunks) {
        List<String> shown = new ArrayList<>();
        chunks.forEach(chunk -> shown.add(chunk.lines() + "\n" + chunk.text() + "\n"));
        return String.join("---\n", shown);
    }

    private static String method(String name, int steps) {
        StringBuilder text = new StringBuilder("    void " + name + "() {\n");
        for (int i = 0; i < steps; i++) {
            text.append("        count = step")
                    .append(i)
                    .append("(count, total, ")
                    .append(name)
                    .append(");\n");
        }
        return text.append("    }\n").toString();
    }
}
