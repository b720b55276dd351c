package dev.caffeinecode.code.links;

import dev.caffeinecode.code.Symbol;
import dev.caffeinecode.code.mentions.Import;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Finds what imports lead to, and what is in there. */
final class Imports {
    /** Files that hand on what they import do so over a few steps. */
    private static final int MAX_STEPS = 6;

    private final SourceFiles files;
    private final SymbolTable symbols;
    private final Packages packages;
    private final Map<Family, ImportResolver> resolvers = new EnumMap<>(Family.class);

    Imports(SourceFiles files, SymbolTable symbols, Packages packages) {
        this.files = files;
        this.symbols = symbols;
        this.packages = packages;
        NamespaceImports.Factory namespaces = new NamespaceImports.Factory(files, symbols);
        resolvers.put(Family.C, new IncludeImports(files));
        resolvers.put(Family.CSHARP, namespaces.of(Family.CSHARP));
        resolvers.put(Family.GO, new GoImports(files));
        resolvers.put(Family.JVM, namespaces.of(Family.JVM));
        resolvers.put(Family.PHP, namespaces.of(Family.PHP));
        resolvers.put(Family.PYTHON, new PythonImports(files));
        resolvers.put(Family.RUBY, new PathImports(files, List.of("", ".rb"), List.of("", "lib", "app")));
        resolvers.put(Family.RUST, new RustImports(files));
        resolvers.put(Family.SCRIPT, new ScriptImports(files));
        resolvers.put(Family.SHELL, new PathImports(files, List.of("", ".sh", ".bash"), List.of("")));
        resolvers.put(Family.SWIFT, namespaces.of(Family.SWIFT));
    }

    private ImportResolver resolver(Family family) {
        return Objects.requireNonNull(resolvers.get(family));
    }

    Scope resolve(int file, Import stated) {
        if (stated.module().isEmpty()) {
            return new Scope.Files(List.of(file)); // it hands on what it defines, under another name
        }
        Family family = files.family(file).orElseThrow();
        Scope scope = resolver(family).resolve(file, stated);
        return scope instanceof Scope.Nowhere ? packages.outside(family, stated) : scope;
    }

    String namespace(int file) {
        return files.family(file)
                .map(family -> resolver(family).namespace(file))
                .orElse("");
    }

    /** Returns what a name means in a module. */
    Value member(Family family, Scope scope, String name) {
        return member(family, scope, name, new HashSet<>());
    }

    private Value member(Family family, Scope scope, String name, Set<Integer> seen) {
        return switch (scope) {
            case Scope.Outside outside -> new Value.Outside(outside.dependency());
            case Scope.Nowhere _ -> Value.UNKNOWN;
            case Scope.Namespace namespace -> inNamespace(family, Names.join(namespace.name(), name));
            case Scope.Files in -> inFiles(family, in.files(), name, seen);
        };
    }

    private Value inNamespace(Family family, String name) {
        int[] nodes = symbols.qualified(family, name);
        if (nodes.length > 0) {
            return new Value.Named(nodes);
        }
        return symbols.isNamespace(family, name) ? new Value.Module(new Scope.Namespace(name)) : Value.UNKNOWN;
    }

    private Value inFiles(Family family, List<Integer> in, String name, Set<Integer> seen) {
        int[] defined = in.stream()
                .flatMapToInt(file -> Arrays.stream(symbols.top(file, name)))
                .toArray();
        if (defined.length > 0) {
            return new Value.Named(defined);
        }
        for (int file : in) {
            if (seen.size() < MAX_STEPS && seen.add(file)) {
                Value handed = handedOn(family, file, name, seen);
                if (!(handed instanceof Value.Unknown)) {
                    return handed;
                }
            }
        }
        return subModule(family, in, name);
    }

    /** Python hands on all that a module imports, others what they say. */
    private Value handedOn(Family family, int file, String name, Set<Integer> seen) {
        for (Import each : files.mentions(file).imports()) {
            if (!each.exported() && family != Family.PYTHON && family != Family.C) {
                continue;
            }
            if (each.isAll()) {
                Value found = member(family, resolve(file, each), name, seen);
                if (!(found instanceof Value.Unknown || found instanceof Value.Outside)) {
                    return found;
                }
            } else if (each.alias().equals(name)) {
                Scope scope = resolve(file, each);
                return each.name().isEmpty() ? Value.of(scope) : member(family, scope, each.name(), seen);
            }
        }
        return Value.UNKNOWN;
    }

    /** A module of Python may be in the folder of another. */
    private Value subModule(Family family, List<Integer> in, String name) {
        if (family != Family.PYTHON) {
            return Value.UNKNOWN;
        }
        for (int file : in) {
            if (files.facts(file).file().name().startsWith("__init__.")) {
                Import inner = new Import("." + name, "", name, false, 1);
                Scope scope = resolver(family).resolve(file, inner);
                if (!(scope instanceof Scope.Nowhere)) {
                    return Value.of(scope);
                }
            }
        }
        return Value.UNKNOWN;
    }

    /** Returns what a file exports without a name; the file itself if that cannot be told. */
    Value defaultOf(Family family, Scope scope) {
        if (!(scope instanceof Scope.Files(List<Integer> in)) || in.isEmpty()) {
            return Value.of(scope);
        }
        Value stated = member(family, scope, "default");
        if (!(stated instanceof Value.Unknown)) {
            return stated;
        }
        int file = in.getFirst();
        int[] exported = files.facts(file).symbols().stream()
                .filter(Symbol::isTopLevel)
                .filter(symbol -> symbol.signature().startsWith("export default"))
                .mapToInt(symbol -> files.nodes().node(file, symbol.id().ordinal()))
                .toArray();
        return exported.length > 0 ? new Value.Named(exported) : Value.of(scope);
    }
}
