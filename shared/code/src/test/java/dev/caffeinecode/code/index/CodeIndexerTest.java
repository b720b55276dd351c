package dev.caffeinecode.code.index;

import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.EntryKind;
import dev.caffeinecode.code.FileFacts;
import dev.caffeinecode.code.FileNote;
import dev.caffeinecode.code.FileRole;
import dev.caffeinecode.code.Language;
import dev.caffeinecode.code.NoteKind;
import dev.caffeinecode.code.SourceFile;
import dev.caffeinecode.code.Symbol;
import dev.caffeinecode.code.TextEncoding;
import dev.caffeinecode.code.rules.PathRules;
import dev.caffeinecode.code.text.Sha256;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@Timeout(120)
class CodeIndexerTest {
    private final IndexOptions options = IndexOptions.DEFAULT.withThreads(2);

    @Test
    void fileIsDescribed() throws InterruptedException {
        String source = "package a;\n\n/** Shop. */\npublic class Shop {}\n";

        FileFacts facts = only(file("src/main/java/a/Shop.java", source));

        SourceFile file = facts.file();
        assertThat(file.kind()).isEqualTo(EntryKind.FILE);
        assertThat(file.role()).isEqualTo(FileRole.SOURCE);
        assertThat(file.language()).isEqualTo(Language.JAVA);
        assertThat(file.content().bytes()).isEqualTo(source.length());
        assertThat(file.content().lines()).isEqualTo(4);
        assertThat(file.content().digest()).isEqualTo(Sha256.hex(source.getBytes(StandardCharsets.UTF_8)));
        assertThat(file.content().encoding()).isEqualTo(TextEncoding.UTF_8);
        assertThat(file.notes()).isEmpty();
        assertThat(facts.symbols())
                .extracting(symbol -> symbol.name().qualified())
                .containsExactly("a.Shop");
    }

    @Test
    void fileWhoseNameGitQuotesIsReadAsAnyOther() throws InterruptedException {
        FileFacts facts = only(file("\"src/a\\nb\\377.py\"", "def f():\n    pass\n"));

        assertThat(facts.path()).isEqualTo("\"src/a\\nb\\377.py\"");
        assertThat(facts.file().language()).isEqualTo(Language.PYTHON);
        assertThat(facts.symbols()).extracting(symbol -> symbol.name().simple()).contains("f");
    }

    @Test
    void graphDoesNotDependOnThreadsOrOrder() throws InterruptedException {
        List<SourceBlob> blobs = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            blobs.add(file("a/F" + i + ".java", "class F" + i + " { void f() {} }\n".repeat(i % 50 + 1)));
            blobs.add(file("a/f" + i + ".py", "def f" + i + "():\n  'Doc.'\n".repeat(i % 30 + 1)));
        }
        CodeGraph one = new CodeIndexer(options.withThreads(1)).index(blobs.iterator(), ProgressListener.NONE);
        Collections.shuffle(blobs, new Random(1));

        CodeGraph many = new CodeIndexer(options.withThreads(7)).index(blobs.iterator(), ProgressListener.NONE);

