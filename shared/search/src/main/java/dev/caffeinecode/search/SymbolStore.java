package dev.caffeinecode.search;

import dev.caffeinecode.code.Symbol;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Table {@code symbol}. */
@JdbcRepository(dialect = Dialect.POSTGRES)
abstract class SymbolStore implements GenericRepository<SymbolRow, Integer> {
    /** As many characters of a name as its index holds. */
    static final int INDEXED_CHARACTERS = 100;

    private static final int MAX_NAME_CHARACTERS = 1_000;
    private static final int MAX_TEXT_CHARACTERS = 4_000;

    private static final String INSERT = """
            INSERT INTO symbol (
                repository_id, number, path, ordinal, kind, qualifier, name, signature, visibility, first_line, last_line)
            SELECT r.id, n.*
            FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) AS n, (SELECT CAST(? AS uuid) AS id) AS r
            """;

    private final Bulk bulk;

    SymbolStore(Bulk bulk) {
        this.bulk = bulk;
    }

    /** @param first number of the first of them */
    void insert(UUID repository, int first, List<Symbol> symbols) {
        bulk.update(
                INSERT,
                List.of(
                        new Bulk.Column(
                                "int4",
                                IntStream.range(first, first + symbols.size())
                                        .boxed()
                                        .toList()),
                        text(symbols, Symbol::path, MAX_TEXT_CHARACTERS),
                        number(symbols, symbol -> symbol.id().ordinal()),
                        text(symbols, symbol -> symbol.kind().label(), MAX_NAME_CHARACTERS),
                        text(symbols, symbol -> symbol.name().qualifier(), MAX_NAME_CHARACTERS),
                        text(symbols, symbol -> symbol.name().simple(), MAX_NAME_CHARACTERS),
                        text(symbols, Symbol::signature, MAX_TEXT_CHARACTERS),
                        text(symbols, symbol -> symbol.visibility().label(), MAX_NAME_CHARACTERS),
                        number(symbols, symbol -> symbol.lines().first()),
                        number(symbols, symbol -> symbol.lines().last())),
                repository);
    }

    private static Bulk.Column text(List<Symbol> symbols, Function<Symbol, String> of, int maxCharacters) {
        return new Bulk.Column(
                "text",
                symbols.stream()
                        .map(of)
                        .map(text -> StoredText.of(text, maxCharacters))
                        .toList());
    }

    private static Bulk.Column number(List<Symbol> symbols, Function<Symbol, Integer> of) {
        return new Bulk.Column("int4", symbols.stream().map(of).toList());
    }

    @Query("""
            DELETE FROM symbol
            WHERE repository_id = :repositoryId
            """)
    abstract void delete(UUID repositoryId);

    /** @param prefix of names, in any case; at most {@link #INDEXED_CHARACTERS} */
    @Query("""
            SELECT number, path, ordinal, kind, qualifier, name, signature, first_line, last_line
            FROM symbol
            WHERE repository_id = :repositoryId
                AND left(lower(name), 100) ~>=~ lower(:prefix)
                AND left(lower(name), 100) ~<~ (lower(:prefix) || chr(1114111))
            ORDER BY lower(name) <> lower(:prefix), length(name), name, number
            LIMIT :limit
            """)
    abstract List<SymbolRow> find(UUID repositoryId, String prefix, int limit);
}
