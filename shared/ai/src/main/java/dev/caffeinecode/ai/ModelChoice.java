package dev.caffeinecode.ai;

import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Which model a request means. */
@Singleton
public class ModelChoice {
    private final ModelSettings settings;

    ModelChoice(ModelSettings settings) {
        this.settings = settings;
    }

    /**
     * @param provider label; null for the configured one
     * @param name as the provider calls it; null for the provider's default
     * @throws ProblemException {@link ErrorCode#INVALID_REQUEST}
     */
    public ModelId choose(@Nullable String provider, @Nullable String name) {
        String label = provider == null ? settings.provider() : provider;
        Provider chosen = Provider.find(label).orElseThrow(() -> invalid("provider is one of " + labels()));
        if (name == null || chosen == Provider.OUTLINE) {
            return settings.defaultModel(chosen);
        }
        if (!ModelId.isName(name)) {
            throw invalid("the model name has characters that no model has");
        }
        return new ModelId(chosen, name);
    }

    private static String labels() {
        return Arrays.stream(Provider.values()).map(Provider::label).collect(Collectors.joining(", "));
    }

    private static ProblemException invalid(String detail) {
        return new ProblemException(ErrorCode.INVALID_REQUEST, detail);
    }
}
