package dev.caffeinecode.docs.markdown;

import org.commonmark.node.Block;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

import java.util.BitSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Tells prose from blocks of code, in quotations and lists too. */
public final class CodeBlocks {
    /** CommonMark 0.31, section 2.1. */
    private static final Pattern LINE_END = Pattern.compile("(?<=\n)|(?<=\r)(?!\n)");

    private static final Parser PARSER = Parser.builder()
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .maxOpenBlockParsers(MarkdownCleaner.MAX_NESTING)
            .build();

    private CodeBlocks() {}

    /** Applies the change to every run of lines that is not in a block of code. */
    public static String mapOutside(String markdown, UnaryOperator<String> change) {
        BitSet code = new BitSet();
        collect(PARSER.parse(markdown), code);
        StringBuilder result = new StringBuilder();
        StringBuilder prose = new StringBuilder();
        int number = 0;
        for (String line : LINE_END.split(markdown, -1)) {
            if (code.get(number++)) {
                result.append(change.apply(prose.toString())).append(line);
                prose.setLength(0);
            } else {
                prose.append(line);
            }
        }
        return result.append(change.apply(prose.toString())).toString();
    }

    private static void collect(Node node, BitSet lines) {
        if (node instanceof FencedCodeBlock || node instanceof IndentedCodeBlock) {
            for (SourceSpan span : node.getSourceSpans()) {
                lines.set(span.getLineIndex());
            }
        }
        for (Node child = node.getFirstChild(); child instanceof Block; child = child.getNext()) {
            collect(child, lines);
        }
    }
}
