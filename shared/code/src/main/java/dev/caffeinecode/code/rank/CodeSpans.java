package dev.caffeinecode.code.rank;

import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.FileFacts;
import dev.caffeinecode.code.GraphNodes;
import dev.caffeinecode.code.Symbol;
import dev.caffeinecode.code.SymbolId;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what documents name between backticks: {@code `Cart.add()`}, {@code ``src/cart.py``}. */
public final class CodeSpans {
    private static final int SHORTEST_NAME = 3;

    /** Stands for names that several nodes have: such a mention is of none of them. */
    private static final int SEVERAL = -1;

    private static final Pattern SPAN = Pattern.compile("`([^`\\n]{1,200})`");
    private static final Pattern SEPARATOR = Pattern.compile("::|[#\\\\]");

    private final GraphNodes nodes;
    private final Map<String, Integer> named = new HashMap<>();

    private CodeSpans(CodeGraph graph, GraphNodes nodes) {
        this.nodes = nodes;
        for (FileFacts facts : graph.files()) {
            nodes.find(facts.path()).ifPresent(file -> name(file, facts));
        }
    }

    /**
     * Finds files and symbols.
     *
     * @param texts such as README files, in Markdown or reStructuredText
     * @param nodes those of the graph
     * @return numbers of nodes, in order
     */
    public static Set<Integer> mentioned(Collection<String> texts, CodeGraph graph, GraphNodes nodes) {
        CodeSpans spans = new CodeSpans(graph, nodes);
        Set<Integer> mentioned = new TreeSet<>();
        for (String text : texts) {
            Matcher span = SPAN.matcher(text);
            while (span.find()) {
                int node = spans.named.getOrDefault(plain(text.substring(span.start(1), span.end(1))), SEVERAL);
                if (node != SEVERAL) {
                    mentioned.add(node);
                }
            }
        }
        return mentioned;
    }

    /** By path, by file name, and symbols by their names with as much of what they are in as documents write. */
    private void name(int file, FileFacts facts) {
        put(facts.path(), file);
        put(facts.file().name(), file);
        for (Symbol symbol : facts.symbols()) {
            int node = nodes.node(new SymbolId(facts.path(), symbol.id().ordinal()));
            String qualified = plain(symbol.name().qualified());
            put(qualified, node);
            put(symbol.name().simple(), node);
            if (!symbol.isTopLevel()) {
                String parent = facts.symbols().get(symbol.parent()).name().simple();
                put(parent + "." + symbol.name().simple(), node);
            }
        }
    }

    private void put(String name, int node) {
        if (name.length() >= SHORTEST_NAME) {
            named.merge(name, node, (one, other) -> one.equals(other) ? one : Integer.valueOf(SEVERAL));
        }
    }

    /** Leaves out arguments and writes every language's separators as a dot. */
    private static String plain(String name) {
        int arguments = name.indexOf('(');
        String bare = arguments > 0 ? name.substring(0, arguments) : name;
        return SEPARATOR.matcher(bare.strip()).replaceAll(".");
    }
}
