package dev.caffeinecode.docs.prompt;

import dev.caffeinecode.ai.Asking;
import dev.caffeinecode.ai.Completion;
import dev.caffeinecode.ai.ModelId;
import dev.caffeinecode.ai.ModelSettings;
import dev.caffeinecode.ai.Prompt;
import dev.caffeinecode.ai.TokenUsage;
import dev.caffeinecode.docs.write.Digests;
import dev.caffeinecode.docs.write.Draft;
import dev.caffeinecode.docs.write.PageTask;
import dev.caffeinecode.docs.write.PageWriter;
import jakarta.inject.Singleton;

/** Has pages written by a language model. What goes into the prompt is all that the page depends on. */
@Singleton
public class ModelWriter implements PageWriter {
    /** A limit that cuts a page is doubled once; a page that needs still more is no page. */
    private static final int MAX_ATTEMPTS = 2;

    /** Part of every digest: a page that was checked in another way is another page. */
    private static final String CHECKS = "checks 1";

    private final PagePrompt prompts;
    private final ModelSettings settings;

    ModelWriter(PagePrompt prompts, ModelSettings settings) {
        this.prompts = prompts;
        this.settings = settings;
    }

    @Override
    public Draft draft(PageTask task) {
        PagePrompt.Rendered rendered = prompts.render(task, settings.promptTokens(task.model()));
        String digest = Digests.of(
                CHECKS, task.model().toString(), rendered.system(), rendered.user(), String.valueOf(task.children()));
        return new Asked(task, task.model(), rendered, digest, settings.maxOutputTokens());
    }

    private record Asked(
            PageTask task, ModelId model, PagePrompt.Rendered rendered, String inputDigest, int maxOutputTokens)
            implements Draft {
        @Override
        public Written write(Asking asking) {
            Prompt question = new Prompt(rendered.system(), rendered.user(), maxOutputTokens);
            return switch (ask(asking, question)) {
                case Written.Text first ->
                    new CheckedAnswer(task, PagePrompt.LANGUAGE, question, again -> ask(asking, again)).of(first);
                case Written.Unusable unusable -> unusable;
            };
        }

        private Written ask(Asking asking, Prompt question) {
            TokenUsage used = TokenUsage.NONE;
            for (int attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
                Completion answer = asking.ask(model, question.within(maxOutputTokens * attempt));
                used = used.plus(answer.usage());
                switch (answer.finish()) {
                    case COMPLETE -> {
                        return written(answer.text(), used);
                    }
                    case REFUSED -> {
                        return new Written.Unusable("the model declined to write this page", used);
                    }
                    case CUT -> {
                        // asked again with more room
                    }
                }
            }
            return new Written.Unusable("the model's answer was longer than allowed and would have been cut", used);
        }

        private Written written(String text, TokenUsage used) {
            if (text.isBlank()) {
                return new Written.Unusable("the model gave an empty answer", used);
            }
            return Instructions.areRepeated(rendered, text)
                    ? new Written.Unusable("the model's answer repeats its instructions", used)
                    : new Written.Text(text, null, used);
        }
    }
}
