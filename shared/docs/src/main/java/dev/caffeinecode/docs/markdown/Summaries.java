package dev.caffeinecode.docs.markdown;

import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;

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
        removeCitations(paragraph);
        String text = TextContentRenderer.builder().build().render(paragraph);
        return SPACE_BEFORE_STOP
                .matcher(text.replaceAll("\\s+", " "))
                .replaceAll("")
                .strip();
    }

    /** Citations are links; what they point to is no part of what the page says. */
    private static void removeCitations(Node paragraph) {
        Node child = paragraph.getFirstChild();
        while (child != null) {
            Node next = child.getNext();
            if (child instanceof Link link && link.getDestination().startsWith(Links.SOURCE)) {
                link.unlink();
            }
            child = next;
        }
    }

    private static String shorten(String text) {
        Matcher end = SENTENCE.matcher(text);
        String sentence = end.find() ? text.substring(0, end.start()) : text;
        return sentence.length() <= MAX
                ? sentence
                : sentence.substring(0, MAX - 1).stripTrailing() + "\u2026";
    }
}
