package dev.caffeinecode.docs.outline;

import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.Docstring;
import dev.caffeinecode.code.FileFacts;
import dev.caffeinecode.code.Symbol;
import dev.caffeinecode.code.SymbolKind;
import dev.caffeinecode.docs.citation.CitationMark;
import dev.caffeinecode.docs.markdown.Markdown;

import java.util.Comparator;
import java.util.List;

/** The types and functions of a module: signatures as they stand in the code, and what their authors say of them. */
final class ApiOutline {
    private static final int MAX_TYPES = 80;
    private static final int MAX_MEMBERS = 60;
    private static final int MAX_FUNCTIONS = 150;

    private final CodeGraph graph;
    private final List<FileFacts> files;

    ApiOutline(CodeGraph graph, List<FileFacts> files) {
        this.graph = graph;
        this.files = files;
    }

    String markdown() {
        List<Symbol> shown = shown();
        List<Symbol> types = shown.stream()
                .filter(symbol -> symbol.kind().isType())
                .sorted(Comparator.comparing((Symbol symbol) -> !Facts.isPublic(symbol)))
                .toList();
        List<Symbol> others =
                shown.stream().filter(symbol -> !symbol.kind().isType()).toList();
        return types(types) + others(others);
    }

    /** What is there for others; in a module that offers nothing, such as a program, all of it. */
    private List<Symbol> shown() {
        List<Symbol> all = files.stream().flatMap(Facts::topLevel).toList();
        List<Symbol> open = all.stream().filter(Facts::isPublic).toList();
        return open.isEmpty() ? all : open;
    }

    private String types(List<Symbol> types) {
        if (types.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("## Types\n\n");
        types.stream().limit(MAX_TYPES).forEach(type -> text.append(type(type)));
        return text.append(more(types.size(), MAX_TYPES, "type", "types")).toString();
    }

    private String type(Symbol type) {
        return "### " + Facts.code(type.name().simple()) + "\n\n"
                + Facts.code(type.signature()) + " " + Facts.lines(type) + "\n\n"
                + description(type)
                + members(type);
    }

    /** The first paragraph. */
    private static String description(Symbol symbol) {
        Docstring doc = symbol.docstring();
        if (doc == null) {
            return "";
        }
        String prose = DocProse.of(doc.text().split("\n\\s*\n|\n\\s*@|<p>", 2)[0]);
        return prose.isBlank() ? "" : prose + "\n\n";
    }

    private String members(Symbol type) {
        List<Symbol> open = graph.childrenOf(type).stream()
                .filter(member -> Facts.isPublic(member) || member.kind() == SymbolKind.ENUM_MEMBER)
                .filter(member -> !member.kind().isType())
                .toList();
        Table table = new Table("Member", "What it does", "Lines");
        open.stream()
                .limit(MAX_MEMBERS)
                .forEach(member -> table.row(Facts.code(member.signature()), Facts.says(member), Facts.lines(member)));
        return table.markdown() + more(open.size(), MAX_MEMBERS, "member", "members");
    }

    private static String others(List<Symbol> symbols) {
        List<Symbol> functions =
                symbols.stream().filter(symbol -> symbol.kind().isCallable()).toList();
        List<Symbol> rest =
                symbols.stream().filter(symbol -> !symbol.kind().isCallable()).toList();
        return table("Functions", "Function", functions) + table("Constants and others", "Name", rest);
    }

    private static String table(String heading, String column, List<Symbol> symbols) {
        if (symbols.isEmpty()) {
            return "";
        }
        Table table = new Table(column, "What it does", "Where");
        // One statement may define several names; it is the same row for each.
        List<List<String>> rows = symbols.stream()
                .map(symbol -> List.of(Facts.code(symbol.signature()), Facts.says(symbol), where(symbol)))
                .distinct()
                .toList();
        rows.stream().limit(MAX_FUNCTIONS).forEach(row -> table.row(row.toArray(String[]::new)));
        return "## " + heading + "\n\n" + table.markdown() + more(rows.size(), MAX_FUNCTIONS, "other", "others");
    }

    private static String where(Symbol symbol) {
        String file = symbol.path().substring(symbol.path().lastIndexOf('/') + 1);
        return CitationMark.of(symbol.location(), Markdown.escape(file) + " " + Facts.range(symbol.lines()));
    }

    private static String more(int all, int shown, String one, String many) {
        return all <= shown ? "" : "And " + Facts.count((long) all - shown, one, many) + " more.\n\n";
    }
}
