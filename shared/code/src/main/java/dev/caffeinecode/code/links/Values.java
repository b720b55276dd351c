package dev.caffeinecode.code.links;

import dev.caffeinecode.code.Symbol;
import dev.caffeinecode.code.SymbolKind;
import dev.caffeinecode.code.mentions.Mention;
import dev.caffeinecode.code.mentions.Receivers;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Finds out what names and receivers may be, by scope, import and declared type. */
final class Values {
    /** A chain that leads through the types of other chains ends after so many. */
    private static final int MAX_DEPTH = 12;

    /** What may be more things is as good as unknown; files that say one thing a thousand times take time squared. */
    private static final int MAX_NODES = 64;

    private final SourceFiles files;
    private final SymbolTable symbols;
    private final Imports imports;
    private final IntFunction<FileScope> scopes;
    private final Supertypes supertypes;
    private final Map<Integer, Value> known = new HashMap<>();
    private final Map<Integer, int[]> owners = new HashMap<>();
    private final Map<Named, Value> names = new HashMap<>();
    private int depth;
    private int unfinished;

    /** A name at a node. */
    private record Named(int at, String name) {}

    Values(SourceFiles files, SymbolTable symbols, Imports imports, IntFunction<FileScope> scopes) {
        this.files = files;
        this.symbols = symbols;
        this.imports = imports;
        this.scopes = scopes;
        this.supertypes = new Supertypes(files, this);
    }

    /** Returns what a mention of a file means. */
    Value of(int file, Mention mention) {
        int from = files.nodes().node(file, mention.from());
        return mention.receiver().isEmpty()
                ? name(file, from, mention.name())
                : member(files.family(file).orElseThrow(), receiver(file, from, mention.receiver()), mention.name());
    }

    /** Returns what a receiver is, written as {@link Receivers} says, at a node of a file. */
    Value receiver(int file, int from, String chain) {
        if (depth > MAX_DEPTH) {
            return Value.UNKNOWN;
        }
        depth++;
        try {
            Family family = files.family(file).orElseThrow();
            String[] parts = chain.split(String.valueOf(Receivers.DOT), -1);
            Value value = calls(first(file, from, uncalled(parts[0])), parts[0]);
            for (int i = 1; i < parts.length && !(value instanceof Value.Unknown); i++) {
                value = calls(member(family, value, uncalled(parts[i])), parts[i]);
            }
            return value;
        } finally {
            depth--;
        }
    }

    private static String uncalled(String part) {
        int end = part.indexOf(Receivers.CALLED);
        return end < 0 ? part : part.substring(0, end);
    }

    private Value calls(Value value, String part) {
        Value result = value;
        for (int at = part.indexOf(Receivers.CALLED); at >= 0; at = part.indexOf(Receivers.CALLED, at + 2)) {
            result = called(result);
        }
        return result;
    }

    private Value first(int file, int from, String part) {
        return switch (part) {
            case Receivers.UNKNOWN -> Value.UNKNOWN;
            case Receivers.SELF -> Value.instance(enclosingTypes(file, from));
            case Receivers.SUPER ->
                Value.instance(Arrays.stream(enclosingTypes(file, from))
                        .flatMap(type -> Arrays.stream(supertypes.of(type)))
                        .toArray());
            case "" -> new Value.Module(new Scope.Namespace(""));
            default -> part.charAt(0) == Receivers.OF ? ofType(file, from, part.substring(1)) : name(file, from, part);
        };
    }

    private Value ofType(int file, int from, String type) {
        Family family = files.family(file).orElseThrow();
        String[] parts = type.split("\\.", -1);
        Value value = parts[0].isEmpty() ? new Value.Module(new Scope.Namespace("")) : name(file, from, parts[0]);
        for (int i = 1; i < parts.length; i++) {
            value = member(family, value, parts[i]);
        }
        return switch (value) {
            case Value.Named(int[] nodes) ->
                Value.instance(Arrays.stream(nodes).flatMap(this::aliased).toArray());
            case Value.Outside outside -> outside;
            case Value.Instance _, Value.Module _, Value.Unknown _ -> Value.UNKNOWN;
        };
    }

