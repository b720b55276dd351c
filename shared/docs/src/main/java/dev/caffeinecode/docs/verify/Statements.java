package dev.caffeinecode.docs.verify;

import dev.caffeinecode.docs.citation.CitationResolver;
import dev.caffeinecode.docs.citation.CitationResolver.Mark;
import dev.caffeinecode.docs.markdown.Anchors;
import dev.caffeinecode.docs.markdown.MarkdownCleaner;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The statements of a draft, found in one pass over its Markdown. Blocks of code and HTML hold none. */
final class Statements {
    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .maxOpenBlockParsers(MarkdownCleaner.MAX_NESTING)
            .build();

    private final String draft;
    private final CitationResolver.Reading reading;
    private final List<Statement> statements = new ArrayList<>();
    private final Map<Node, Statement> ofBlocks = new HashMap<>();
    private final List<LinkTo> links = new ArrayList<>();
    private final List<String> headings = new ArrayList<>();
    private final Set<String> anchors;

    /** A link and the line of its block. */
    record LinkTo(String destination, Finding.Place place) {}

    private Statements(String draft, CitationResolver.Reading reading) {
        this.draft = draft;
        this.reading = reading;
        Node document = PARSER.parse(draft);
        this.anchors = Anchors.of(document);
        Finding.Place place = new Finding.Place(1, 0, 0);
        for (Node node = document; node != null; node = Anchors.next(node, document)) {
            if (node instanceof Block || node instanceof TableRow) {
                Statement statement = add(node);
                place = statement == null ? place : statement.place();
            } else if (node instanceof Link link) {
                links.add(new LinkTo(link.getDestination(), place));
            }
        }
        ofBlocks.forEach(this::borrow);
    }

    static Statements of(String draft, CitationResolver.Reading reading) {
        return new Statements(draft, reading);
    }

    List<Statement> list() {
        return statements;
    }

    List<LinkTo> links() {
        return links;
    }

    /** Words of the headings, in order. */
    List<String> headings() {
        return headings;
    }

    Set<String> anchors() {
        return anchors;
    }

    private @Nullable Statement add(Node block) {
        if (block.getSourceSpans().isEmpty()) {
            return null;
        }
        if (block instanceof Heading heading) {
            headings.add(Anchors.plain(heading).strip());
        }
        Statement statement = switch (block) {
            case Heading _ -> whole(Statement.Kind.HEADING, block, block);
            case TableRow row
            when row.getParent() instanceof TableHead -> whole(Statement.Kind.TABLE_HEAD, row, table(row));
            case TableRow row -> whole(Statement.Kind.ROW, row, row);
            case Paragraph paragraph -> paragraph(paragraph);
            default -> null;
        };
        if (statement != null) {
            statements.add(statement);
            ofBlocks.put(block, statement);
        }
        return statement;
    }

    private static Node table(Node row) {
        Node each = row;
        while (!(each instanceof TableBlock) && each.getParent() != null) {
            each = each.getParent();
        }
        return each.getSourceSpans().isEmpty() ? row : each;
    }

    private Statement whole(Statement.Kind kind, Node block, Node takenOut) {
        int start = start(block);
        int end = end(block);
        List<Sentence> sentences = List.of(Sentences.one(draft, start, end, marks(start, end)));
        if (kind == Statement.Kind.ROW) { // an empty line in its place would end the table
            int lineStart = draft.lastIndexOf('\n', start - 1) + 1;
            int lineEnd = draft.indexOf('\n', end);
            return new Statement(
                    kind, line(block), lineStart, lineEnd < 0 ? draft.length() : lineEnd + 1, sentences, false);
        }
        return new Statement(kind, line(block), start(takenOut), end(takenOut), sentences, false);
    }

    private Statement paragraph(Paragraph paragraph) {
        int start = start(paragraph);
        int end = end(paragraph);
        List<Mark> marks = marks(start, end);
        List<Sentence> sentences = Sentences.split(draft, start, end, marks);
        boolean item = paragraph.getParent() instanceof ListItem && paragraph.getPrevious() == null;
        boolean alone = item && paragraph.getNext() == null;
        Node next = paragraph.getNext();
        boolean introduces = next != null && !(next instanceof Paragraph) && !(next instanceof Heading);
        return new Statement(
                item ? Statement.Kind.ITEM : Statement.Kind.PARAGRAPH,
                line(paragraph),
                alone && paragraph.getParent() instanceof ListItem holder ? start(holder) : start,
                end,
                sentences,
                introduces && endsInColon(start, end, marks));
    }

    /** Before the citations at its end, or after them. */
    private boolean endsInColon(int start, int end, List<Mark> marks) {
        int at = lastOf(start, end);
        for (int i = marks.size() - 1; i >= 0 && !isColon(at) && marks.get(i).end() == at + 1; i--) {
            at = lastOf(start, marks.get(i).start());
        }
        return isColon(at);
    }

    private boolean isColon(int at) {
        return at >= 0 && draft.charAt(at) == ':';
    }

    /** The last character before the end that is no white space; -1 if there is none. */
    private int lastOf(int start, int end) {
        int at = end - 1;
        while (at >= start && Character.isWhitespace(draft.charAt(at))) {
            at--;
        }
        return at < start ? -1 : at;
    }

    private List<Mark> marks(int start, int end) {
        return reading.marks(draft.substring(start, end)).stream()
                .map(mark -> new Mark(
                        mark.start() + start, mark.end() + start, mark.link(), mark.citations(), mark.unresolved()))
                .toList();
    }

    /** What introduces a list or table with a colon may cite for all of it; what only cites does so for what it follows. */
    private void borrow(Node block, Statement statement) {
        Node container = container(block);
        Statement after = container.getNext() == null ? null : ofBlocks.get(container.getNext());
        if (after != null && after.onlyCites()) {
            statement.borrow(after);
        }
        for (Node each = container; each instanceof ListBlock || each instanceof TableBlock; each = above(each)) {
            Statement before = each.getPrevious() == null ? null : ofBlocks.get(each.getPrevious());
            if (before != null && before.introduces()) {
                statement.borrow(before);
            }
        }
    }

    /** The list, table or quotation around a block that begins there, else the block. */
    private static Node container(Node block) {
        Node parent = block.getParent();
        if (parent instanceof BlockQuote) {
            return parent;
        }
        if (block instanceof TableRow row) {
            return table(row);
        }
        return parent instanceof ListItem && parent.getParent() != null ? parent.getParent() : block;
    }

    /** The list around an item's list. */
    private static @Nullable Node above(Node list) {
        Node item = list.getParent();
        return item instanceof ListItem ? item.getParent() : null;
    }

    private static int line(Node block) {
        return block.getSourceSpans().getFirst().getLineIndex() + 1;
    }

    private static int start(Node block) {
        return block.getSourceSpans().getFirst().getInputIndex();
    }

    private static int end(Node block) {
        SourceSpan last = block.getSourceSpans().getLast();
        return last.getInputIndex() + last.getLength();
    }
}
