package dev.caffeinecode.code.format;

import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.Command;
import dev.caffeinecode.code.CommandPurpose;
import dev.caffeinecode.code.Dependency;
import dev.caffeinecode.code.DependencyScope;
import dev.caffeinecode.code.Docstring;
import dev.caffeinecode.code.Ecosystem;
import dev.caffeinecode.code.EntryKind;
import dev.caffeinecode.code.EntryPoint;
import dev.caffeinecode.code.EntryPointKind;
import dev.caffeinecode.code.ExternalPackage;
import dev.caffeinecode.code.FileContent;
import dev.caffeinecode.code.FileFacts;
import dev.caffeinecode.code.FileNote;
import dev.caffeinecode.code.FileRole;
import dev.caffeinecode.code.Language;
import dev.caffeinecode.code.LineRange;
import dev.caffeinecode.code.Location;
import dev.caffeinecode.code.Manifest;
import dev.caffeinecode.code.ManifestKind;
import dev.caffeinecode.code.NoteKind;
import dev.caffeinecode.code.ReferenceKind;
import dev.caffeinecode.code.References;
import dev.caffeinecode.code.SourceFile;
import dev.caffeinecode.code.Symbol;
import dev.caffeinecode.code.SymbolId;
import dev.caffeinecode.code.SymbolKind;
import dev.caffeinecode.code.SymbolName;
import dev.caffeinecode.code.TextEncoding;
import dev.caffeinecode.code.Touchpoint;
import dev.caffeinecode.code.TouchpointKind;
import dev.caffeinecode.code.Visibility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CodeGraphFormatTest {
    private static final String DIGEST = "0123456789abcdef".repeat(4);

    @Test
    void graphIsReadAsItWasWritten() throws IOException {
        CodeGraph graph = graph();

        assertThat(CodeGraphFormat.read(new ByteArrayInputStream(bytes(graph)))).isEqualTo(graph);
    }

    @Test
    void emptyGraphIsReadAsItWasWritten() throws IOException {
        CodeGraph empty = CodeGraph.ofFiles(List.of());

        assertThat(CodeGraphFormat.read(new ByteArrayInputStream(bytes(empty)))).isEqualTo(empty);
    }

    @Test
    void equalGraphsGiveEqualBytes() throws IOException {
        assertThat(bytes(graph())).isEqualTo(bytes(graph()));
    }

    @Test
    void everythingShorterIsRefused() throws IOException {
        byte[] whole = bytes(graph());
        for (int length = 0; length < whole.length; length++) {
            assertRefused(Arrays.copyOf(whole, length));
        }
    }

    @Test
    void everythingLongerIsRefused() throws IOException {
        byte[] content = unzipped(bytes(graph()));

        assertRefused(zipped(Arrays.copyOf(content, content.length + 1)));
    }

    @Test
    void otherStreamsAreRefused() throws IOException {
        assertRefused(new byte[0]);
        assertRefused("{}".getBytes(StandardCharsets.UTF_8));
        assertRefused(zipped("CCGRAPH".getBytes(StandardCharsets.UTF_8)));
        assertRefused(zipped("CCGRAPH\1".getBytes(StandardCharsets.UTF_8)));
        assertRefused(zipped("something else".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void damagedBytesAreReadOrRefusedButNothingElse() throws IOException {
        byte[] content = unzipped(bytes(graph()));
        Random random = new Random(17);
        for (int round = 0; round < 20_000; round++) {
            byte[] damaged = content.clone();
            for (int i = 1 + random.nextInt(3); i > 0; i--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            try {
                CodeGraphFormat.read(new ByteArrayInputStream(zipped(damaged)));
            } catch (MalformedGraphException e) {
                assertThat(e).hasMessageMatching(".{5,}[\\s\\S]*");
            }
        }
    }

    @Test
    void countsAreNotBelieved() throws IOException {
        ByteArrayOutputStream lie = new ByteArrayOutputStream();
        lie.write("CCGRAPH\2".getBytes(StandardCharsets.US_ASCII));
        lie.write(new byte[] {(byte) 0x9F, (byte) 0xC2, 0x1E}); // 499,999 files

        assertRefused(zipped(lie.toByteArray()));
    }

    @Test
    void bombIsRefusedAtItsLimit() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        bomb.write("CCGRAPH\2".getBytes(StandardCharsets.US_ASCII));
        bomb.write(new byte[] {1, 0, 0}); // one file with an empty path
        bomb.write(new byte[4_000_000]);

        assertThatExceptionOfType(MalformedGraphException.class)
                .isThrownBy(() -> CodeGraphFormat.read(
                        new ByteArrayInputStream(zipped(bomb.toByteArray())), new GraphLimits(1_000_000, 10, 10, 10)));
        assertThatExceptionOfType(MalformedGraphException.class)
                .isThrownBy(() -> CodeGraphFormat.read(
                        new ByteArrayInputStream(bytes(graph())), new GraphLimits(1_000_000, 1, 100, 100)))
                .withMessage("bad number of files: 3");
        assertThatExceptionOfType(MalformedGraphException.class)
                .isThrownBy(() -> CodeGraphFormat.read(
                        new ByteArrayInputStream(bytes(graph())), new GraphLimits(1_000_000, 10, 1, 100)))
                .withMessage("bad number of symbols: 2");
    }

    private static void assertRefused(byte[] bytes) {
        assertThatExceptionOfType(MalformedGraphException.class)
                .isThrownBy(() -> CodeGraphFormat.read(new ByteArrayInputStream(bytes)));
    }

    private static byte[] bytes(CodeGraph graph) throws IOException {
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

    private static CodeGraph graph() {
        String path = "src/main/java/a/Shöp\ud83d\ude00.java";
        Symbol type = new Symbol(
                new SymbolId(path, 0),
                Symbol.NO_PARENT,
                SymbolKind.CLASS,
                new SymbolName("a.", "Shop"),
                "public class Shop",
                Visibility.PUBLIC,
                new LineRange(10, 90),
                0x8123456789abcdefL,
                new Docstring("Sells.\nThings.", new LineRange(7, 9)));
        Symbol method = new Symbol(
                new SymbolId(path, 1),
                0,
                SymbolKind.METHOD,
                new SymbolName("a.Shop.", "sell"),
                "void sell(" + "int a, ".repeat(30) + "…",
                Visibility.PRIVATE,
                new LineRange(5, 5),
                0,
                null);
        FileFacts source = new FileFacts(
                file(path, FileRole.SOURCE, DIGEST, List.of(new FileNote(NoteKind.TOO_DEEP, "x"))),
                List.of(type, method),
                List.of(),
                List.of(new EntryPoint(EntryPointKind.MAIN, "a.Shop", new Location(path, new LineRange(3, 4)))),
                null,
                touchpoints(path));
        FileFacts manifest = new FileFacts(
                file("package.json", FileRole.BUILD, null, List.of()),
                List.of(),
                new ArrayList<>(List.of(
                        new Command(
                                CommandPurpose.TEST,
                                "test",
                                "npm run test",
                                new Location("package.json", new LineRange(2, 2))),
                        new Command(
                                CommandPurpose.RUN, null, "a\nb", new Location("package.json", new LineRange(1, 9))))),
                List.of(),
                manifest());
        FileFacts other = new FileFacts(
                file("package-lock.json", FileRole.GENERATED, DIGEST, List.of()),
                List.of(),
                List.of(),
                List.of(),
                null);
        List<FileFacts> files = List.of(other, manifest, source);
        List<ExternalPackage> packages = List.of(
                new ExternalPackage(Ecosystem.NPM, "react", "19.0.0", true),
                new ExternalPackage(Ecosystem.STANDARD, "fs", null, false));
        References references = new References.Builder()
                .add(2, 0, ReferenceKind.MENTION, 40, 100)
                .add(4, 3, ReferenceKind.CALL, 12, 50)
                .add(4, 3, ReferenceKind.TYPE, 3, 100)
                .add(3, 5, ReferenceKind.EXTENDS, 10, 1)
                .build(7);
        return new CodeGraph(files, packages, references);
    }

    private static Manifest manifest() {
        return new Manifest(
                "package.json",
                ManifestKind.NPM,
                "shop",
                null,
                "1.0",
                null,
                List.of(
                        new Dependency("react", "^19", DependencyScope.RUNTIME, 4),
                        new Dependency("zod", null, DependencyScope.TEST, 7)));
    }

    private static List<Touchpoint> touchpoints(String path) {
        return List.of(
                new Touchpoint(
                        TouchpointKind.HTTP_ROUTE, "/carts/{id}", "GET", new Location(path, new LineRange(20, 21))),
                new Touchpoint(TouchpointKind.QUEUE, "orders", "sent", new Location(path, new LineRange(30, 30))));
    }

    private static SourceFile file(String path, FileRole role, @Nullable String digest, List<FileNote> notes) {
        return new SourceFile(
                path,
                EntryKind.FILE,
                role,
                Language.JAVA,
                new FileContent(5_000_000_000L, 12, digest, TextEncoding.UTF_8),
                notes);
    }
}
