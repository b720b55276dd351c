package dev.caffeinecode.code.links;

import dev.caffeinecode.code.Symbol;
import dev.caffeinecode.code.SymbolKind;

import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;

/** All symbols by their names. Names of families of languages do not meet. */
final class SymbolTable {
    private final SourceFiles files;
    private final Map<Family, NodeMap> qualified = new EnumMap<>(Family.class);
    private final Map<Family, NodeMap> tops = new EnumMap<>(Family.class);
    private final Map<Family, NodeMap> members = new EnumMap<>(Family.class);
    private final Map<Family, Set<String>> namespaces = new EnumMap<>(Family.class);
    /** Names that stand before others; needed until it is known whose they are. */
    private final Map<Family, Set<String>> owning = new EnumMap<>(Family.class);

    private final Map<Integer, NodeMap> topsOfFiles = new HashMap<>();
    /** By how much a symbol comes after the files: the first symbol has the number of files. */
    private final String[] names;

    private final BitSet owners = new BitSet();
    private final Set<String> simple = new HashSet<>();

    SymbolTable(SourceFiles files) {
        this.files = files;
        this.names = new String[files.nodes().count() - files.count()];
        for (Family family : Family.values()) {
            qualified.put(family, new NodeMap());
            tops.put(family, new NodeMap());
            members.put(family, new NodeMap());
            namespaces.put(family, new HashSet<>());
            owning.put(family, new HashSet<>());
        }
        for (int file = 0; file < files.count(); file++) {
            int number = file;
            files.family(file).ifPresent(family -> add(family, number));
        }
        for (int file = 0; file < files.count(); file++) {
            int number = file;
            files.family(file).ifPresent(family -> findOwners(family, number));
        }
        owning.clear();
    }

    private void add(Family family, int file) {
        NodeMap own = new NodeMap();
        for (Symbol symbol : files.facts(file).symbols()) {
            int node = files.nodes().node(file, symbol.id().ordinal());
            String name = Names.qualified(symbol);
            names[node - files.count()] = name;
            map(qualified, family).add(name, node);
            map(owning, family).add(Names.parent(name));
            simple.add(Names.last(name));
            if (symbol.kind() == SymbolKind.MODULE) {
                map(namespaces, family).add(name);
                continue;
            }
            String simple = Names.last(Names.simple(symbol));
            if (isTop(file, symbol)) {
                own.add(simple, node);
                map(tops, family).add(simple, node);
                addNamespaces(family, Names.parent(name));
            } else if (symbol.kind().isCallable() || symbol.kind() == SymbolKind.PROPERTY) {
                map(members, family).add(simple, node);
            }
        }
        topsOfFiles.put(file, own);
    }

    private void findOwners(Family family, int file) {
        for (Symbol symbol : files.facts(file).symbols()) {
            int node = files.nodes().node(file, symbol.id().ordinal());
            owners.set(node, map(owning, family).contains(name(node)));
        }
    }

    /** Modules and namespaces hold what is at the top of files too. */
    private boolean isTop(int file, Symbol symbol) {
        if (symbol.isTopLevel()) {
            return true;
        }
        Symbol parent = files.facts(file).symbols().get(symbol.parent());
        return parent.kind() == SymbolKind.MODULE;
    }

    private void addNamespaces(Family family, String innermost) {
        Set<String> known = map(namespaces, family);
        for (String each = innermost; !each.isEmpty() && known.add(each); ) {
            each = Names.parent(each);
        }
    }

    private static <T> T map(Map<Family, T> byFamily, Family family) {
        return Objects.requireNonNull(byFamily.get(family));
    }

    int[] qualified(Family family, String name) {
        return map(qualified, family).get(name);
    }

    /** Returns what has a name in a namespace or type. */
    int[] qualified(Family family, String owner, String name) {
        return simple.contains(name) || name.indexOf('.') >= 0
                ? qualified(family, Names.join(owner, name))
                : NodeMap.NONE;
    }

    boolean isNamespace(Family family, String name) {
        return map(namespaces, family).contains(name);
    }

    /** Returns what stands at the top of a file under a name. */
    int[] top(int file, String name) {
        NodeMap own = topsOfFiles.get(file);
        return own == null ? NodeMap.NONE : own.get(name);
    }

    /** Returns what stands at the top of any file under a name. */
    int[] anywhere(Family family, String name) {
        return map(tops, family).get(name);
    }

    /** Returns the methods and properties of any type under a name. */
    int[] members(Family family, String name) {
        return map(members, family).get(name);
    }

    /** Returns the whole name of a symbol, with dots. */
    String name(int node) {
        return names[node - files.count()];
    }

    /** Returns the members of a type itself, not of its supertypes. */
    int[] members(int type, String name) {
        if (!owners.get(type)) {
            return NodeMap.NONE;
        }
        int file = files.fileOf(type);
        Family family = files.family(file).orElseThrow();
        int[] all = qualified(family, name(type), name);
        return switch (family.unit()) {
            case FILE -> family.isGlobal() ? all : filter(all, node -> files.fileOf(node) == file);
            case DIRECTORY ->
                filter(all, node -> files.directory(files.fileOf(node)).equals(files.directory(file)));
            case NAMESPACE -> all;
        };
    }

    static int[] filter(int[] nodes, IntPredicate wanted) {
        int count = 0;
        int[] some = new int[nodes.length];
        for (int node : nodes) {
            if (wanted.test(node)) {
                some[count++] = node;
            }
        }
        return count == nodes.length ? nodes : Arrays.copyOf(some, count);
    }
}
