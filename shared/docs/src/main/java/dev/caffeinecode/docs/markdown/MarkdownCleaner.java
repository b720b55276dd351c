package dev.caffeinecode.docs.markdown;

import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.markdown.MarkdownRenderer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes Markdown anew with only what is safe to show: no HTML, no images, no diagrams but a {@link Flowchart}, and no link
 * that the policy does not let pass. What cannot be kept is left out; its text stays where it has one.
 */
public final class MarkdownCleaner {
    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final int LOWEST_HEADING = 6;

    /** Blocks in blocks; what is deeper becomes text. */
    public static final int MAX_NESTING = 50;

    /** What GitHub and others make a link of although nothing marks it; GFM, section 6.9. */
    private static final Pattern BARE_URL = Pattern.compile("(?i)(?:https?://|www\\.)[^\\s<]*[^\\s<.,;:!?'\"*_)\\]]");

    private final Parser parser = Parser.builder()
            .extensions(EXTENSIONS)
            .maxOpenBlockParsers(MAX_NESTING)
            .build();
    private final MarkdownRenderer renderer =
            MarkdownRenderer.builder().extensions(EXTENSIONS).build();
    private final LinkPolicy links;
    private final int topHeading;

    /** @param topHeading level that the highest heading of a text may have, 1 to 6; all move down alike */
    public MarkdownCleaner(LinkPolicy links, int topHeading) {
        this.links = links;
        this.topHeading = topHeading;
    }

    /** Text whose markup is nested so deep that nobody wrote them is left out whole. */
    public String clean(String markdown) {
        try {
            return rewrite(markdown);
        } catch (StackOverflowError e) { // the parser's visitors recurse
            return "(This text is nested too deep to be shown.)\n";
        }
    }

    private String rewrite(String markdown) {
        Node document = parser.parse(markdown);
        Highest highest = new Highest();
        document.accept(highest);
        document.accept(new Cleaning(Math.max(0, topHeading - highest.level), Anchors.of(document)));
        return renderer.render(document).strip() + "\n";
    }

    /** Headings of the text itself, not of what it quotes. */
    private static final class Highest extends AbstractVisitor {
        private int level = LOWEST_HEADING;

        @Override
        public void visit(Heading heading) {
            level = isQuoted(heading) ? level : Math.min(level, heading.getLevel());
        }
    }

    private static boolean isQuoted(Heading heading) {
        return !(heading.getParent() instanceof Document);
    }

    private final class Cleaning extends AbstractVisitor {
        private final int down;
        private final Set<String> anchors;

        Cleaning(int down, Set<String> anchors) {
            this.down = down;
            this.anchors = anchors;
        }

        @Override
        public void visit(Heading heading) {
            visitChildren(heading);
            if (isQuoted(heading)) {
                makeBold(heading);
            } else {
                heading.setLevel(Math.min(LOWEST_HEADING, heading.getLevel() + down));
            }
        }

        private void makeBold(Heading heading) {
            Paragraph paragraph = new Paragraph();
            heading.insertBefore(paragraph);
            StrongEmphasis bold = new StrongEmphasis("**");
            moveChildren(heading, bold::appendChild);
            paragraph.appendChild(bold);
            heading.unlink();
        }

        /** An address that a link may not lead to is shown as code, which nothing makes a link of. */
        @Override
        public void visit(Text text) {
            if (text.getParent() instanceof Link) {
                return;
            }
            String literal = text.getLiteral();
            Matcher url = BARE_URL.matcher(literal);
            int from = 0;
            while (url.find()) {
                String address = literal.substring(url.start(), url.end());
                if (links.destination(address).isEmpty()) {
                    text.insertBefore(new Text(literal.substring(from, url.start())));
                    text.insertBefore(new Code(address));
                    from = url.end();
                }
            }
            text.setLiteral(literal.substring(from));
        }

        @Override
        public void visit(HtmlBlock block) {
            block.unlink();
        }

        @Override
        public void visit(HtmlInline tag) {
            tag.unlink();
        }

        @Override
        public void visit(Image image) {
            image.unlink();
        }

        @Override
        public void visit(LinkReferenceDefinition definition) {
            definition.unlink();
        }

        @Override
        public void visit(FencedCodeBlock block) {
            Optional<Flowchart> diagram = diagram(block);
            if (diagram.isPresent()) {
                block.setInfo("mermaid");
                block.setLiteral(diagram.get().mermaid());
                return;
            }
            String language =
                    block.getInfo() == null ? "" : block.getInfo().strip().split("\\s", 2)[0];
            block.setInfo(
                    language.equalsIgnoreCase("mermaid") || !language.matches("[A-Za-z0-9+#._-]{0,30}")
                            ? "text"
                            : language);
        }

        /** A diagram is shown when it can do nothing else. */
        private static Optional<Flowchart> diagram(FencedCodeBlock block) {
            boolean mermaid = block.getInfo() != null && block.getInfo().strip().equals("mermaid");
            return mermaid ? Flowchart.parse(block.getLiteral()) : Optional.empty();
        }

        @Override
        public void visit(Link link) {
            Optional<String> destination = destination(link.getDestination());
            if (destination.isPresent()) {
                link.setDestination(destination.get());
                link.setTitle(null);
                visitChildren(link);
            } else {
                List<Node> text = moveChildren(link, link::insertBefore);
                link.unlink();
                text.forEach(node -> node.accept(this));
            }
        }

        /** To a heading of the text itself, or where the policy says. */
        private Optional<String> destination(String destination) {
            return destination.startsWith("#")
                    ? Optional.of(destination).filter(anchor -> anchors.contains(anchor.substring(1)))
                    : links.destination(destination);
        }

        private List<Node> moveChildren(Node from, Consumer<Node> to) {
            List<Node> moved = new ArrayList<>();
            Node child = from.getFirstChild();
            while (child != null) {
                Node next = child.getNext();
                to.accept(child);
                moved.add(child);
                child = next;
            }
            return moved;
        }
    }
}
