package dev.caffeinecode.code.schema;

import dev.caffeinecode.code.Language;
import dev.caffeinecode.code.Symbol;

import java.util.List;

/** Reads what files define that describe data and resources. */
public final class SchemaReader {
    private SchemaReader() {}

    /** Returns whether files of a language can be read. */
    public static boolean knows(Language language) {
        return switch (language) {
            case SQL, HCL, PROTOBUF, GRAPHQL -> true;
            default -> false;
        };
    }

    /** Returns the symbols of a file in the order in which they begin; none of a language that is not known. */
    public static List<Symbol> read(Language language, String path, String text) {
        return switch (language) {
            case SQL -> SqlSymbols.read(path, Tokens.of(text, Notation.SQL));
            case HCL -> BlockSymbols.hcl(path, Tokens.of(text, Notation.HCL));
            case PROTOBUF -> BlockSymbols.proto(path, Tokens.of(text, Notation.PROTO));
            case GRAPHQL -> BlockSymbols.graphql(path, Tokens.of(text, Notation.GRAPHQL));
            default -> List.of();
        };
    }
}
