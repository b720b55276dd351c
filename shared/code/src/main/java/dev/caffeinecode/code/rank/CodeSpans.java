package dev.caffeinecode.code.rank;

import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.GraphNodes;
import dev.caffeinecode.code.names.NameIndex;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what documents name between backticks: {@code `Cart.add()`}, {@code ``src/cart.py``}. */
public final class CodeSpans {
    private static final int SHORTEST_NAME = 3;

    private static final Pattern SPAN = Pattern.compile("`([^`\\n]{1,200})`");

    private CodeSpans() {}

    /**
     * Finds files and symbols.
     *
     * @param texts such as README files, in Markdown or reStructuredText
     * @param nodes those of the graph
     * @return numbers of nodes, in order; a name that several nodes have is of none of them
     */
    public static Set<Integer> mentioned(Collection<String> texts, CodeGraph graph, GraphNodes nodes) {
        NameIndex names = NameIndex.of(graph, nodes);
        Set<Integer> mentioned = new TreeSet<>();
        for (String text : texts) {
            Matcher span = SPAN.matcher(text);
            while (span.find()) {
                String name = NameIndex.plain(text.substring(span.start(1), span.end(1)));
                if (name.length() >= SHORTEST_NAME) {
                    names.node(name).ifPresent(mentioned::add);
                }
            }
        }
        return mentioned;
    }
}
