package dev.caffeinecode.docs.outline;

import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.FileFacts;
import dev.caffeinecode.code.FileRole;
import dev.caffeinecode.code.LineRange;
import dev.caffeinecode.code.SourceFile;
import dev.caffeinecode.code.Symbol;
import dev.caffeinecode.code.SymbolKind;
import dev.caffeinecode.code.Visibility;
import dev.caffeinecode.code.secret.SecretMask;
import dev.caffeinecode.docs.citation.CitationMark;
import dev.caffeinecode.docs.markdown.Links;
import dev.caffeinecode.docs.markdown.Markdown;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How facts of the code graph are put into words; shared by all outlines and by the prompts. */
final class Facts {
    private static final int SHOWN_NAMES = 4;

    private Facts() {}

    /** Text of the graph as code; masked first, since escapes hide what a credential looks like. */
    static String code(String text) {
        return Markdown.code(SecretMask.mask(text).text());
    }

    /** Text of the graph as plain text of one line, masked first. */
    static String plain(String text) {
        return Markdown.escape(SecretMask.mask(text).text().replaceAll("\\s+", " "));
    }

    static String fileLink(String path) {
        return "[" + Markdown.code(path) + "](" + Links.sourceDestination(path) + ")";
    }

    /** A file by its path from a folder on, linked to the whole of it. */
    static String fileLink(SourceFile file, String directory) {
        String prefix = directory.isEmpty() ? "" : directory + "/";
        String shown = file.path().startsWith(prefix) ? file.path().substring(prefix.length()) : file.path();
        return "[" + Markdown.code(shown) + "](" + Links.sourceDestination(file.path()) + ")";
    }

    static String lines(Symbol symbol) {
        return CitationMark.of(symbol.location(), range(symbol.lines()));
    }

    static String range(LineRange lines) {
        return lines.first() == lines.last() ? String.valueOf(lines.first()) : lines.first() + "\u2013" + lines.last();
    }

    /** What its authors say of a symbol, in one sentence; empty when they say nothing. */
    static String says(Symbol symbol) {
        return symbol.docstring() == null ? "" : DocProse.of(symbol.docstring().summary());
    }

    static String count(long number, String one, String many) {
        return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : many);
    }

    /** Whether a symbol is there for others. */
    static boolean isPublic(Symbol symbol) {
        return symbol.visibility() == Visibility.PUBLIC || symbol.visibility() == Visibility.PROTECTED;
    }

    /** Top-level symbols of a file that are worth naming. */
    static Stream<Symbol> topLevel(FileFacts file) {
        return file.symbols().stream()
                .filter(symbol -> symbol.kind() != SymbolKind.MODULE)
                .filter(symbol -> symbol.isTopLevel() || parentIsModule(file, symbol));
    }

    private static boolean parentIsModule(FileFacts file, Symbol symbol) {
        return file.symbols().get(symbol.parent()).kind() == SymbolKind.MODULE;
    }

    /** What a file holds, in a few words: what it says of itself, else what its main or only symbol says, else its names. */
    static String holds(FileFacts file) {
        List<Symbol> all = topLevel(file).toList();
        Optional<Symbol> spoken = Stream.concat(
                        file.symbols().stream().filter(symbol -> symbol.kind() == SymbolKind.MODULE),
                        all.stream().filter(symbol -> all.size() == 1 || isNamedLike(file, symbol)))
                .filter(symbol -> symbol.docstring() != null)
                .findFirst();
        return spoken.isPresent() ? says(spoken.get()) : names(all);
    }

    /** What the symbol says that is named like its file, such as a class in Java. */
    static Optional<String> mainSymbolSays(FileFacts file) {
        return topLevel(file)
                .filter(symbol -> isNamedLike(file, symbol) && symbol.docstring() != null)
                .findFirst()
                .map(Facts::says);
    }

    private static String names(List<Symbol> all) {
        List<Symbol> open = all.stream().filter(Facts::isPublic).toList();
        List<String> names = (open.isEmpty() ? all : open)
                .stream().map(symbol -> code(symbol.name().simple())).distinct().toList();
        return names.size() <= SHOWN_NAMES
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, SHOWN_NAMES)) + " and " + (names.size() - SHOWN_NAMES) + " more";
    }

    private static boolean isNamedLike(FileFacts file, Symbol symbol) {
        return symbol.name().simple().equalsIgnoreCase(stem(file));
    }

    /** The name of a file without extensions. */
    static String stem(FileFacts file) {
        String name = file.file().name();
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    /** The files of a page that hold code, present in the graph. */
    static List<FileFacts> code(CodeGraph graph, List<String> paths) {
        return paths.stream()
                .flatMap(path -> graph.find(path).stream())
                .filter(file -> file.file().role() == FileRole.SOURCE
                        || file.file().role() == FileRole.SCHEMA
                        || file.file().role() == FileRole.API_DESCRIPTION)
                .toList();
    }
}
