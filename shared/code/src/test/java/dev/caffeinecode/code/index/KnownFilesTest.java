package dev.caffeinecode.code.index;

import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.FileRole;
import dev.caffeinecode.code.NoteKind;
import dev.caffeinecode.code.Samples;
import dev.caffeinecode.code.rules.PathRules;
import dev.caffeinecode.code.text.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(120)
class KnownFilesTest {
    private final IndexOptions options = IndexOptions.DEFAULT.withThreads(2);
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    @Test
    void knownFileIsNeitherReadNorAskedFor() throws InterruptedException {
        ReadFiles first = read(KnownFiles.NONE, blob("a.py", "def f(): pass\n"), blob("b.py", "def g(): pass\n"));
        asked.clear();

        ReadFiles second = read(known(first), blob("a.py", "def f(): pass\n"), blob("b.py", "def h(): pass\n"));

        assertThat(asked).containsExactly("b.py");
        assertThat(second.reused()).isEqualTo(1);
        assertThat(second.bytes()).isEqualTo(28);
        assertThat(second.newBytes()).isEqualTo(14);
        assertThat(second.link().symbols())
                .extracting(symbol -> symbol.name().simple())
                .contains("f", "h")
                .doesNotContain("g");
    }

    @Test
    void graphDoesNotDependOnWhatIsKnown() throws InterruptedException, IOException {
        List<SourceBlob> before = commit("");
        List<SourceBlob> after = commit("\n\n");
        CodeGraph alone = read(options, KnownFiles.NONE, after).link();
        KnownFiles known = known(read(options, KnownFiles.NONE, before));
        for (int threads = 1; threads <= 5; threads += 2) {
            Collections.shuffle(after, new Random(threads));

            ReadFiles read = read(options.withThreads(threads), known, after);

            assertThat(read.link()).isEqualTo(alone);
            assertThat(read.reused()).isEqualTo(before.size() / 2);
        }
    }

    @Test
    void fileIsReadAnewWhereAnythingItDependsOnIsOther() throws InterruptedException {
        KnownFiles known = known(read(KnownFiles.NONE, blob("a.py", "x = 1\n")));

        assertThat(read(known, blob("a.py", "x = 1\n")).reused()).isEqualTo(1);
        assertThat(read(known, blob("b.py", "x = 1\n")).reused()).isZero();
        assertThat(read(known, blob("a.py", "x = 2\n")).reused()).isZero();
        assertThat(read(known, SourceBlob.oversize("a.py", 6).named("1")).reused())
                .isZero();
        for (String rule : List.of(
                "a.py linguist-generated",
                "a.py linguist-vendored",
                "a.py linguist-documentation",
                "*.py -linguist-vendored")) {
            assertThat(read(ruled(".gitattributes", rule), known, List.of(blob("a.py", "x = 1\n")))
                            .reused())
                    .isZero();
        }
        assertThat(read(ruled(".editorconfig", "[*.py]\ncharset = latin1\n"), known, List.of(blob("a.py", "x = 1\n")))
                        .reused())
                .isZero();
        assertThat(read(ruled(".gitattributes", "b.py linguist-vendored"), known, List.of(blob("a.py", "x = 1\n")))
                        .reused())
                .isEqualTo(1);
    }

    @Test
    void ruleThatNowFitsAKnownFileHolds() throws InterruptedException {
        KnownFiles known = known(read(KnownFiles.NONE, blob("a.py", "x = 1\n")));

        ReadFiles read =
                read(ruled(".gitattributes", "*.py linguist-vendored"), known, List.of(blob("a.py", "x = 1\n")));

        assertThat(read.link().files().getFirst().file().role()).isEqualTo(FileRole.VENDORED);
    }

    @Test
    void fileWithoutANameOfItsContentIsReadEachTime() throws InterruptedException {
        SourceBlob unnamed = SourceBlob.file("a.py", "x = 1\n".getBytes(StandardCharsets.UTF_8));

        ReadFiles read = read(KnownFiles.NONE, unnamed);

        assertThat(read.keepable()).isEmpty();
        assertThat(read.link().files()).hasSize(1);
    }

