package dev.caffeinecode.code.names;

import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.Command;
import dev.caffeinecode.code.Dependency;
import dev.caffeinecode.code.ExternalPackage;
import dev.caffeinecode.code.FileFacts;
import dev.caffeinecode.code.GraphNodes;
import dev.caffeinecode.code.Manifest;
import dev.caffeinecode.code.Symbol;
import dev.caffeinecode.code.SymbolId;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which names a repository has: its files and folders, what they define, the packages it uses, and what it meets of the
 * world around it: routes, variables, tables, commands. Immutable.
 */
public final class NameIndex {
    /** Stands for names that several nodes have. */
    private static final int SEVERAL = -1;

    private static final Pattern SEPARATOR = Pattern.compile("::|->|[#\\\\]");
    private static final Pattern PACKAGE_PART = Pattern.compile("[:/]");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final GraphNodes nodes;
    private final Map<String, Integer> named = new HashMap<>();
    private final Set<String> words = new HashSet<>();
    private final Set<String> packages = new HashSet<>();
    private final Set<String> extensions = new HashSet<>();
    private final PathIndex paths;

    private NameIndex(CodeGraph graph, GraphNodes nodes) {
        this.nodes = nodes;
        for (FileFacts facts : graph.files()) {
            nodes.find(facts.path()).ifPresent(file -> name(file, facts));
            facts.touchpoints().forEach(touchpoint -> words.add(touchpoint.name()));
            facts.entryPoints().forEach(point -> words.add(plain(point.name())));
            facts.commands().forEach(this::command);
            manifest(facts);
            String file = facts.file().name();
            extensions.add(file.substring(file.lastIndexOf('.') + 1));
        }
        graph.packages().stream().map(ExternalPackage::name).forEach(this::use);
        this.paths = new PathIndex(graph.files().stream().map(FileFacts::path).toList());
    }

    public static NameIndex of(CodeGraph graph) {
        return of(graph, graph.nodes());
    }

    /** @param nodes those of the graph */
    public static NameIndex of(CodeGraph graph, GraphNodes nodes) {
        return new NameIndex(graph, nodes);
    }

    /** Leaves out arguments and writes every language's separators as a dot. */
    public static String plain(String name) {
        int arguments = name.indexOf('(');
        String bare = arguments > 0 ? name.substring(0, arguments) : name;
        return SEPARATOR.matcher(bare.strip()).replaceAll(".");
    }

    /** Returns the number of the one file or symbol of this name; empty when none or several have it. */
    public OptionalInt node(String plainName) {
        int node = named.getOrDefault(plainName, SEVERAL);
        return node == SEVERAL ? OptionalInt.empty() : OptionalInt.of(node);
    }

    /** Returns whether a file or folder has this path, or one that ends with it after a slash. */
    public boolean hasPath(String path) {
        return paths.has(path);
    }

    /** Returns whether some file's name ends with this after its last dot. */
    public boolean hasExtension(String extension) {
        return extensions.contains(extension);
    }

    /**
     * Returns whether something has this whole name: a symbol, by its simple or qualified name or any part of that; a
     * file; a route, variable, table, queue or topic; a command or a word of one; what a build file calls itself; a
     * package that the repository uses, or a part of its name.
     */
    public boolean hasName(String plainName) {
        return named.containsKey(plainName) || words.contains(plainName) || packages.contains(plainName);
    }

    /** Returns whether a name of several parts begins with a package that the repository uses. */
    public boolean isExternal(String plainName) {
        for (int dot = plainName.indexOf('.'); dot >= 0; dot = plainName.indexOf('.', dot + 1)) {
            if (packages.contains(plainName.substring(0, dot))) {
                return true;
            }
        }
        return packages.contains(plainName);
    }

    /** By path, by file name, and symbols by their names with as much of what they are in as documents write. */
    private void name(int file, FileFacts facts) {
        put(facts.path(), file);
        put(facts.file().name(), file);
        for (Symbol symbol : facts.symbols()) {
            int node = nodes.node(new SymbolId(facts.path(), symbol.id().ordinal()));
            put(plain(symbol.name().qualified()), node);
            put(symbol.name().simple(), node);
            if (!symbol.isTopLevel()) {
                String parent = facts.symbols().get(symbol.parent()).name().simple();
                put(parent + "." + symbol.name().simple(), node);
            }
            qualifier(plain(symbol.name().qualifier()));
        }
    }

    private void put(String name, int node) {
        named.merge(name, node, (one, other) -> one.equals(other) ? one : Integer.valueOf(SEVERAL));
    }

    /** Each part and each beginning of it, unless the same was there before. */
    private void qualifier(String qualifier) {
        String rest = qualifier.endsWith(".") ? qualifier.substring(0, qualifier.length() - 1) : qualifier;
        while (!rest.isEmpty() && words.add(rest)) {
            int dot = rest.lastIndexOf('.');
            words.add(rest.substring(dot + 1));
            rest = rest.substring(0, Math.max(0, dot));
        }
    }

    private void command(Command command) {
        if (command.name() != null) {
            words.add(command.name());
        }
        words.add(command.line());
        for (String word : SPACE.split(command.line())) {
            words.add(word);
        }
    }

    private void manifest(FileFacts facts) {
        Manifest manifest = facts.manifest();
        if (manifest != null) {
            if (manifest.name() != null) {
                words.add(manifest.name());
                qualifier(manifest.name());
            }
            manifest.dependencies().stream().map(Dependency::name).forEach(this::use);
        }
    }

    /** The whole name, its parts, and how code writes what holds a dash. */
    private void use(String name) {
        packages.add(name);
        packages.add(name.replace('-', '_'));
        for (String part : PACKAGE_PART.split(name)) {
            packages.add(part);
            packages.add(part.replace('-', '_'));
        }
    }
}
