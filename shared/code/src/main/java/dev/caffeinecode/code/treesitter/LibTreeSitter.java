package dev.caffeinecode.code.treesitter;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.StructLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.NoSuchElementException;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

/**
 * The functions of {@code tree_sitter/api.h} (0.26) that this package calls, under their own names. Short ones that
 * call nothing back are bound as critical, which makes a call several times cheaper.
 */
@SuppressWarnings("restricted") // binding C functions is what this class is for
final class LibTreeSitter {
    /** {@code TSNode}: four unsigned numbers, the first two of them start byte and start row, and two pointers. */
    static final StructLayout NODE =
            MemoryLayout.structLayout(MemoryLayout.sequenceLayout(4, JAVA_INT), ADDRESS, ADDRESS);

    /** {@code TSTreeCursor}. */
    static final StructLayout CURSOR = MemoryLayout.structLayout(
            ADDRESS, ADDRESS, MemoryLayout.sequenceLayout(3, JAVA_INT), MemoryLayout.paddingLayout(4));

    /** {@code TSPoint}. */
    static final StructLayout POINT = MemoryLayout.structLayout(JAVA_INT, JAVA_INT);

    /** {@code TSInput}: payload, read function, encoding, decode function. */
    static final StructLayout INPUT =
            MemoryLayout.structLayout(ADDRESS, ADDRESS, JAVA_INT, MemoryLayout.paddingLayout(4), ADDRESS);

    /** {@code TSParseOptions}: payload, progress function. */
    static final StructLayout OPTIONS = MemoryLayout.structLayout(ADDRESS, ADDRESS);

    private static final AddressLayout C_STRING = ADDRESS.withTargetLayout(
            MemoryLayout.sequenceLayout(Integer.MAX_VALUE, java.lang.foreign.ValueLayout.JAVA_BYTE));

    private static final Linker LINKER = Linker.nativeLinker();
    private static final Linker.Option CRITICAL = Linker.Option.critical(false);
    private static final SymbolLookup LIBRARY = NativeLibraries.core();

