package dev.caffeinecode.code.treesitter;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A grammar in memory, with the numbers that tree-sitter uses for kinds of nodes and for fields. */
final class LoadedGrammar {
    private static final int OLDEST_VERSION = 13;
    private static final int NEWEST_VERSION = 15;
    private static final Map<Grammar, LoadedGrammar> LOADED = new ConcurrentHashMap<>();

    private final String function;
    private final MemorySegment language;
    private final String[] kinds;
    private final boolean[] named;
    private final Map<String, Integer> fields = new HashMap<>();
    private final String[] fieldNames;
    private final GrammarTables tables;

    private LoadedGrammar(Grammar grammar) {
        function = grammar.function();
        SymbolLookup library = NativeLibraries.grammar(grammar);
        MemorySegment given = LibTreeSitter.language(library, grammar.function());
        int version = LibTreeSitter.languageVersion(given);
        if (version < OLDEST_VERSION || version > NEWEST_VERSION) {
            throw new IllegalStateException("grammar " + grammar + " has version " + version);
        }
        language = ScannerGuard.guarded(grammar, library, given, version);
        kinds = new String[LibTreeSitter.languageSymbols(language)];
        named = new boolean[kinds.length];
        for (int i = 0; i < kinds.length; i++) {
            kinds[i] = LibTreeSitter.languageSymbolName(language, (short) i);
            named[i] = LibTreeSitter.languageSymbolType(language, (short) i) == 0;
        }
        fieldNames = new String[LibTreeSitter.languageFields(language) + 1];
        fieldNames[0] = "";
        for (int i = 1; i < fieldNames.length; i++) {
            fieldNames[i] = LibTreeSitter.languageFieldName(language, (short) i);
            fields.put(fieldNames[i], i);
        }
        tables = new GrammarTables(language, kinds.length);
    }

    static LoadedGrammar of(Grammar grammar) {
        return LOADED.computeIfAbsent(grammar, LoadedGrammar::new);
    }

    /** Returns the name by which the library of the grammar gives it out. */
    String function() {
        return function;
    }

    MemorySegment language() {
        return language;
    }

    int kindCount() {
        return kinds.length;
    }

    String kind(int id) {
        return id < kinds.length ? kinds[id] : SyntaxTree.ERROR;
    }

    boolean isNamed(int kind) {
        return kind < named.length && named[kind];
    }

    GrammarTables tables() {
        return tables;
    }

    /** Returns every number that nodes of a named kind may have; none if the grammar has no such kind. */
    List<Integer> kindIds(String kind) {
        List<Integer> ids = new ArrayList<>();
        for (int i = 0; i < kinds.length; i++) {
            if (named[i] && kinds[i].equals(kind)) {
                ids.add(i);
            }
        }
        return ids;
    }

    /** Returns a field's number, 0 if the grammar has no such field. */
    int field(String name) {
        return fields.getOrDefault(name, 0);
    }

    /** Returns a field's name, empty for the number of no field. */
    String field(int id) {
        return id < fieldNames.length ? fieldNames[id] : "";
    }
}
