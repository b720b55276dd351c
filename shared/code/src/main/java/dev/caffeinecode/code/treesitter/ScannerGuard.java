package dev.caffeinecode.code.treesitter;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

/**
 * Stands between tree-sitter and the scanners of Bash and Ruby, which write down what they know of open here documents.
 * Of many, or of one with a long name, they write more than the 1,024 bytes that there are, or what they cannot read
 * again; over either the process would end (scanner.c of both, {@code serialize}). Then nothing is written, and the
 * scanner goes on as if nothing were open.
 */
@SuppressWarnings("restricted") // a structure of C is copied and gets a function of ours
final class ScannerGuard {
    /** {@code TREE_SITTER_SERIALIZATION_BUFFER_SIZE}. */
    private static final int MAX_BYTES = 1024;

    /** More than the scanners write: they look before each here document whether nearly all of it fits. */
    private static final int ROOM_BYTES = 8 * 1024;

    private static final int RUBY_LITERAL_BYTES = 5;
    private static final int RUBY_HEREDOC_BYTES = 4;

    /** Where {@code TSLanguage} (parser.h, versions 14 and 15) has the function; all is written in one structure. */
    private static final long SERIALIZE_OFFSET = 208;

    private static final AddressLayout BUFFER =
            ADDRESS.withTargetLayout(MemoryLayout.sequenceLayout(MAX_BYTES, JAVA_BYTE));
    private static final ThreadLocal<MemorySegment> ROOM =
            ThreadLocal.withInitial(() -> Arena.ofAuto().allocate(ROOM_BYTES));

    private final Grammar grammar;
    private final MethodHandle original;

    private ScannerGuard(Grammar grammar, MethodHandle original) {
        this.grammar = grammar;
        this.original = original;
    }

    /**
     * Returns a grammar, or one that is the same but for the function.
     *
     * @throws IllegalStateException if the grammar does not have it where it is expected
     */
    static MemorySegment guarded(Grammar grammar, SymbolLookup library, MemorySegment language, int version) {
        if (grammar != Grammar.BASH && grammar != Grammar.RUBY) {
            return language;
        }
        long size = size(version);
        MemorySegment copy = Arena.global().allocate(size, Long.BYTES);
        copy.copyFrom(language.reinterpret(size));
        MemorySegment function = copy.get(ADDRESS, SERIALIZE_OFFSET);
        MemorySegment named = library.findOrThrow(grammar.function() + "_external_scanner_serialize");
        if (function.address() != named.address()) {
            throw new IllegalStateException("grammar " + grammar + " has another form");
        }
        FunctionDescriptor descriptor = FunctionDescriptor.of(JAVA_INT, ADDRESS, BUFFER);
        Linker linker = Linker.nativeLinker();
        ScannerGuard guard = new ScannerGuard(grammar, linker.downcallHandle(function, descriptor));
        try {
            MethodHandle handle = MethodHandles.lookup()
                    .findVirtual(ScannerGuard.class, "serialize", descriptor.toMethodType())
                    .bindTo(guard);
            copy.set(ADDRESS, SERIALIZE_OFFSET, linker.upcallStub(handle, descriptor, Arena.global()));
            return copy;
        } catch (NoSuchMethodException | IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the bytes of {@code TSLanguage}. */
    private static long size(int version) {
        return switch (version) {
            case 14 -> 232;
            case 15 -> 288;
            default -> throw new IllegalStateException("grammar has version " + version);
        };
    }

    /** Called by tree-sitter. An exception would end the process. */
    @SuppressWarnings("unused") // by name
    private int serialize(MemorySegment scanner, MemorySegment buffer) {
        try {
            MemorySegment room = ROOM.get();
            int length = (int) original.invokeExact(scanner, room);
            if (length > MAX_BYTES || (grammar == Grammar.RUBY && !isReadable(room, length))) {
                return 0;
            }
            MemorySegment.copy(room, 0, buffer, 0, length);
            return length;
        } catch (Throwable e) {
            return 0;
        }
    }

    /** Ruby's scanner writes the length of a name in one byte, and all of the name. */
    private static boolean isReadable(MemorySegment room, int length) {
        if (length == 0) {
            return true;
        }
        int at = 1 + RUBY_LITERAL_BYTES * number(room, 0);
        int heredocs = number(room, at++);
        for (int i = 0; i < heredocs && at < length; i++) {
            at += RUBY_HEREDOC_BYTES + number(room, at + RUBY_HEREDOC_BYTES - 1);
        }
        return at == length;
    }

    private static int number(MemorySegment room, int at) {
        return Byte.toUnsignedInt(room.get(ValueLayout.JAVA_BYTE, at));
    }
}
