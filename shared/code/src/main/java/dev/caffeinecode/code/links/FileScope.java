package dev.caffeinecode.code.links;

import dev.caffeinecode.code.Symbol;
import dev.caffeinecode.code.SymbolKind;
import dev.caffeinecode.code.mentions.Import;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the names mean that a file does not define inside of anything. */
final class FileScope {
    private final int file;
    private final Family family;
    private final SourceFiles files;
    private final SymbolTable symbols;
    private final Imports imports;
    private final Map<String, List<Resolved>> named = new HashMap<>();
    private final List<Resolved> whole = new ArrayList<>();
    private final List<Resolved> all = new ArrayList<>();

    /** An import with what it leads to. */
    record Resolved(Import stated, Scope scope) {}

    FileScope(int file, Family family, SourceFiles files, SymbolTable symbols, Imports imports) {
        this.file = file;
        this.family = family;
        this.files = files;
        this.symbols = symbols;
        this.imports = imports;
        for (Import each : files.mentions(file).imports()) {
            Resolved resolved = new Resolved(each, imports.resolve(file, each));
            all.add(resolved);
            if (each.isAll()) {
                whole.add(resolved);
            } else {
                String name = each.alias().isEmpty() && family == Family.GO
                        ? GoImports.packageName(each.module())
                        : each.alias();
                named.computeIfAbsent(name, _ -> new ArrayList<>()).add(resolved);
            }
        }
    }

    int file() {
        return file;
    }

    Family family() {
        return family;
    }

    List<Resolved> imports() {
        return all;
    }

    /** Looks a name up: in the file, in its imports, beside it, in what is imported whole, at last anywhere. */
    Value find(String name) {
        int[] own = symbols.top(file, name);
        List<Resolved> imported = named.get(name);
        if (own.length > 0 && (imported == null || !areVariables(own))) {
            return new Value.Named(own);
        }
        if (imported != null) {
            return meant(imported);
        }
        Value beside = beside(name);
        if (!(beside instanceof Value.Unknown)) {
            return beside;
        }
        Value whole = inWhole(name);
        return whole instanceof Value.Unknown && family.isGlobal() ? anywhere(name) : whole;
    }

    /** A variable that is imported too holds what is imported. */
    private boolean areVariables(int[] nodes) {
        return Arrays.stream(nodes)
                .mapToObj(files::symbol)
                .map(Symbol::kind)
                .allMatch(kind -> kind == SymbolKind.VARIABLE || kind == SymbolKind.CONSTANT);
    }

    private Value meant(List<Resolved> imported) {
        for (Resolved each : imported) {
            Value value = meant(each);
            if (!(value instanceof Value.Unknown)) {
                return value;
            }
        }
        return Value.UNKNOWN;
    }

    private Value meant(Resolved each) {
        if (each.stated().name().isEmpty()) {
            return module(each);
        }
        if (each.stated().name().equals("default")) {
            return imports.defaultOf(family, each.scope());
        }
        Value member = imports.member(family, each.scope(), each.stated().name());
        return member instanceof Value.Unknown && family == Family.PYTHON ? inner(each.stated()) : member;
    }

    /** Of a folder without a file of its own, modules can be taken all the same. */
    private Value inner(Import stated) {
        String separator = stated.module().endsWith(".") ? "" : ".";
        String module = stated.module() + separator + stated.name();
        Value value = Value.of(imports.resolve(file, new Import(module, "", stated.alias(), false, stated.line())));
        return value instanceof Value.Module ? value : Value.UNKNOWN;
    }

    /** {@code import a.b} of Python makes {@code a} known. */
    private Value module(Resolved each) {
        Import stated = each.stated();
        boolean outer = family == Family.PYTHON && stated.module().startsWith(stated.alias() + ".");
        return Value.of(
                outer
                        ? imports.resolve(file, new Import(stated.alias(), "", stated.alias(), false, stated.line()))
                        : each.scope());
    }

    private Value beside(String name) {
        return switch (family.unit()) {
            case FILE -> Value.UNKNOWN;
            case DIRECTORY ->
                Value.named(SymbolTable.filter(
                        symbols.anywhere(family, name),
                        node -> files.directory(files.fileOf(node)).equals(files.directory(file))));
            case NAMESPACE -> inNamespaces(name);
        };
    }

    /** From the file's own namespace outwards. */
    private Value inNamespaces(String name) {
        for (String namespace = imports.namespace(file); !namespace.isEmpty(); namespace = Names.parent(namespace)) {
            Value found = imports.member(family, new Scope.Namespace(namespace), name);
            if (!(found instanceof Value.Unknown) || family == Family.JVM) {
                return found;
            }
        }
        Value root = Value.named(symbols.qualified(family, name));
        return root instanceof Value.Unknown && symbols.isNamespace(family, name)
                ? new Value.Module(new Scope.Namespace(name))
                : root;
    }

    private Value inWhole(String name) {
        for (Resolved each : whole) {
            Value found = imports.member(family, each.scope(), name);
            if (!(found instanceof Value.Unknown || found instanceof Value.Outside)) {
                return found;
            }
        }
        return Value.UNKNOWN;
    }

    /** At the top of any file; nearer ones first, nothing if too many could be meant. */
    private Value anywhere(String name) {
        int[] candidates = symbols.anywhere(family, name);
        int[] near = SymbolTable.filter(
                candidates, node -> files.directory(files.fileOf(node)).equals(files.directory(file)));
        int[] meant = near.length > 0 ? near : candidates;
        return meant.length <= MentionLinker.MAX_CANDIDATES ? Value.named(meant) : Value.UNKNOWN;
    }
}
