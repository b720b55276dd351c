package dev.caffeinecode.search;

import dev.caffeinecode.code.LineRange;
import dev.caffeinecode.code.SymbolId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

/** A place of a chunk and how far it is from what is looked for. */
@MappedEntity("chunk_place")
record NearRow(
        @Id int number,
        String path,
        int firstLine,
        int lastLine,
        @Nullable Integer symbol,
        String text,
        double distance) {
    FoundChunk toFound() {
        return new FoundChunk(
                path,
                new LineRange(firstLine, lastLine),
                symbol == null ? null : new SymbolId(path, symbol),
                text,
                distance);
    }
}
