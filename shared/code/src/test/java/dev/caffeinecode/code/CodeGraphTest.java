package dev.caffeinecode.code;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CodeGraphTest {
    private static final LineRange LINE = new LineRange(1, 1);

    @Test
    void filesAreFoundByPath() {
        CodeGraph graph = CodeGraph.ofFiles(List.of(facts("a"), facts("b/c"), facts("d")));

        assertThat(graph.find("b/c")).map(FileFacts::path).contains("b/c");
        assertThat(graph.find("b")).isEmpty();
        assertThat(graph.symbolsOf("b")).isEmpty();
        assertThat(CodeGraph.ofFiles(List.of()).find("a")).isEmpty();
    }

    @Test
    void pathsStandInOrderAndOnce() {
        assertThatIllegalArgumentException().isThrownBy(() -> CodeGraph.ofFiles(List.of(facts("b"), facts("a"))));
        assertThatIllegalArgumentException().isThrownBy(() -> CodeGraph.ofFiles(List.of(facts("a"), facts("a"))));
    }

    @Test
    void symbolsKnowTheirRelatives() {
        Symbol type = symbol(0, Symbol.NO_PARENT, "T");
        Symbol method = symbol(1, 0, "m");
        Symbol other = symbol(2, Symbol.NO_PARENT, "f");
        CodeGraph graph = CodeGraph.ofFiles(List.of(facts("a", type, method, other)));

        assertThat(graph.childrenOf(type)).containsExactly(method);
        assertThat(graph.childrenOf(method)).isEmpty();
        assertThat(graph.parentOf(method)).contains(type);
        assertThat(graph.parentOf(type)).isEmpty();
        assertThat(graph.find(new SymbolId("a", 2))).contains(other);
        assertThat(graph.find(new SymbolId("a", 3))).isEmpty();
        assertThat(graph.symbols()).containsExactly(type, method, other);
    }

    @Test
    void touchpointsAreThoseOfAllFiles() {
        Touchpoint read = new Touchpoint(
                TouchpointKind.ENVIRONMENT_VARIABLE, "PORT", "read", new Location("b", new LineRange(3, 3)));
        SourceFile file = file("b", Language.JAVA, FileRole.SOURCE, 1);
        FileFacts facts = new FileFacts(file, List.of(), List.of(), List.of(), null, List.of(read));

        assertThat(CodeGraph.ofFiles(List.of(facts("a"), facts)).touchpoints()).containsExactly(read);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Touchpoint(TouchpointKind.TABLE, "", "created", read.source()));
    }

    @Test
    void symbolsOutOfPlaceAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> facts("a", symbol(1, Symbol.NO_PARENT, "T")));
        assertThatIllegalArgumentException().isThrownBy(() -> facts("b", symbol(0, Symbol.NO_PARENT, "T")));
        assertThatIllegalArgumentException().isThrownBy(() -> facts("a", symbol(0, 7, "T")));
        assertThatIllegalArgumentException().isThrownBy(() -> symbol(0, 0, "T"));
        assertThatIllegalArgumentException().isThrownBy(() -> new SymbolName("a.", ""));
    }

    @Test
    void languagesAreCountedWithoutWhatNobodyWrote() {
        CodeGraph graph = CodeGraph.ofFiles(List.of(
                facts("a.java", Language.JAVA, FileRole.SOURCE, 100),
                facts("b.go", Language.GO, FileRole.TEST, 500),
                facts("c.java", Language.JAVA, FileRole.TEST, 50),
                facts("d.go", Language.GO, FileRole.VENDORED, 9_000)));

        assertThat(graph.languages())
                .containsExactly(
                        new LanguageShare(Language.GO, 1, 10, 500), new LanguageShare(Language.JAVA, 2, 20, 150));
    }

    @Test
    void labelsAreUniqueAndFound() {
        assertThat(Stream.of(NoteKind.values()).map(NoteKind::label)).doesNotHaveDuplicates();
        assertThat(Stream.of(Language.values()).map(Language::label)).doesNotHaveDuplicates();
        assertThat(Stream.of(SymbolKind.values()).map(SymbolKind::label)).doesNotHaveDuplicates();
        assertThat(Labelled.of(SymbolKind.class, "type-alias")).isEqualTo(SymbolKind.TYPE_ALIAS);
        assertThatIllegalArgumentException().isThrownBy(() -> Labelled.of(SymbolKind.class, "TYPE_ALIAS"));
    }

    @Test
    void summaryIsTheFirstSentence() {
        assertThat(new Docstring("Sells things, e.g. carts.\nAnd more. Even more.", LINE).summary())
                .isEqualTo("Sells things, e.g. carts.");
        assertThat(new Docstring("Sells\nthings\n\nMore", LINE).summary()).isEqualTo("Sells things");
        assertThatIllegalArgumentException().isThrownBy(() -> new Docstring(" ", LINE));
    }

    private static Symbol symbol(int ordinal, int parent, String name) {
        return new Symbol(
                new SymbolId("a", ordinal),
                parent,
                SymbolKind.FUNCTION,
                new SymbolName("", name),
                name,
                Visibility.PUBLIC,
                LINE,
                0,
                null);
    }

    private static FileFacts facts(String path, Symbol... symbols) {
        return new FileFacts(
                file(path, Language.JAVA, FileRole.SOURCE, 1), List.of(symbols), List.of(), List.of(), null);
    }

    private static FileFacts facts(String path, Language language, FileRole role, int bytes) {
        return new FileFacts(file(path, language, role, bytes), List.of(), List.of(), List.of(), null);
    }

    private static SourceFile file(String path, Language language, FileRole role, int bytes) {
        FileContent content = new FileContent(bytes, 10, null, TextEncoding.UTF_8);
        return new SourceFile(path, EntryKind.FILE, role, language, content, List.of());
    }
}
