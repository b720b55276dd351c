package dev.caffeinecode.search;

import dev.caffeinecode.ai.EmbeddingModel;
import dev.caffeinecode.ai.EmbeddingModelId;
import dev.caffeinecode.ai.Embeddings;
import dev.caffeinecode.ai.TokenUsage;
import dev.caffeinecode.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Gives each text a direction of its own and writes down what it was asked for. */
final class CountingModel implements EmbeddingModel {
    static final EmbeddingModelId ID = new EmbeddingModelId("local/counting", 384);

    private final List<String> asked = new ArrayList<>();
    private volatile @Nullable ProblemException problem;
    private volatile Runnable before = () -> {};

    @Override
    public EmbeddingModelId id() {
        return ID;
    }

    @Override
    public synchronized Embeddings documents(List<String> texts) {
        before.run();
        ProblemException failure = problem;
        if (failure != null) {
            throw failure;
        }
        asked.addAll(texts);
        return new Embeddings(texts.stream().map(this::query).toList(), new TokenUsage(10L * texts.size(), 0, 0, 0));
    }

    @Override
    public float[] query(String text) {
        return Vectors.random(new Random(text.hashCode()), ID.dimension());
    }

    synchronized List<String> asked() {
        return List.copyOf(asked);
    }

    synchronized void reset() {
        asked.clear();
        problem = null;
        before = () -> {};
    }

    void fail(ProblemException with) {
        problem = with;
    }

    void before(Runnable action) {
        before = action;
    }
}
