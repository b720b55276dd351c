package dev.caffeinecode.docs.verify;

import dev.caffeinecode.docs.markdown.MarkdownCleaner;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Block;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Leaves out headings that nothing stands under, and tables without rows. */
final class EmptySections {
    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .maxOpenBlockParsers(MarkdownCleaner.MAX_NESTING)
            .build();

    private EmptySections() {}

    static String without(String markdown) {
        Node document = PARSER.parse(markdown);
        Deque<Block> empty = new ArrayDeque<>();
        int shallowest = 0; // level of the next heading that stays, 0 for the end or one that does not
        boolean text = false;
        for (Node node = document.getLastChild(); node != null; node = node.getPrevious()) {
            if (node instanceof TableBlock table && table.getLastChild() instanceof TableHead) {
                empty.addFirst(table);
                continue;
            }
            if (!(node instanceof Heading heading)) {
                text = true;
                continue;
            }
            if (text || (shallowest > 0 && heading.getLevel() < shallowest)) {
                shallowest = heading.getLevel();
            } else {
                empty.addFirst(heading);
            }
            text = false;
        }
        StringBuilder rest = new StringBuilder();
        int from = 0;
        for (Block block : empty) {
            SourceSpan last = block.getSourceSpans().getLast();
            rest.append(markdown, from, block.getSourceSpans().getFirst().getInputIndex());
            from = last.getInputIndex() + last.getLength();
        }
        return rest.append(markdown, from, markdown.length()).toString();
    }
}
