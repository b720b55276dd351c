package dev.caffeinecode.docs.markdown;

import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.markdown.MarkdownRenderer;

import java.util.List;

/**
 * Writes Markdown anew with only what is safe to show: no HTML, no images, no diagrams that nobody checked, and no link
 * that the policy does not let pass. What cannot be kept is left out; its text stays where it has one.
 */
public final class MarkdownCleaner {
    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final int LOWEST_HEADING = 6;

    private final Parser parser = Parser.builder().extensions(EXTENSIONS).build();
    private final MarkdownRenderer renderer =
            MarkdownRenderer.builder().extensions(EXTENSIONS).build();
    private final LinkPolicy links;
    private final int topHeading;

    /** @param topHeading level that the highest heading of a text may have, 1 to 6; all move down alike */
    public MarkdownCleaner(LinkPolicy links, int topHeading) {
        this.links = links;
        this.topHeading = topHeading;
    }

    /** Text whose blocks are nested so deep that nobody wrote them is left out whole. */
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
        document.accept(new Cleaning(Math.max(0, topHeading - highest.level)));
        return renderer.render(document).strip() + "\n";
    }

    private static final class Highest extends AbstractVisitor {
        private int level = LOWEST_HEADING;

        @Override
        public void visit(Heading heading) {
            level = Math.min(level, heading.getLevel());
        }
    }

    private final class Cleaning extends AbstractVisitor {
        private final int down;

        Cleaning(int down) {
            this.down = down;
        }

        @Override
        public void visit(Heading heading) {
            heading.setLevel(Math.min(LOWEST_HEADING, heading.getLevel() + down));
            visitChildren(heading);
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
            String language =
                    block.getInfo() == null ? "" : block.getInfo().strip().split("\\s", 2)[0];
            block.setInfo(
                    language.equalsIgnoreCase("mermaid") || !language.matches("[A-Za-z0-9+#._-]{0,30}")
                            ? "text"
                            : language);
        }

        @Override
        public void visit(Link link) {
            visitChildren(link);
            links.destination(link.getDestination()).ifPresentOrElse(link::setDestination, () -> unwrap(link));
            link.setTitle(null);
        }

        private void unwrap(Link link) {
            Node child = link.getFirstChild();
            while (child != null) {
                Node next = child.getNext();
                link.insertBefore(child);
                child = next;
            }
            link.unlink();
        }
    }
}
