package dev.caffeinecode.code.links;

import dev.caffeinecode.code.ReferenceKind;
import dev.caffeinecode.code.Symbol;
import dev.caffeinecode.code.SymbolKind;
import dev.caffeinecode.code.mentions.Mention;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/** Turns the mentions of one file into references. */
final class MentionLinker {
    /** A name that may be that of more symbols says nothing. */
    static final int MAX_CANDIDATES = 8;

    /** How sure it is that a method of an unknown object is the one of its name that the file can reach, in percent. */
    private static final int BY_NAME_AND_REACH = 50;

    private static final int MAX_BY_NAME = 3;

    private final FileScope scope;
    private final SourceFiles files;
    private final SymbolTable symbols;
    private final Values values;
    private final Edges edges;
    private final Set<Integer> reachable;

    MentionLinker(FileScope scope, SourceFiles files, SymbolTable symbols, Values values, Edges edges) {
        this.scope = scope;
        this.files = files;
        this.symbols = symbols;
        this.values = values;
        this.edges = edges;
        this.reachable = reachable();
    }

    /** What is beside the file, and what its imports lead to. */
    private Set<Integer> reachable() {
        Set<Integer> near = new HashSet<>(files.in(files.directory(scope.file())));
        for (FileScope.Resolved each : scope.imports()) {
            if (each.scope() instanceof Scope.Files(List<Integer> in)) {
                near.addAll(in);
            }
            if (!each.stated().alias().isEmpty()
                    && scope.find(each.stated().alias()) instanceof Value.Named(int[] nodes)) {
                Arrays.stream(nodes).map(files::fileOf).forEach(near::add);
            }
        }
        return near;
    }

    void link() {
        for (FileScope.Resolved each : scope.imports()) {
            link(each);
        }
        for (Mention each : files.mentions(scope.file()).mentions()) {
            link(each);
        }
        values.forgetNames();
    }

    private void link(FileScope.Resolved each) {
        int file = scope.file();
        int line = each.stated().line();
        switch (each.scope()) {
            case Scope.Outside outside -> edges.outside(file, outside.dependency(), ReferenceKind.IMPORT, line);
            case Scope.Files(List<Integer> in) ->
                in.forEach(to -> edges.add(file, to, ReferenceKind.IMPORT, line, 100));
            case Scope.Namespace _, Scope.Nowhere _ -> {}
        }
        boolean one = !each.stated().isAll() && !each.stated().alias().isEmpty();
        if (!one) {
            return;
        }
        switch (scope.find(each.stated().alias())) {
            case Value.Named(int[] nodes) -> {
                for (int node : nodes) {
                    edges.add(file, node, ReferenceKind.IMPORT, line, share(100, nodes.length));
                    edges.add(file, files.fileOf(node), ReferenceKind.IMPORT, line, share(100, nodes.length));
                }
            }
            case Value.Module(Scope.Files(List<Integer> in)) ->
                in.forEach(to -> edges.add(file, to, ReferenceKind.IMPORT, line, 100));
            case Value.Module _, Value.Outside _, Value.Instance _, Value.Unknown _ -> {}
        }
    }

    private void link(Mention mention) {
        int from = files.nodes().node(scope.file(), mention.from());
        switch (values.of(scope.file(), mention)) {
            case Value.Named(int[] nodes) -> add(from, mention, fitting(mention, nodes), 100);
            case Value.Module(Scope.Files(List<Integer> in))
            when in.size() == 1 -> edges.add(from, in.getFirst(), mention.kind(), mention.line(), 100);
            case Value.Module _, Value.Instance _ -> {}
            case Value.Outside outside -> edges.outside(from, outside.dependency(), mention.kind(), mention.line());
            case Value.Unknown _ -> byName(from, mention);
        }
    }

    /** A method of an object of which nothing is known: one that the file can reach, if few have its name. */
    private void byName(int from, Mention mention) {
        if (mention.kind() != ReferenceKind.CALL || mention.receiver().isEmpty()) {
            return;
        }
        int[] near = SymbolTable.filter(
                symbols.members(scope.family(), mention.name()), node -> reachable.contains(files.fileOf(node)));
        if (near.length <= MAX_BY_NAME) {
            add(from, mention, fitting(mention, near), BY_NAME_AND_REACH);
        }
    }

    private void add(int from, Mention mention, int[] nodes, int weight) {
        if (nodes.length > MAX_CANDIDATES) {
            return;
        }
        for (int to : nodes) {
            edges.add(from, to, mention.kind(), mention.line(), share(weight, nodes.length));
        }
    }

    private static int share(int weight, int among) {
        return Math.max(1, weight / among);
    }

    /** Returns those of some symbols that can stand where the name does. */
    private int[] fitting(Mention mention, int[] nodes) {
        return switch (mention.kind()) {
            case EXTENDS, IMPLEMENTS, TYPE -> SymbolTable.filter(nodes, values::isTypeOrModule);
            case CALL -> callable(mention, nodes);
            // A field may have the name of the method that returns it.
            case VALUE -> preferred(nodes, node -> !files.symbol(node).kind().isCallable());
            case IMPORT, MENTION -> nodes;
        };
    }

    private int[] callable(Mention mention, int[] nodes) {
        int[] functions = preferred(nodes, node -> {
            SymbolKind kind = files.symbol(node).kind();
            return kind.isCallable() || kind.isType() || kind == SymbolKind.MACRO;
        });
        if (mention.arguments() == Mention.UNCOUNTED || functions.length < 2) {
            return functions;
        }
        return preferred(functions, node -> takes(files.symbol(node), mention.arguments()));
    }

    private static boolean takes(Symbol symbol, int arguments) {
        return Parameters.of(symbol.signature()).take(arguments);
    }

    /** Returns those that are wanted, or all if none is. */
    private static int[] preferred(int[] nodes, IntPredicate wanted) {
        int[] some = SymbolTable.filter(nodes, wanted);
        return some.length > 0 ? some : nodes;
    }
}
