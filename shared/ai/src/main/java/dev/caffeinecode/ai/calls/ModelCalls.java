package dev.caffeinecode.ai.calls;

import dev.caffeinecode.ai.Completion;
import dev.caffeinecode.ai.LanguageModel;
import dev.caffeinecode.ai.LanguageModels;
import dev.caffeinecode.ai.ModelId;
import dev.caffeinecode.ai.ModelSettings;
import dev.caffeinecode.ai.Prices;
import dev.caffeinecode.ai.Prompt;
import dev.caffeinecode.ai.TokenUsage;
import dev.caffeinecode.ai.rate.ModelRate;
import dev.caffeinecode.ai.rate.RateSettings;
import dev.caffeinecode.ai.rate.Turn;
import dev.caffeinecode.ai.spend.Ledger;
import dev.caffeinecode.ai.spend.Reservation;
import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The one way from work to a model. Each call waits for its turn, has the money for it reserved before and booked after, and
 * is made again when the model stumbles. Nothing is asked for a step that is cancelled or whose worker has no time left.
 */
@Requires(beans = LanguageModels.class)
@Singleton
public class ModelCalls {
    /** Calls of one prompt before the step is left to a later worker. */
    private static final int MAX_STUMBLES = 4;

    private static final Duration FIRST_BACKOFF = Duration.ofSeconds(1);
    private static final Duration MAX_BACKOFF = Duration.ofSeconds(20);
    private static final Duration ASK_FOR_TURN = Duration.ofMillis(250);

    /** What storing an answer takes at most, after the longest call. */
    private static final Duration AFTERWARDS = Duration.ofSeconds(30);

    private final LanguageModels models;
    private final ModelSettings settings;
    private final RateSettings rates;
    private final Prices prices;
    private final Ledger ledger;
    private final ModelRate rate;

    ModelCalls(
            LanguageModels models,
            ModelSettings settings,
            RateSettings rates,
            Prices prices,
            Ledger ledger,
            ModelRate rate) {
        this.models = models;
        this.settings = settings;
        this.rates = rates;
        this.prices = prices;
        this.ledger = ledger;
        this.rate = rate;
    }

    /**
     * Asks a model. The thread waits, by minutes if need be.
     *
     * @throws ProblemException as {@link LanguageModel#complete} does, {@link ErrorCode#BUDGET_REACHED}, or
     *     {@link ErrorCode#CLAIM_LOST} when the step has been taken away; of kind {@link ErrorCode.Kind#BUSY} when a later
     *     worker should ask
     */
    public Completion ask(Asker asker, ModelId model, Prompt prompt) {
        LanguageModel asked = models.get(model);
        PromptSize size = PromptSize.of(prompt);
        long bound =
                prices.atMost(model, size.atMost(), prompt.maxOutputTokens()).orElse(0L);
        long tokens = size.expected() + prompt.maxOutputTokens();
        for (int stumbles = 0; ; ) {
            asker.claim().requireHeld();
            asker.claim().requireTime(settings.timeout().plus(AFTERWARDS));
            Turn turn = turn(asker, model, tokens);
            try {
                return paid(asker, asked, model, prompt, bound, turn);
            } catch (ProblemException e) {
                if (!isWorthAnother(e) || ++stumbles == MAX_STUMBLES) {
                    throw e;
                }
            }
            pause(backoff(stumbles));
        }
    }

    private static boolean isWorthAnother(ProblemException failure) {
        return switch (failure.code()) {
            case MODEL_THROTTLED, MODEL_UNAVAILABLE, MODEL_TIMED_OUT -> true;
            default -> false;
        };
    }

    /** Full jitter: anything up to a limit that doubles. */
    private static Duration backoff(int stumbles) {
        long limit = Math.min(MAX_BACKOFF.toMillis(), FIRST_BACKOFF.toMillis() << (stumbles - 1));
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(limit + 1));
    }

    private Turn turn(Asker asker, ModelId model, long tokens) {
        Duration lease = settings.timeout().plus(AFTERWARDS);
        long end = System.nanoTime() + rates.patience().toNanos();
        Optional<Turn> turn = rate.take(model, tokens, lease);
        while (turn.isEmpty()) {
            if (System.nanoTime() - end > 0) {
                throw new ProblemException(
                        ErrorCode.MODEL_THROTTLED, "as many calls of the model are under way as it takes");
            }
            pause(Duration.ofMillis(ThreadLocalRandom.current().nextLong(2 * ASK_FOR_TURN.toMillis())));
            asker.claim().requireHeld();
            turn = rate.take(model, tokens, lease);
        }
        return turn.get();
    }

    private Completion paid(Asker asker, LanguageModel asked, ModelId model, Prompt prompt, long bound, Turn turn) {
        Reservation reserved;
        try {
            reserved = ledger.reserve(asker.budget(), asker.claim().id(), model, bound);
        } catch (RuntimeException e) {
            rate.failed(turn);
            throw e;
        }
        try {
            Completion answer = CancellableCall.of(asker.claim(), () -> asked.complete(prompt));
            ledger.settle(reserved, answer.usage(), cost(model, answer.usage()));
            rate.succeeded(turn);
            return answer;
        } catch (ProblemException e) {
            if (isFree(e.code())) {
                ledger.release(reserved);
            } else {
                ledger.lose(reserved);
            }
            if (e.code() == ErrorCode.MODEL_THROTTLED) {
                rate.refused(turn);
            } else {
                rate.failed(turn);
            }
            throw e;
        } catch (RuntimeException | Error e) {
            ledger.lose(reserved);
            rate.failed(turn);
            throw e;
        }
    }

    /** A provider that has refused or failed charges nothing; one that has not answered may. */
    private static boolean isFree(ErrorCode code) {
        return switch (code) {
            case MODEL_TIMED_OUT, CLAIM_LOST -> false;
            default -> true;
        };
    }

    private long cost(ModelId model, TokenUsage usage) {
        return prices.cost(model, usage).orElse(0L);
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(ErrorCode.MODEL_THROTTLED, "interrupted while waiting for the model", e);
        }
    }
}
