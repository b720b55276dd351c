package dev.caffeinecode.docs.markdown;

import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a page says in a sentence or two. */
public final class Summaries {
    /** Characters; a longer first sentence is cut. */
    private static final int MAX = 240;

    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?])\\s");
    private static final Pattern SPACE_BEFORE_STOP = Pattern.compile("\\s+(?=[.,;:)])");

    private Summaries() {}

    /** The first sentence of the first paragraph that is no quotation, escaped; empty when there is none. */
    public static String of(String markdown) {
        Parser parser =
                Parser.builder().extensions(List.of(TablesExtension.create())).build();
        for (Node node = parser.parse(markdown).getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Paragraph) {
                return Markdown.escape(shorten(plain(node)));
            }
        }
        return "";
    }

    private static String plain(Node paragraph) {
        StringBuilder text = new StringBuilder();
        appendPlain(paragraph, text);
        return SPACE_BEFORE_STOP
                .matcher(text.toString().replaceAll("\\s+", " "))
                .replaceAll("")
                .strip();
    }

    private static void appendPlain(Node parent, StringBuilder text) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case Text words -> text.append(words.getLiteral());
                case Code code -> text.append(code.getLiteral());
                case SoftLineBreak _, HardLineBreak _ -> text.append(' ');
                // Citations are links; what they point to is no part of what the page says.
                case Link link when link.getDestination().startsWith(Links.SOURCE) -> text.append(' ');
                default -> appendPlain(node, text);
            }
        }
    }

    private static String shorten(String text) {
        Matcher end = SENTENCE.matcher(text);
        String sentence = end.find() ? text.substring(0, end.start()) : text;
        if (sentence.length() <= MAX) {
            return sentence;
        }
        int cut = Character.isHighSurrogate(sentence.charAt(MAX - 2)) ? MAX - 2 : MAX - 1;
        return sentence.substring(0, cut).stripTrailing() + "\u2026";
    }
}
