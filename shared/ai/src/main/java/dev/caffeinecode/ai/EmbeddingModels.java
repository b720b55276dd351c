package dev.caffeinecode.ai;

import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;
import io.micronaut.context.BeanContext;
import io.micronaut.context.exceptions.BeanCreationException;
import io.micronaut.inject.qualifiers.Qualifiers;
import jakarta.inject.Singleton;

import java.util.Optional;

/** Finds the model that embeds, made when it is asked for the first time. */
@Singleton
public class EmbeddingModels {
    /** Name of the bean that asks Bedrock. */
    static final String BEDROCK = "bedrock";

    /** Name of the bean that computes in this process. */
    static final String LOCAL = "local";

    private final EmbeddingSettings settings;
    private final BeanContext context;

    EmbeddingModels(EmbeddingSettings settings, BeanContext context) {
        this.settings = settings;
        this.context = context;
    }

    /**
     * @return empty when none is to embed
     * @throws ProblemException {@link ErrorCode#MODEL_NOT_CONFIGURED} when it is not to be had in this process
     */
    public Optional<EmbeddingModel> configured() {
        return switch (settings.provider()) {
            case "none" -> Optional.empty();
            case String provider -> Optional.of(get(provider));
        };
    }

    private EmbeddingModel get(String provider) {
        try {
            return context.findBean(EmbeddingModel.class, Qualifiers.byName(provider))
                    .orElseThrow(() -> new ProblemException(
                            ErrorCode.MODEL_NOT_CONFIGURED,
                            "embeddings of provider " + provider + " cannot be made in this process"));
        } catch (BeanCreationException e) {
            throw e.getCause() instanceof ProblemException problem ? problem : e;
        }
    }
}