    /** Returns a type itself, or what it is another name for. */
    private IntStream aliased(int node) {
        if (files.symbol(node).kind() == SymbolKind.TYPE_ALIAS
                && valueOf(node) instanceof Value.Instance(int[] types)) {
            return Arrays.stream(types);
        }
        return isTypeOrModule(node) ? IntStream.of(node) : IntStream.empty();
    }

    boolean isTypeOrModule(int node) {
        return files.isType(node) || files.symbol(node).kind() == SymbolKind.MODULE;
    }

    /** Gives back the memory of what names of one file mean; they are asked for again and again while it is linked. */
    void forgetNames() {
        names.clear();
    }

    /** Returns what a name means at a node of a file. */
    private Value name(int file, int from, String name) {
        Named asked = new Named(from, name);
        Value before = names.get(asked);
        if (before != null) {
            return before;
        }
        Value value = lookUp(file, from, name);
        if (unfinished == 0 && !supertypes.isUnfinished()) {
            names.put(asked, value);
        }
        return value;
    }

    private Value lookUp(int file, int from, String name) {
        Family family = files.family(file).orElseThrow();
        for (int at = from; !files.nodes().isFile(at); at = files.parent(at)) {
            Value inner = inside(family, at, name);
            if (!(inner instanceof Value.Unknown)) {
                return inner;
            }
        }
        return scopes.apply(file).find(name);
    }

    /** From the members of the types around a place, and from the namespaces that it is in. */
    private Value inside(Family family, int at, String name) {
        Value nested = Value.named(symbols.members(at, name));
        if (!(nested instanceof Value.Unknown)) {
            boolean type = files.isType(at);
            return type && !isImplicit(family) ? typesOf(nested) : nested;
        }
        if (!isImplicit(family)) {
            return Value.UNKNOWN;
        }
        for (int type : files.isType(at) ? new int[] {at} : ownersByName(family, at)) {
            Value inherited = Value.named(supertypes.members(symbols, type, name));
            if (!(inherited instanceof Value.Unknown)) {
                return inherited;
            }
        }
        return Value.named(
                symbols.qualified(family, Names.dotted(files.symbol(at).name().qualifier()), name));
    }

    /** Only nested types are known by their bare names inside the types of such languages. */
    private Value typesOf(Value value) {
        return value instanceof Value.Named(int[] nodes)
                ? Value.named(SymbolTable.filter(nodes, this::isTypeOrModule))
                : Value.UNKNOWN;
    }

    /** Returns whether members of the object itself are named without it. */
    private static boolean isImplicit(Family family) {
        return switch (family) {
            case C, CSHARP, JVM, RUBY, SWIFT -> true;
            case GO, PHP, PYTHON, RUST, SCRIPT, SHELL -> false;
        };
    }

    /** Returns the types around a node: those it is in, and those whose member its name says it is. */
    private int[] enclosingTypes(int file, int from) {
        Family family = files.family(file).orElseThrow();
        for (int at = from; !files.nodes().isFile(at); at = files.parent(at)) {
            if (isTypeOrModule(at)) {
                return new int[] {at};
            }
            int[] owners = ownersByName(family, at);
            if (owners.length > 0) {
                return owners;
            }
        }
        return NodeMap.NONE;
    }

    private int[] ownersByName(Family family, int node) {
        int[] before = owners.get(node);
        if (before != null) {
            return before;
        }
        String owner = Names.dotted(files.symbol(node).name().qualifier());
        int[] found =
                owner.isEmpty() ? NodeMap.NONE : SymbolTable.filter(symbols.qualified(family, owner), files::isType);
        owners.put(node, found);
        return found;
    }

    /** Returns what a member of something means. */
    Value member(Family family, Value value, String name) {
        return switch (value) {
            case Value.Named(int[] nodes) -> union(nodes, node -> memberOf(family, node, name));
            case Value.Instance(int[] types) -> Value.named(membersOf(types, name));
            case Value.Module(Scope scope) -> imports.member(family, scope, name);
            case Value.Outside outside -> outside;
            case Value.Unknown unknown -> unknown;
        };
    }

