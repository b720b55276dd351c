package dev.caffeinecode.code.treesitter;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_INT;

/**
 * Makes syntax trees. A parser belongs to the thread that made it, which must close it; sharing one would bring down
 * the process and is refused.
 */
public final class SyntaxParser implements AutoCloseable {
    /** Six numbers of four bytes for each: 96 MB. */
    private static final int MAX_NODES = 4_000_000;

    private final Arena arena = Arena.ofConfined();
    private final MemorySegment parser = LibTreeSitter.parserNew();
    private final MemorySegment input = arena.allocate(LibTreeSitter.INPUT);
    private final MemorySegment options = arena.allocate(LibTreeSitter.OPTIONS);

    private final int maxNodes;
    private final TreeCopier copier;

    private MemorySegment source = MemorySegment.NULL;
    private long deadlineNanos;

    /**
     * Makes a parser whose trees may have four million nodes.
     *
     * @throws IllegalStateException if tree-sitter does not run on this system
     */
    public SyntaxParser() {
        this(MAX_NODES);
    }

    /**
     * Makes a parser.
     *
     * @param maxNodes of a tree, at least 1; what comes after them is left out
     * @throws IllegalStateException if tree-sitter does not run on this system
     */
    public SyntaxParser(int maxNodes) {
        this.maxNodes = maxNodes;
        this.copier = new TreeCopier(maxNodes);
        Reader reader = (_, index, _, length) -> read(index, length);
        Watch watch = _ -> System.nanoTime() - deadlineNanos > 0;
        input.set(ADDRESS, ADDRESS.byteSize(), callback(Reader.class, "read", reader, readerDescriptor()));
        options.set(
                ADDRESS,
                ADDRESS.byteSize(),
                callback(Watch.class, "isOverdue", watch, FunctionDescriptor.of(JAVA_BOOLEAN, ADDRESS)));
    }

    /**
     * Returns where the libraries lie that parse on this system.
     *
     * @throws IllegalStateException if there are none
     */
    public static List<URL> libraries() {
        return NativeLibraries.locations();
    }

    /**
     * Fails if tree-sitter does not run here, before anything depends on it.
     *
     * @throws IllegalStateException with the reason
     */
    public static void checkPlatform() {
        NativeLibraries.core();
    }

    /**
     * Parses a text; empty if that is not done within the time given.
     *
     * @param utf8 well-formed UTF-8: tree-sitter may read beyond the end of other bytes
     */
    public Optional<SyntaxTree> parse(Grammar grammar, byte[] utf8, Duration timeout) {
        return parse(grammar, utf8, utf8, timeout);
    }

    /**
     * Parses a text that stands for another of the same length, from which the nodes of the tree take their texts.
     *
     * @param parsed well-formed UTF-8
     */
    public Optional<SyntaxTree> parse(Grammar grammar, byte[] parsed, byte[] utf8, Duration timeout) {
        if (parsed.length != utf8.length) {
            throw new IllegalArgumentException("texts differ in length: " + parsed.length + ", " + utf8.length);
        }
        LoadedGrammar loaded = LoadedGrammar.of(grammar);
        return parse(loaded, parsed, timeout, tree -> {
            TreeCheck.check(grammar, loaded, tree);
            NodeTable nodes = copier.copy(tree, loaded);
            return new SyntaxTree(nodes, nodes.count() >= maxNodes, loaded, parsed, utf8);
        });
    }

    /** Parses a text and hands out the native tree, which is freed afterwards. */
    <T> Optional<T> parse(LoadedGrammar grammar, byte[] utf8, Duration timeout, Function<MemorySegment, T> use) {
        if (!input.isAccessibleBy(Thread.currentThread())) {
            throw new WrongThreadException("a parser belongs to the thread that made it");
        }
        if (!LibTreeSitter.parserSetLanguage(parser, grammar.language())) {
            throw new IllegalStateException("tree-sitter refuses grammar " + grammar.function());
        }
        try (Arena copy = Arena.ofConfined()) {
            source = copy.allocateFrom(ValueLayout.JAVA_BYTE, utf8);
            deadlineNanos = System.nanoTime() + timeout.toNanos();
            MemorySegment tree = LibTreeSitter.parserParse(parser, input, options);
            if (tree.equals(MemorySegment.NULL)) {
                LibTreeSitter.parserReset(parser);
                return Optional.empty();
            }
            try {
                return Optional.of(use.apply(tree));
            } finally {
                LibTreeSitter.treeDelete(tree);
            }
        } finally {
            source = MemorySegment.NULL;
        }
    }

    @Override
    public void close() {
        arena.close(); // refuses other threads and a second time
        LibTreeSitter.parserDelete(parser);
    }

    private MemorySegment read(int index, MemorySegment length) {
        long left = source.byteSize() - Integer.toUnsignedLong(index);
        length.set(JAVA_INT, 0, (int) Math.max(0, left));
        return left > 0 ? MemorySegment.ofAddress(source.address() + index) : MemorySegment.NULL;
    }

    @SuppressWarnings("restricted") // the length is written through a pointer to one int
    private static FunctionDescriptor readerDescriptor() {
        return FunctionDescriptor.of(
                ADDRESS, ADDRESS, JAVA_INT, LibTreeSitter.POINT, ADDRESS.withTargetLayout(JAVA_INT));
    }

    @SuppressWarnings("restricted") // tree-sitter calls back to be given the text and to be stopped
    private <T> MemorySegment callback(Class<T> type, String method, T target, FunctionDescriptor descriptor) {
        try {
            MethodHandle handle = MethodHandles.lookup().findVirtual(type, method, descriptor.toMethodType());
            return Linker.nativeLinker().upcallStub(handle.bindTo(target), descriptor, arena);
        } catch (NoSuchMethodException | IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Gives tree-sitter the text from a byte on. An exception in a callback would end the process. */
    @FunctionalInterface
    interface Reader {
        MemorySegment read(MemorySegment payload, int index, MemorySegment point, MemorySegment length);
    }

    /** Tells tree-sitter to stop; asked every hundred steps. */
    @FunctionalInterface
    interface Watch {
        boolean isOverdue(MemorySegment state);
    }
}