    private static final MethodHandle PARSER_NEW = bind("ts_parser_new", FunctionDescriptor.of(ADDRESS));
    private static final MethodHandle PARSER_DELETE = bind("ts_parser_delete", FunctionDescriptor.ofVoid(ADDRESS));
    private static final MethodHandle PARSER_RESET = bind("ts_parser_reset", FunctionDescriptor.ofVoid(ADDRESS));
    private static final MethodHandle PARSER_SET_LANGUAGE =
            bind("ts_parser_set_language", FunctionDescriptor.of(JAVA_BOOLEAN, ADDRESS, ADDRESS));
    private static final MethodHandle PARSER_PARSE =
            bind("ts_parser_parse_with_options", FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS, INPUT, OPTIONS));
    private static final MethodHandle TREE_DELETE = bind("ts_tree_delete", FunctionDescriptor.ofVoid(ADDRESS));
    private static final MethodHandle TREE_ROOT = bind("ts_tree_root_node", FunctionDescriptor.of(NODE, ADDRESS));

    private static final MethodHandle CURSOR_NEW = bind("ts_tree_cursor_new", FunctionDescriptor.of(CURSOR, NODE));
    private static final MethodHandle CURSOR_DELETE = bind("ts_tree_cursor_delete", FunctionDescriptor.ofVoid(ADDRESS));
    private static final MethodHandle CURSOR_NODE =
            bind("ts_tree_cursor_current_node", FunctionDescriptor.of(NODE, ADDRESS), CRITICAL);
    private static final MethodHandle CURSOR_FIRST_CHILD =
            bind("ts_tree_cursor_goto_first_child", FunctionDescriptor.of(JAVA_BOOLEAN, ADDRESS), CRITICAL);
    private static final MethodHandle CURSOR_NEXT_SIBLING =
            bind("ts_tree_cursor_goto_next_sibling", FunctionDescriptor.of(JAVA_BOOLEAN, ADDRESS), CRITICAL);
    private static final MethodHandle CURSOR_PARENT =
            bind("ts_tree_cursor_goto_parent", FunctionDescriptor.of(JAVA_BOOLEAN, ADDRESS), CRITICAL);
    private static final MethodHandle CURSOR_FIELD =
            bind("ts_tree_cursor_current_field_id", FunctionDescriptor.of(JAVA_SHORT, ADDRESS), CRITICAL);

    private static final MethodHandle NODE_SYMBOL =
            bind("ts_node_symbol", FunctionDescriptor.of(JAVA_SHORT, NODE), CRITICAL);
    private static final MethodHandle NODE_END_BYTE =
            bind("ts_node_end_byte", FunctionDescriptor.of(JAVA_INT, NODE), CRITICAL);
    private static final MethodHandle NODE_IS_NAMED =
            bind("ts_node_is_named", FunctionDescriptor.of(JAVA_BOOLEAN, NODE), CRITICAL);

    private static final MethodHandle NODE_HAS_ERROR =
            bind("ts_node_has_error", FunctionDescriptor.of(JAVA_BOOLEAN, NODE), CRITICAL);

    private static final MethodHandle LANGUAGE_VERSION =
            bind("ts_language_abi_version", FunctionDescriptor.of(JAVA_INT, ADDRESS));
    private static final MethodHandle LANGUAGE_SYMBOLS =
            bind("ts_language_symbol_count", FunctionDescriptor.of(JAVA_INT, ADDRESS));
    private static final MethodHandle LANGUAGE_SYMBOL_NAME =
            bind("ts_language_symbol_name", FunctionDescriptor.of(C_STRING, ADDRESS, JAVA_SHORT));
    private static final MethodHandle LANGUAGE_SYMBOL_TYPE =
            bind("ts_language_symbol_type", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_SHORT));
    private static final MethodHandle LANGUAGE_FIELDS =
            bind("ts_language_field_count", FunctionDescriptor.of(JAVA_INT, ADDRESS));
    private static final MethodHandle LANGUAGE_FIELD_NAME =
            bind("ts_language_field_name_for_id", FunctionDescriptor.of(C_STRING, ADDRESS, JAVA_SHORT));

    private LibTreeSitter() {}

    private static MethodHandle bind(String function, FunctionDescriptor descriptor, Linker.Option... options) {
        MemorySegment address = LIBRARY.find(function)
                .orElseThrow(() -> new NoSuchElementException("libtree-sitter has no " + function));
        return LINKER.downcallHandle(address, descriptor, options);
    }

    /** Calls the function of a grammar's library that returns its {@code TSLanguage}. */
    static MemorySegment language(SymbolLookup library, String function) {
        MemorySegment address =
                library.find(function).orElseThrow(() -> new NoSuchElementException("the grammar has no " + function));
        return address(LINKER.downcallHandle(address, FunctionDescriptor.of(ADDRESS)));
    }

    private static MemorySegment address(MethodHandle function) {
        try {
            return (MemorySegment) function.invokeExact();
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static MemorySegment parserNew() {
        return address(PARSER_NEW);
    }

    static void parserDelete(MemorySegment parser) {
        run(PARSER_DELETE, parser);
    }

    static void parserReset(MemorySegment parser) {
        run(PARSER_RESET, parser);
    }

    static boolean parserSetLanguage(MemorySegment parser, MemorySegment language) {
        try {
            return (boolean) PARSER_SET_LANGUAGE.invokeExact(parser, language);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static MemorySegment parserParse(MemorySegment parser, MemorySegment input, MemorySegment options) {
        try {
            return (MemorySegment) PARSER_PARSE.invokeExact(parser, MemorySegment.NULL, input, options);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static void treeDelete(MemorySegment tree) {
        run(TREE_DELETE, tree);
    }

    static MemorySegment treeRoot(SegmentAllocator result, MemorySegment tree) {
        return struct(TREE_ROOT, result, tree);
    }

    static MemorySegment cursorNew(SegmentAllocator result, MemorySegment node) {
        return struct(CURSOR_NEW, result, node);
    }

    static void cursorDelete(MemorySegment cursor) {
        run(CURSOR_DELETE, cursor);
    }

    static void cursorNode(SegmentAllocator result, MemorySegment cursor) {
        try {
            MemorySegment ignored = (MemorySegment) CURSOR_NODE.invokeExact(result, cursor);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static boolean cursorFirstChild(MemorySegment cursor) {
        try {
            return (boolean) CURSOR_FIRST_CHILD.invokeExact(cursor);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static boolean cursorNextSibling(MemorySegment cursor) {
        try {
            return (boolean) CURSOR_NEXT_SIBLING.invokeExact(cursor);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static boolean cursorParent(MemorySegment cursor) {
        try {
            return (boolean) CURSOR_PARENT.invokeExact(cursor);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static short cursorField(MemorySegment cursor) {
        try {
            return (short) CURSOR_FIELD.invokeExact(cursor);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static short nodeSymbol(MemorySegment node) {
        try {
            return (short) NODE_SYMBOL.invokeExact(node);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int nodeEndByte(MemorySegment node) {
        try {
            return (int) NODE_END_BYTE.invokeExact(node);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static boolean nodeIsNamed(MemorySegment node) {
        try {
            return (boolean) NODE_IS_NAMED.invokeExact(node);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static boolean nodeHasError(MemorySegment node) {
        try {
            return (boolean) NODE_HAS_ERROR.invokeExact(node);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int nodeStartByte(MemorySegment node) {
        return node.get(JAVA_INT, 0);
    }

    static int nodeStartRow(MemorySegment node) {
        return node.get(JAVA_INT, JAVA_INT.byteSize());
    }

    static int languageVersion(MemorySegment language) {
        return count(LANGUAGE_VERSION, language);
    }

    static int languageSymbols(MemorySegment language) {
        return count(LANGUAGE_SYMBOLS, language);
    }

    static int languageFields(MemorySegment language) {
        return count(LANGUAGE_FIELDS, language);
    }

    static String languageSymbolName(MemorySegment language, short symbol) {
        return name(LANGUAGE_SYMBOL_NAME, language, symbol);
    }

    static String languageFieldName(MemorySegment language, short field) {
        return name(LANGUAGE_FIELD_NAME, language, field);
    }

    /** Returns 0 for a named symbol, 1 for a literal one such as {@code "class"}. */
    static int languageSymbolType(MemorySegment language, short symbol) {
        try {
            return (int) LANGUAGE_SYMBOL_TYPE.invokeExact(language, symbol);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    private static void run(MethodHandle function, MemorySegment argument) {
        try {
            function.invokeExact(argument);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    private static MemorySegment struct(MethodHandle function, SegmentAllocator result, MemorySegment argument) {
        try {
            return (MemorySegment) function.invokeExact(result, argument);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    private static int count(MethodHandle function, MemorySegment language) {
        try {
            return (int) function.invokeExact(language);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    private static String name(MethodHandle function, MemorySegment language, short id) {
        try {
            return ((MemorySegment) function.invokeExact(language, id)).getString(0);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /** C functions throw nothing: what ends here is a fault in how one was called, or in the virtual machine. */
    private static RuntimeException unexpected(Throwable e) {
        return switch (e) {
            case Error error -> throw error;
            case RuntimeException fault -> fault;
            default -> new IllegalStateException(e);
        };
    }
}
