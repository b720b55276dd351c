package dev.caffeinecode.ai;

import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;

import java.util.List;

/**
 * Turns texts into vectors that lie near each other when the texts mean something similar. Cuts texts that are longer than
 * it reads. Safe for use by several threads.
 */
public interface EmbeddingModel {
    EmbeddingModelId id();

    /**
     * Embeds what is to be found.
     *
     * @return a vector of length 1 for each text, in their order
     * @throws ProblemException {@link ErrorCode#MODEL_THROTTLED} or {@link ErrorCode#MODEL_UNAVAILABLE}, which may pass;
     *     {@link ErrorCode#MODEL_ACCESS_DENIED}, {@link ErrorCode#MODEL_NOT_CONFIGURED} or
     *     {@link ErrorCode#MODEL_REQUEST_REFUSED}, which do not
     */
    Embeddings documents(List<String> texts);

    /**
     * Embeds a question. As {@link #documents}, but some models read questions in another way than what answers them.
     *
     * @throws ProblemException as {@link #documents}
     */
    float[] query(String text);
}
