package dev.caffeinecode.code.format;

import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.Samples;
import dev.caffeinecode.code.index.CodeIndexer;
import dev.caffeinecode.code.index.IndexOptions;
import dev.caffeinecode.code.index.KeyedFile;
import dev.caffeinecode.code.index.KnownFiles;
import dev.caffeinecode.code.index.ProgressListener;
import dev.caffeinecode.code.index.ReadFiles;
import dev.caffeinecode.code.index.SourceBlob;
import dev.caffeinecode.code.links.IndexedFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KnownFilesFormatTest {
    private static final String BUILD = "ab".repeat(32);

    private final CodeIndexer indexer = new CodeIndexer(IndexOptions.DEFAULT);
    private ReadFiles read;
    private List<KeyedFile> files;

    @BeforeAll
    void readFiles() throws IOException, InterruptedException {
        read = indexer.read(commit().iterator(), KnownFiles.NONE, ProgressListener.NONE);
        files = read.keepable();
    }

    /** A file of every language, and those from which versions and pointers come. */
    private static List<SourceBlob> commit() throws IOException {
        List<SourceBlob> blobs = new ArrayList<>();
        for (String sample : Samples.mentions()) {
            blobs.add(file("src/" + sample, Samples.text("mentions/" + sample)));
        }
        blobs.add(file("pom.xml", """
                <project>
                  <artifactId>shop</artifactId>
                  <properties><jackson>2.9</jackson><junit>6.0</junit></properties>
                  <modules><module>src</module></modules>
                  <dependencyManagement><dependencies><dependency>
                    <groupId>org.junit</groupId><artifactId>junit</artifactId><version>${junit}</version>
                  </dependency></dependencies></dependencyManagement>
                </project>
                """));
        blobs.add(file("Cargo.lock", "[[package]]\nname = \"serde\"\nversion = \"1.0.1\"\n"));
        blobs.add(file("README.md", "# Shop\nSee [it](src/order.py) or run `src/order.sh`.\n```sh\nmake test\n```\n"));
        blobs.add(SourceBlob.symlink("link", "src".getBytes(StandardCharsets.UTF_8))
                .named("link"));
        blobs.add(SourceBlob.oversize("big", 1L << 40).named("big"));
        return blobs;
    }

    private static SourceBlob file(String path, String text) {
        return SourceBlob.file(path, text.getBytes(StandardCharsets.UTF_8)).named(path);
    }

    @Test
    void samplesHaveAllThatCanBeKept() {
        assertThat(any(file -> !file.mentions().imports().isEmpty())).isTrue();
        assertThat(any(file -> !file.mentions().mentions().isEmpty())).isTrue();
        assertThat(any(file -> !file.mentions().types().isEmpty())).isTrue();
        assertThat(any(file -> !file.versions().locked().isEmpty())).isTrue();
        assertThat(any(file -> !file.versions().managed().isEmpty())).isTrue();
        assertThat(any(file -> file.versions().properties().size() > 1)).isTrue();
        assertThat(any(file -> !file.pointers().isEmpty())).isTrue();
    }

    private boolean any(Predicate<IndexedFile> kind) {
        return files.stream().map(KeyedFile::file).anyMatch(kind);
    }

    @Test
    void filesAreReadAsTheyWereWritten() throws IOException {
        KnownFiles known = read(bytes());

        assertThat(known.count()).isEqualTo(files.size());
        for (KeyedFile each : files) {
            assertThat(known.find(each.key()).map(each.file()::equals))
                    .as(each.file().facts().path())
                    .contains(true);
        }
    }

    @Test
    void graphIsTheSameToTheByte() throws IOException, InterruptedException {
        ReadFiles again = indexer.read(commit().iterator(), read(bytes()), ProgressListener.NONE);

        assertThat(again.reused()).isEqualTo(files.size());
        assertThat(graph(again.link())).isEqualTo(graph(read.link()));
        assertThat(bytes(again.keepable())).isEqualTo(bytes());
    }

    @Test
    void onlyWhatIsWantedIsKept() throws IOException {
        KeyedFile one = files.get(3);

        KnownFiles known =
                KnownFilesFormat.read(BUILD, new ByteArrayInputStream(bytes()), one.key()::equals, GraphLimits.DEFAULT);

        assertThat(known.count()).isEqualTo(1);
        assertThat(known.find(one.key())).contains(one.file());
    }

    @Test
    void whatAnotherBuildHasReadIsRefused() throws IOException {
        byte[] bytes = bytes();

        assertThatExceptionOfType(MalformedGraphException.class)
                .isThrownBy(() -> KnownFilesFormat.read(
                        "cd".repeat(32), new ByteArrayInputStream(bytes), _ -> true, GraphLimits.DEFAULT))
                .withMessage("list of known files of another build");
    }

    @Test
    void everythingShorterOrLongerIsRefused() throws IOException {
        byte[] whole = bytes(files.subList(0, 3));
        for (int length = 0; length < whole.length; length++) {
            assertRefused(Arrays.copyOf(whole, length));
        }
        byte[] content = unzipped(whole);
        assertRefused(zipped(Arrays.copyOf(content, content.length + 1)));
    }

    @Test
    void otherStreamsAreRefused() throws IOException, InterruptedException {
        assertRefused(new byte[0]);
        assertRefused("{}".getBytes(StandardCharsets.UTF_8));
        assertRefused(graph(read.link()));
        assertRefused(zipped("CCFILES\0".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void damagedBytesAreReadOrRefusedButNothingElse() throws IOException {
        Set<String> some = Set.of("pom.xml", "Cargo.lock", "README.md", "link", "src/order.sh");
        byte[] content = unzipped(bytes(files.stream()
                .filter(each -> some.contains(each.file().facts().path()))
                .toList()));
        Random random = new Random(17);
        for (int round = 0; round < 5_000; round++) {
            byte[] damaged = content.clone();
            for (int i = 1 + random.nextInt(3); i > 0; i--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            try {
                read(zipped(damaged));
            } catch (MalformedGraphException e) {
                assertThat(e).hasMessageMatching(".{5,}[\\s\\S]*");
            }
        }
    }

    @Test
    void limitsHold() throws IOException {
        byte[] bytes = bytes();

        assertThatExceptionOfType(MalformedGraphException.class)
                .isThrownBy(() -> read(bytes, new GraphLimits(1_000, 100, 10_000, 10_000)))
                .withMessage("the list of known files is larger than is read");
        assertThatExceptionOfType(MalformedGraphException.class)
                .isThrownBy(() -> read(bytes, new GraphLimits(1 << 20, 5, 10_000, 10_000)))
                .withMessage("bad number of files: " + files.size());
        assertThatExceptionOfType(MalformedGraphException.class)
                .isThrownBy(() -> read(bytes, new GraphLimits(1 << 20, 100, 10, 10_000)))
                .withMessageStartingWith("bad number of symbols");
        assertThatExceptionOfType(MalformedGraphException.class)
                .isThrownBy(() -> read(bytes, new GraphLimits(1 << 20, 100, 10_000, 10)))
                .withMessageStartingWith("bad number of entries");
    }

    private static void assertRefused(byte[] bytes) {
        assertThatExceptionOfType(MalformedGraphException.class).isThrownBy(() -> read(bytes));
    }

    private static KnownFiles read(byte[] bytes) throws IOException {
        return read(bytes, GraphLimits.DEFAULT);
    }

    private static KnownFiles read(byte[] bytes, GraphLimits limits) throws IOException {
        return KnownFilesFormat.read(BUILD, new ByteArrayInputStream(bytes), _ -> true, limits);
    }

    private byte[] bytes() throws IOException {
        return bytes(files);
    }

    private static byte[] bytes(List<KeyedFile> files) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        KnownFilesFormat.write(BUILD, files, out);
        return out.toByteArray();
    }

    private static byte[] graph(CodeGraph graph) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CodeGraphFormat.write(graph, out);
        return out.toByteArray();
    }

    private static byte[] zipped(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(content);
        }
        return out.toByteArray();
    }

    private static byte[] unzipped(byte[] zipped) throws IOException {
        try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
            return zip.readAllBytes();
        }
    }
}
