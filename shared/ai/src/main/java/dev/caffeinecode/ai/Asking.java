package dev.caffeinecode.ai;

import dev.caffeinecode.platform.problem.ProblemException;

/** How work asks models: whoever hands it over sees to money, turns and retries. */
@FunctionalInterface
public interface Asking {
    /** @throws ProblemException as {@link LanguageModel#complete}, and for reasons of the one who handed it over */
    Completion ask(ModelId model, Prompt prompt);
}
