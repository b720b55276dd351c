package dev.caffeinecode.code.treesitter;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

/**
 * What a grammar says of the children of its productions: the first members of {@code TSLanguage} ({@code
 * lib/src/parser.h}), which every generated parser shares with the library.
 */
final class GrammarTables {
    private static final int PRODUCTIONS = 28;
    private static final int FIELDS = 32;
    private static final int MAX_ALIASES = 36;
    private static final int FIELD_SLICES = 88;
    private static final int FIELD_ENTRIES = 96;
    private static final int PUBLIC_SYMBOLS = 112;
    private static final int ALIASES = 128;

    /** {@code TSMapSlice} and {@code TSFieldMapEntry} have four bytes each. */
    private static final int ENTRY = 4;

    private static final ValueLayout.OfShort UNALIGNED_SHORT = ValueLayout.JAVA_SHORT_UNALIGNED;
    private static final short[] NOTHING = {};

    private final short[] publicKinds;
    private final short[][] aliases;
    private final short[][] fields;

    GrammarTables(MemorySegment grammar, int kinds) {
        MemorySegment language = all(grammar.address());
        int productions = language.get(JAVA_INT, PRODUCTIONS);
        publicKinds = shorts(language.get(JAVA_LONG, PUBLIC_SYMBOLS), kinds);
        aliases = new short[productions][];
        fields = new short[productions][];
        int most = Short.toUnsignedInt(language.get(JAVA_SHORT, MAX_ALIASES));
        long sequences = language.get(JAVA_LONG, ALIASES);
        boolean hasFields = language.get(JAVA_INT, FIELDS) > 0;
        for (int i = 0; i < productions; i++) {
            aliases[i] = i == 0 || most == 0 ? NOTHING : used(shorts(sequences + 2L * i * most, most));
            fields[i] = hasFields
                    ? fields(
                            language.get(JAVA_LONG, FIELD_SLICES) + (long) ENTRY * i,
                            language.get(JAVA_LONG, FIELD_ENTRIES))
                    : NOTHING;
        }
    }

    @SuppressWarnings("restricted") // the grammar is a C structure of unknown size
    private static MemorySegment all(long address) {
        return MemorySegment.ofAddress(address).reinterpret(Long.MAX_VALUE - address);
    }

    private static short[] shorts(long address, int count) {
        short[] values = new short[count];
        MemorySegment.copy(all(address), UNALIGNED_SHORT, 0, values, 0, count);
        return values;
    }

    /** Leaves out the zeros at the end. */
    private static short[] used(short[] values) {
        int count = values.length;
        while (count > 0 && values[count - 1] == 0) {
            count--;
        }
        return count == 0 ? NOTHING : Arrays.copyOf(values, count);
    }

    /** Reads which child of a production is in which field, without those in what hidden children hold. */
    private static short[] fields(long slice, long entries) {
        short[] indexAndLength = shorts(slice, 2);
        int first = Short.toUnsignedInt(indexAndLength[0]);
        int length = Short.toUnsignedInt(indexAndLength[1]);
        short[] byChild = new short[256]; // the number of a child is a byte
        MemorySegment entry = all(entries);
        for (int i = first; i < first + length; i++) {
            short field = entry.get(UNALIGNED_SHORT, (long) ENTRY * i);
            int child = Byte.toUnsignedInt(entry.get(ValueLayout.JAVA_BYTE, (long) ENTRY * i + 2));
            boolean inherited = entry.get(ValueLayout.JAVA_BYTE, (long) ENTRY * i + 3) != 0;
            if (!inherited && byChild[child] == 0) {
                byChild[child] = field;
            }
        }
        return used(byChild);
    }

    /** Returns the number under which a kind of node is known outside: that of the first kind of the same name. */
    int publicKind(int kind) {
        return kind < publicKinds.length ? Short.toUnsignedInt(publicKinds[kind]) : kind;
    }

    /** Returns the kind that a child has in a production instead of its own; 0 if it keeps that. */
    int alias(int production, int child) {
        short[] own = aliases[production];
        return child < own.length ? Short.toUnsignedInt(own[child]) : 0;
    }

    /** Returns the field that a child of a production is in; 0 if it is in none. */
    int field(int production, int child) {
        short[] own = fields[production];
        return child < own.length ? Short.toUnsignedInt(own[child]) : 0;
    }
}
