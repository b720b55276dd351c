package dev.caffeinecode.search;

import dev.caffeinecode.code.Labelled;
import dev.caffeinecode.code.LineRange;
import dev.caffeinecode.code.SymbolId;
import dev.caffeinecode.code.SymbolKind;
import dev.caffeinecode.code.SymbolName;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** A row of table {@code symbol} within its repository. */
@MappedEntity("symbol")
record SymbolRow(
        @Id int number,
        String path,
        int ordinal,
        String kind,
        String qualifier,
        String name,
        String signature,
        int firstLine,
        int lastLine) {
    FoundSymbol toFound() {
        return new FoundSymbol(
                new SymbolId(path, ordinal),
                Labelled.of(SymbolKind.class, kind),
                new SymbolName(qualifier, name),
                signature,
                new LineRange(firstLine, lastLine));
    }
}