    private int[] membersOf(int[] types, String name) {
        if (types.length == 1) {
            return supertypes.members(symbols, types[0], name);
        }
        int[] all = NodeMap.NONE;
        for (int type : types.length > MAX_NODES ? NodeMap.NONE : types) {
            all = merged(all, supertypes.members(symbols, type, name));
            if (all.length > MAX_NODES) {
                return NodeMap.NONE;
            }
        }
        return all;
    }

    private static int[] merged(int[] some, int[] others) {
        if (some.length == 0 || others.length == 0 || Arrays.equals(some, others)) {
            return some.length == 0 ? others : some;
        }
        return IntStream.concat(Arrays.stream(some), Arrays.stream(others))
                .distinct()
                .toArray();
    }

    private Value memberOf(Family family, int node, String name) {
        int[] own = supertypes.members(symbols, node, name);
        if (own.length > 0) {
            return new Value.Named(own);
        }
        if (files.symbol(node).kind() == SymbolKind.MODULE) {
            return imports.member(family, new Scope.Namespace(symbols.name(node)), name);
        }
        return files.symbol(node).kind().isType() ? Value.UNKNOWN : member(family, valueOf(node), name);
    }

    /** Merges what several nodes give; one that is known to be outside does not count beside one that is not. */
    private static Value union(int[] nodes, IntFunction<Value> each) {
        if (nodes.length == 1) {
            return each.apply(nodes[0]);
        }
        if (nodes.length > MAX_NODES) {
            return Value.UNKNOWN;
        }
        int[] named = NodeMap.NONE;
        Value other = Value.UNKNOWN;
        for (int node : nodes) {
            Value value = each.apply(node);
            if (value instanceof Value.Named(int[] more)) {
                named = merged(named, more);
                if (named.length > MAX_NODES) {
                    return Value.UNKNOWN;
                }
            } else if (!(value instanceof Value.Unknown)) {
                other = value;
            }
        }
        return named.length > 0 ? new Value.Named(named) : other;
    }

    /** Returns what calling something gives. */
    private Value called(Value value) {
        return switch (value) {
            case Value.Named(int[] nodes) ->
                union(nodes, this::calledNode) instanceof Value.Named(int[] types)
                        ? Value.instance(types)
                        : firstOf(nodes);
            case Value.Outside outside -> outside;
            case Value.Instance _, Value.Module _, Value.Unknown _ -> Value.UNKNOWN;
        };
    }

    /** Returns the types of what calling a symbol gives, as names. */
    private Value calledNode(int node) {
        Symbol symbol = files.symbol(node);
        if (symbol.kind().isType()) {
            return new Value.Named(new int[] {node});
        }
        if (symbol.kind() == SymbolKind.CONSTRUCTOR && !symbol.isTopLevel()) {
            return new Value.Named(new int[] {files.parent(node)});
        }
        return valueOf(node) instanceof Value.Instance(int[] types) ? new Value.Named(types) : Value.UNKNOWN;
    }

    /** Where no type of the repository is given, one from outside may be. */
    private Value firstOf(int[] nodes) {
        for (int node : nodes) {
            if (valueOf(node) instanceof Value.Outside outside) {
                return outside;
            }
        }
        return Value.UNKNOWN;
    }

    /** Returns what a variable holds or a function returns. */
    private Value valueOf(int node) {
        Value before = known.putIfAbsent(node, Value.UNKNOWN); // meanwhile, should it be asked for again
        if (before != null) {
            return before;
        }
        unfinished++;
        Symbol symbol = files.symbol(node);
        String type = files.type(node);
        Value value = Value.UNKNOWN;
        if (type != null) {
            int file = files.fileOf(node);
            value = receiver(file, node, type);
        } else if (symbol.kind() == SymbolKind.ENUM_MEMBER && !symbol.isTopLevel()) {
            value = new Value.Instance(new int[] {files.parent(node)});
        }
        known.put(node, value);
        unfinished--;
        return value;
    }
}