    @Test
    void whatWasCutByTimeIsNotKept() throws InterruptedException {
        IndexOptions hasty =
                new IndexOptions(1, 1 << 20, 1 << 20, Duration.ofMillis(1), options.walk(), PathRules.NONE, Set.of());
        String source = ("x = " + "(".repeat(50) + "1" + ")".repeat(50) + "\n").repeat(8_000);

        ReadFiles read = read(hasty, KnownFiles.NONE, List.of(blob("a.py", source), blob("b.txt", "x")));

        assertThat(read.keepable())
                .extracting(each -> each.file().facts().path())
                .containsExactly("b.txt");
        assertThat(read.newBytes()).isEqualTo(1);
    }

    @Test
    void fileThatIsNotToBeParsedIsKnownOnlyIfItWasParsedBefore() throws InterruptedException {
        IndexOptions careful = options.withoutParsing(Set.of("a.py", "b.py"));
        KnownFiles known = known(read(KnownFiles.NONE, blob("a.py", "def f(): pass\n")));

        ReadFiles read =
                read(careful, known, List.of(blob("a.py", "def f(): pass\n"), blob("b.py", "def f(): pass\n")));

        CodeGraph graph = read.link();
        assertThat(graph.symbolsOf("a.py")).isNotEmpty();
        assertThat(graph.find("b.py").orElseThrow().file().has(NoteKind.SKIPPED))
                .isTrue();
        assertThat(read.keepable())
                .extracting(each -> each.file().facts().path())
                .containsExactly("a.py");
    }

    @Test
    void ofTwoEntriesWithOnePathTheFirstIsKeptWhicheverIsKnown() throws InterruptedException {
        KnownFiles known = known(read(KnownFiles.NONE, blob("a.txt", "second one")));

        ReadFiles read = read(known, blob("a.txt", "first"), blob("a.txt", "second one"));

        assertThat(read.link().files()).hasSize(1);
        assertThat(read.bytes()).isEqualTo(5);
    }

    @Test
    void knownFileThatIsNotWantedIsLeftOut() throws InterruptedException {
        KnownFiles known = known(read(KnownFiles.NONE, blob("a.py", "x = 1\n")));
        IndexOptions without = options.withRules(
                new PathRules.Builder().exclude(List.of("*.py")).build());

        assertThat(read(without, known, List.of(blob("a.py", "x = 1\n"))).link().files())
                .isEmpty();
    }

    /** Two files of every language, a manifest and what it leads to; in one of each two something comes first. */
    private List<SourceBlob> commit(String first) throws IOException {
        List<SourceBlob> blobs = new ArrayList<>();
        for (String sample : Samples.mentions()) {
            String text = Samples.text("mentions/" + sample);
            blobs.add(blob("src/" + sample, text));
            blobs.add(blob("other/" + sample, first + text));
        }
        blobs.add(
                blob("pom.xml", "<project><artifactId>shop</artifactId><properties><v>1</v></properties></project>\n"));
        blobs.add(blob("README.md", first + "# Shop\nSee [it](src/order.py).\n"));
        return blobs;
    }

    private SourceBlob blob(String path, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return SourceBlob.file(path, bytes.length, () -> {
                    asked.add(path);
                    return bytes;
                })
                .named(Sha256.hex(bytes));
    }

    private IndexOptions ruled(String path, String rules) {
        return options.withRules(new PathRules.Builder()
                .add(path, rules.getBytes(StandardCharsets.UTF_8))
                .build());
    }

    private static KnownFiles known(ReadFiles read) {
        return new KnownFiles(read.keepable());
    }

    private ReadFiles read(KnownFiles known, SourceBlob... blobs) throws InterruptedException {
        return read(options, known, List.of(blobs));
    }

    private static ReadFiles read(IndexOptions options, KnownFiles known, List<SourceBlob> blobs)
            throws InterruptedException {
        return new CodeIndexer(options).read(blobs.iterator(), known, ProgressListener.NONE);
    }
}