        assertThat(many).isEqualTo(one);
        assertThat(many.files()).hasSize(600);
    }

    @Test
    void ofTwoEntriesWithOnePathTheFirstIsKept() throws InterruptedException {
        CodeGraph graph = index(file("a.txt", "first"), file("b.txt", "x"), file("a.txt", "second one"));

        assertThat(graph.files()).hasSize(2);
        assertThat(graph.find("a.txt").orElseThrow().file().content().bytes()).isEqualTo(5);
    }

    @Test
    void namesThatOnlyLookAlikeAreKeptApart() throws InterruptedException {
        CodeGraph graph = index(
                file("caf\u00e9.py", "a = 1"),
                file("cafe\u0301.py", "a = 1"),
                file("Foo.py", "a = 1"),
                file("foo.py", "a = 1"),
                file("con.java", "class A {}"),
                file("\"\\377\\n.java\"", "class A {}"));

        assertThat(graph.files()).hasSize(6);
    }

    @Test
    void whatIsNoFileIsRecordedAsWhatItIs() throws InterruptedException {
        CodeGraph graph = index(
                SourceBlob.symlink("link", "../../../etc/passwd".getBytes(StandardCharsets.UTF_8)),
                SourceBlob.submodule("lib", "0123456789012345678901234567890123456789"),
                SourceBlob.oversize("big.java", 50_000_000),
                SourceBlob.executable("run", "#!/bin/sh\necho\n".getBytes(StandardCharsets.UTF_8)),
                file("data.bin", "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n"));

        assertThat(graph.files())
                .extracting(facts -> facts.file().role())
                .containsExactly(
                        FileRole.SOURCE, FileRole.LFS_POINTER, FileRole.SUBMODULE, FileRole.SYMLINK, FileRole.SOURCE);
        assertThat(note(graph, "link")).isEqualTo(new FileNote(NoteKind.LINK, "../../../etc/passwd"));
        assertThat(note(graph, "lib").kind()).isEqualTo(NoteKind.SUBMODULE);
        assertThat(note(graph, "big.java").kind()).isEqualTo(NoteKind.OVERSIZE);
        assertThat(graph.find("big.java").orElseThrow().file().content().bytes())
                .isEqualTo(50_000_000);
        assertThat(graph.find("run").orElseThrow().file().language()).isEqualTo(Language.BASH);
    }

    @Test
    void factsOfManifestsAndReadmesAreFound() throws InterruptedException {
        CodeGraph graph = index(
                file("package.json", "{\"name\": \"shop\", \"scripts\": {\"test\": \"jest\"}}"),
                file("README.md", "```sh\nnpm ci\n```\n"),
                file("docs/README.md", "x\n"),
                file("tests/fixtures/package.json", "{\"name\": \"fixture\"}"),
                file("node_modules/x/package.json", "{\"name\": \"x\"}"));

        assertThat(graph.manifests()).extracting(manifest -> manifest.name()).containsExactly("shop");
        assertThat(graph.commands()).extracting(command -> command.line()).containsExactly("npm ci", "npm run test");
        assertThat(graph.readmes()).containsExactly("README.md", "docs/README.md");
    }

    @Nested
    class HostileFiles {
        @Test
        void encodingsAreDecoded() throws InterruptedException {
            String source = "class Größe { int ü; }\n";
            for (String charset : List.of("ISO-8859-1", "UTF-16LE", "UTF-16BE", "UTF-8")) {
                FileFacts facts = only(SourceBlob.file("G.java", source.getBytes(Charset.forName(charset))));

                assertThat(facts.symbols())
                        .extracting(symbol -> symbol.name().simple())
                        .containsExactly("Größe", "ü");
            }
        }

        @Test
        void nothingWrittenHoldsZero() throws InterruptedException {
            byte[] content = ("/** a\0b */\nclass A { String s = \"\0\"; }\n" + " ".repeat(9000))
                    .getBytes(StandardCharsets.UTF_8);
            byte[] late = new byte[content.length + 9000];
            Arrays.fill(late, (byte) '\n');
            System.arraycopy(content, 0, late, 9000, content.length);

            CodeGraph graph = index(SourceBlob.file("A.java", late), SourceBlob.symlink("l", new byte[] {'a', 0, 'b'}));

            assertThat(graph.toString()).contains("class A").doesNotContain("\0");
            assertThat(graph.find("A.java").orElseThrow().file().has(NoteKind.REPLACED_CHARACTERS))
                    .isTrue();
        }

        @Test
        void binaryIsCountedOnly() throws InterruptedException {
            FileFacts facts = only(SourceBlob.file("A.java", new byte[] {1, 2, 3, 0, 4}));

            assertThat(facts.file().role()).isEqualTo(FileRole.BINARY);
            assertThat(facts.file().content().lines()).isZero();
        }

        @Test
        void minifiedAndGeneratedFilesAreNotParsed() throws InterruptedException {
            CodeGraph graph = index(
                    file("a.js", "function f(){}".repeat(400_000)),
                    file("b.go", "// Code generated by x. DO NOT EDIT.\npackage b\nfunc F() {}\n"),
                    file("vendor/c.go", "package c\nfunc F() {}\n"));

            assertThat(graph.symbols()).isEmpty();
            assertThat(graph.files())
                    .extracting(facts -> facts.file().notes().getFirst().kind())
                    .containsExactly(NoteKind.MINIFIED, NoteKind.GENERATED, NoteKind.VENDORED);
        }

        @Test
        void largeFileIsNotParsed() throws InterruptedException {
            FileFacts facts = only(file("A.java", "class A {}\n".repeat(100_000)));

            assertThat(facts.symbols()).isEmpty();
            assertThat(facts.file().has(NoteKind.TOO_LARGE)).isTrue();
            assertThat(facts.file().content().lines()).isEqualTo(100_000);
        }

        @Test
        void hundredThousandFunctionsAreBounded() throws InterruptedException {
            StringBuilder source = new StringBuilder();
            IntStream.range(0, 50_000)
                    .forEach(i -> source.append("int f").append(i).append("();\n"));

            FileFacts facts = only(file("a.h", source.toString()));

            assertThat(facts.symbols()).hasSize(options.walk().maxSymbols());
            assertThat(facts.file().has(NoteKind.TOO_MANY_SYMBOLS)).isTrue();
        }

        @Test
        void slowFileIsGivenUp() throws InterruptedException {
            IndexOptions hasty = new IndexOptions(
                    1, 1 << 20, 1 << 20, Duration.ofMillis(1), options.walk(), PathRules.NONE, Set.of());
            String source = ("x = " + "(".repeat(50) + "1" + ")".repeat(50) + "\n").repeat(8_000);

            CodeGraph graph =
                    new CodeIndexer(hasty).index(List.of(file("a.py", source)).iterator(), ProgressListener.NONE);

            assertThat(note(graph, "a.py").kind()).isEqualTo(NoteKind.TOO_SLOW);
        }

        @Test
        void deepNestingIsBounded() throws InterruptedException {
            CodeGraph graph = index(Stream.of(
                            "java", "js", "ts", "c", "cpp", "py", "go", "rs", "rb", "php", "kt", "cs", "scala", "swift")
                    .map(extension -> file("a." + extension, ("{".repeat(99) + "\n").repeat(1000)))
                    .toArray(SourceBlob[]::new));

            assertThat(graph.files()).hasSize(14);
        }

        @Test
        void fileCanBeKeptFromTheParser() throws InterruptedException {
            CodeIndexer careful = new CodeIndexer(options.withoutParsing(Set.of("a.py")));

            CodeGraph graph = careful.index(
                    List.of(file("a.py", "def f(): pass"), file("b.py", "def f(): pass"))
                            .iterator(),
                    ProgressListener.NONE);

            assertThat(graph.symbols()).extracting(Symbol::path).containsExactly("b.py");
            assertThat(note(graph, "a.py").kind()).isEqualTo(NoteKind.SKIPPED);
        }
    }

    @Nested
    class Progress {
        private final ConcurrentLinkedQueue<String> events = new ConcurrentLinkedQueue<>();
        private final ProgressListener listener = new ProgressListener() {
            @Override
            public void parsing(String path) {
                events.add("parsing " + path);
            }

            @Override
            public void indexed(String path, long bytes) {
                events.add("indexed " + path + " " + bytes);
            }
        };

        @Test
        void fileInFlightIsTold() throws InterruptedException {
            new CodeIndexer(options.withThreads(1))
                    .index(List.of(file("a.py", "x"), file("b.txt", "xy")).iterator(), listener);

            assertThat(events).containsExactly("parsing a.py", "indexed a.py 1", "indexed b.txt 2");
        }

        @Test
        void fewFilesAreInMemoryAtOnce() throws InterruptedException {
            AtomicInteger given = new AtomicInteger();
            AtomicInteger most = new AtomicInteger();
            AtomicInteger read = new AtomicInteger();
            IndexOptions small = new IndexOptions(
                    2, 10_000, 1 << 20, Duration.ofSeconds(5), options.walk(), PathRules.NONE, Set.of());
            Iterator<SourceBlob> blobs = IntStream.range(0, 500)
                    .mapToObj(i -> {
                        most.accumulateAndGet(given.incrementAndGet() - read.get(), Math::max);
                        return file("f" + i + ".txt", "x".repeat(1000));
                    })
                    .iterator();

            new CodeIndexer(small).index(blobs, new ProgressListener() {
                @Override
                public void indexed(String path, long bytes) {
                    read.incrementAndGet();
                }
            });

            assertThat(read).hasValue(500);
            assertThat(most).hasValueLessThan(20);
        }

        @Test
        void faultOfTheSourceEndsAllThreads() {
            Iterator<SourceBlob> failing = Stream.of(file("a.py", "x"), file("b.py", "x"))
                    .map(blob -> {
                        if (blob.path().equals("b.py")) {
                            throw new IllegalArgumentException("disk gone");
                        }
                        return blob;
                    })
                    .iterator();

            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> new CodeIndexer(options).index(failing, listener))
                    .withMessage("disk gone");
        }

        @Test
        void faultOfTheListenerEndsAllThreads() {
            ProgressListener failing = new ProgressListener() {
                @Override
                public void indexed(String path, long bytes) {
                    throw new UnsupportedOperationException("no");
                }
            };
            Iterator<SourceBlob> endless =
                    Stream.generate(() -> file("a.txt", "x".repeat(100_000))).iterator();

            assertThatIllegalStateException()
                    .isThrownBy(() -> new CodeIndexer(options).index(endless, failing))
                    .withCauseInstanceOf(UnsupportedOperationException.class);
        }

        @Test
        void interruptEndsAllThreads() {
            Thread.currentThread().interrupt();

            assertThatExceptionOfType(InterruptedException.class)
                    .isThrownBy(() -> new CodeIndexer(options)
                            .index(List.of(file("a.py", "x")).iterator(), listener));
        }
    }

    private CodeGraph index(SourceBlob... blobs) throws InterruptedException {
        return new CodeIndexer(options).index(List.of(blobs).iterator(), ProgressListener.NONE);
    }

    private FileFacts only(SourceBlob blob) throws InterruptedException {
        return index(blob).files().getFirst();
    }

    private static SourceBlob file(String path, String content) {
        return SourceBlob.file(path, content.getBytes(StandardCharsets.UTF_8));
    }

    private static FileNote note(CodeGraph graph, String path) {
        return graph.find(path).orElseThrow().file().notes().getFirst();
    }
}
