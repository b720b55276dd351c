package dev.caffeinecode.code.bench;

import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.Language;
import dev.caffeinecode.code.ReferenceKind;
import dev.caffeinecode.code.format.CodeGraphFormat;
import dev.caffeinecode.code.index.CodeIndexer;
import dev.caffeinecode.code.index.IndexOptions;
import dev.caffeinecode.code.index.ProgressListener;
import dev.caffeinecode.code.recognition.LanguageRecognizer;
import dev.caffeinecode.code.symbols.SymbolReader;
import dev.caffeinecode.code.text.DecodedText;
import dev.caffeinecode.code.text.TextDecoder;
import dev.caffeinecode.code.treesitter.BareParser;
import dev.caffeinecode.code.treesitter.Grammar;
import dev.caffeinecode.code.treesitter.SyntaxParser;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * What {@code scripts/bench-graph} runs, each in a JVM of its own.
 *
 * <pre>
 * index DIR GRAPH [N]     reads a tree with N threads, writes its graph; prints files, symbols, references, bytes
 * parse DIR               only parses what index parses, on as many threads; prints files and bytes
 * commit DIR NAMES KNOWN GRAPH  indexes one commit with what is known of files, see {@link NextCommit}
 * load GRAPH              reads a graph; prints files, symbols, references
 * soak N KEPT             indexes N mutated files of every language, or of those named behind; files that show faults are left in KEPT
 * definitions DIR TAGS    compares symbols with those in the JSON lines of universal-ctags
 * imports DIR EXPECTED    compares imports with lines "importing file TAB imported file"
 * references DIR EXPECTED the same with references of all kinds
 * </pre>
 */
final class GraphBench {
    private GraphBench() {}

    public static void main(String[] arguments) throws Exception {
        Path path = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "index" -> {
                int threads = arguments.length > 3 ? Integer.parseInt(arguments[3]) : IndexOptions.DEFAULT.threads();
                index(path, Path.of(arguments[2]), threads);
            }
            case "parse" -> parse(path);
            case "load" -> load(path);
            case "commit" -> NextCommit.run(path, Path.of(arguments[2]), Path.of(arguments[3]), Path.of(arguments[4]));
            case "soak" ->
                Soak.run(
                        Integer.parseInt(arguments[1]),
                        Path.of(arguments[2]),
                        Arrays.stream(arguments).skip(3).collect(Collectors.toSet()));
            case "definitions" -> System.out.print(Definitions.compare(graph(path, 2), path, Path.of(arguments[2])));
            case "imports" ->
                System.out.print(ImportsCheck.compare(
                        graph(path, 2), kind -> kind == ReferenceKind.IMPORT, Path.of(arguments[2])));
            case "references" ->
                System.out.print(ImportsCheck.compare(graph(path, 2), _ -> true, Path.of(arguments[2])));
            default -> throw new IllegalArgumentException("no such command: " + arguments[0]);
        }
    }

    private static CodeGraph graph(Path directory, int threads) throws IOException, InterruptedException {
        return new CodeIndexer(IndexOptions.DEFAULT.withThreads(threads))
                .index(BenchTree.of(directory).blobs(), ProgressListener.NONE);
    }

    private static void index(Path directory, Path target, int threads) throws IOException, InterruptedException {
        CodeGraph graph = graph(directory, threads);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
            CodeGraphFormat.write(graph, out);
        }
        print(graph, Files.size(target));
    }

    private static void load(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            print(CodeGraphFormat.read(in), Files.size(file));
        }
    }

    private static void print(CodeGraph graph, long bytes) {
        System.out.printf(
                "%d files %d symbols %d references %d bytes%n",
                graph.files().size(),
                graph.symbols().count(),
                graph.references().size(),
                bytes);
    }

    /** The floor: the same files, decoded and parsed on as many threads, and nothing else. */
    private static void parse(Path directory) throws IOException, InterruptedException, ExecutionException {
        BenchTree tree = BenchTree.of(directory);
        IndexOptions options = IndexOptions.DEFAULT;
        AtomicInteger next = new AtomicInteger();
        long bytes = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(options.threads())) {
            List<Future<Long>> parts = new ArrayList<>();
            for (int i = 0; i < options.threads(); i++) {
                parts.add(threads.submit(() -> parse(tree, next, options)));
            }
            for (Future<Long> part : parts) {
                bytes += part.get();
            }
        }
        System.out.printf("%d files %d bytes%n", tree.files().size(), bytes);
    }

    private static long parse(BenchTree tree, AtomicInteger next, IndexOptions options) {
        long bytes = 0;
        try (SyntaxParser parser = new SyntaxParser()) {
            for (int i = next.getAndIncrement(); i < tree.files().size(); i = next.getAndIncrement()) {
                Path file = tree.files().get(i);
                Optional<DecodedText> text = TextDecoder.decode(BenchTree.read(file));
                if (text.isPresent()) {
                    bytes += parse(parser, tree.path(file), text.get(), options);
                }
            }
        }
        return bytes;
    }

    private static long parse(SyntaxParser parser, String path, DecodedText text, IndexOptions options) {
        Language language = LanguageRecognizer.recognize(path, text.head());
        Optional<Grammar> grammar = SymbolReader.grammar(language);
        if (grammar.isEmpty() || text.utf8().length > options.maxParsedBytes()) {
            return 0;
        }
        BareParser.parse(parser, grammar.get(), text.utf8(), options.parseTimeout());
        return text.utf8().length;
    }
}
