package dev.caffeinecode.code.treesitter;

/** A language that tree-sitter can parse here. */
public enum Grammar {
    BASH("bash"),
    C("c"),
    CPP("cpp"),
    CSHARP("c-sharp"),
    GO("go"),
    JAVA("java"),
    JAVASCRIPT("javascript"),
    KOTLIN("kotlin"),
    PHP("php"),
    PYTHON("python"),
    RUBY("ruby"),
    RUST("rust"),
    SCALA("scala"),
    SWIFT("swift"),
    TSX("tsx"),
    TYPESCRIPT("typescript");

    private final String library;

    Grammar(String library) {
        this.library = library;
    }

    /** Returns the library's name without the prefix that all have: {@code c-sharp}. */
    String library() {
        return library;
    }

    /** Returns the function that gives the grammar: {@code tree_sitter_c_sharp}. */
    String function() {
        return "tree_sitter_" + library.replace('-', '_');
    }
}
