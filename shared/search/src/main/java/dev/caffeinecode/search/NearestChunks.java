package dev.caffeinecode.search;

import dev.caffeinecode.ai.EmbeddingModelId;
import dev.caffeinecode.repository.RepositoryId;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;

import java.sql.Connection;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Finds chunks of a repository by their meaning. */
@Singleton
public class NearestChunks {
    /** Chunks up to which comparing with all of them is quick, some ten milliseconds, and misses nothing. */
    static final int MAX_EXACT = 10_000;

    private final NearestStore nearest;
    private final SearchableStore searchables;
    private final TransactionOperations<Connection> transactions;

    NearestChunks(NearestStore nearest, SearchableStore searchables, TransactionOperations<Connection> transactions) {
        this.nearest = nearest;
        this.searchables = searchables;
        this.transactions = transactions;
    }

    /**
     * Finds those of the searchable snapshot that lie nearest, as far as the model has embedded it.
     *
     * @param model whose vectors are looked at, and no other's
     * @param query a vector of this model
     * @param limit 1 to 1,000
     * @return nearest first; empty when nothing of the repository can be searched
     */
    public List<FoundChunk> find(RepositoryId repository, EmbeddingModelId model, float[] query, int limit) {
        if (query.length != model.dimension()) {
            throw new IllegalArgumentException("not a vector of " + model + ": dimension " + query.length);
        }
        if (limit < 1 || limit > 1_000) {
            throw new IllegalArgumentException("limit is 1 to 1,000: " + limit);
        }
        return transactions.executeRead(_ -> searchables
                .find(repository.value())
                .map(searchable -> searchable.chunks() <= MAX_EXACT
                        ? nearest.exact(repository.value(), model.name(), Arrays.toString(query), limit)
                        : byIndex(repository.value(), model, Arrays.toString(query), limit))
                .stream()
                .flatMap(List::stream)
                .map(NearRow::toFound)
                .toList());
    }

    /** Called in a transaction. */
    List<NearRow> byIndex(UUID repository, EmbeddingModelId model, String query, int limit) {
        nearest.scanIteratively();
        return switch (model.dimension()) {
            case 384 -> nearest.indexed384(repository, model.name(), query, limit);
            case 1_024 -> nearest.indexed1024(repository, model.name(), query, limit);
            default -> nearest.exact(repository, model.name(), query, limit);
        };
    }
}
