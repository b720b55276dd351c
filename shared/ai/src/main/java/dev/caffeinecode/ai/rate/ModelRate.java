package dev.caffeinecode.ai.rate;

import dev.caffeinecode.ai.ModelId;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;

import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Gives turns to call a model, to all workers of an installation together: no more at a time than the model has shown to
 * take, and no more tokens a minute than its quota. The number of calls at a time grows by one each time as many have
 * succeeded, and halves when one is refused (AIMD, as TCP does: RFC 5681).
 */
@Singleton
public class ModelRate {
    private static final double MIN_CONCURRENCY = 1;
    private static final double AFTER_REFUSAL = 0.5;

    /** After a refusal nobody asks for so long at most; by chance less, so that not all come back together. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final TransactionOperations<Connection> transactions;
    private final RateStore rates;
    private final TurnStore turns;
    private final RateSettings settings;
    private final Clock clock;

    ModelRate(
            TransactionOperations<Connection> transactions,
            RateStore rates,
            TurnStore turns,
            RateSettings settings,
            Clock clock) {
        this.transactions = transactions;
        this.rates = rates;
        this.turns = turns;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Takes a turn if there is one now.
     *
     * @param tokens that the call reads and writes at most
     * @param atMost after which the turn counts no more, should it never be given back
     */
    public Optional<Turn> take(ModelId model, long tokens, Duration atMost) {
        Optional<Turn> none = Optional.empty();
        return Objects.requireNonNull(transactions.executeWrite(_ -> {
            Instant now = clock.instant();
            RateRow rate = refilled(locked(model, now), now);
            return isFree(rate, now) ? Optional.of(taken(rate, model, tokens, now.plus(atMost))) : none;
        }));
    }

    private boolean isFree(RateRow rate, Instant now) {
        // Counted in a statement after the lock: in the same one, it would be as things stood before the wait for it.
        long underWay = rates.underWay(rate.provider(), rate.model(), now);
        return underWay < (long) rate.concurrency()
                && !now.isBefore(rate.pausedUntil())
                && (!isLimited() || rate.tokens() > 0);
    }

    /** One call may take more tokens than there are; those after it wait longer. */
    private Turn taken(RateRow rate, ModelId model, long tokens, Instant leaseUntil) {
        rates.put(new RateRow(
                rate.provider(),
                rate.model(),
                rate.concurrency(),
                isLimited() ? rate.tokens() - tokens : rate.tokens(),
                rate.refilledAt(),
                rate.pausedUntil(),
                rate.loweredAt()));
        Turn turn = new Turn(UUID.randomUUID(), model, rate.refilledAt());
        turns.save(new TurnRow(turn.id(), rate.provider(), rate.model(), leaseUntil));
        return turn;
    }

    private boolean isLimited() {
        return settings.tokensPerMinute() > 0;
    }

    private RateRow locked(ModelId model, Instant now) {
        String provider = model.provider().label();
        Optional<RateRow> known = rates.lock(provider, model.name());
        if (known.isEmpty()) {
            rates.insertIfAbsent(new RateRow(
                    provider,
                    model.name(),
                    settings.concurrency(),
                    settings.tokensPerMinute(),
                    now,
                    Instant.EPOCH,
                    Instant.EPOCH));
            known = rates.lock(provider, model.name());
        }
        return known.orElseThrow();
    }

    private RateRow refilled(RateRow rate, Instant now) {
        double seconds = Math.max(0, Duration.between(rate.refilledAt(), now).toMillis() / 1000.0);
        double perSecond = settings.tokensPerMinute() / 60.0;
        double tokens = Math.min(settings.tokensPerMinute(), rate.tokens() + seconds * perSecond);
        double concurrency = Math.min(rate.concurrency(), settings.concurrency());
        return new RateRow(
                rate.provider(), rate.model(), concurrency, tokens, now, rate.pausedUntil(), rate.loweredAt());
    }

    /** Gives a turn back after an answer. */
    public void succeeded(Turn turn) {
        end(turn, (rate, _) -> concurrency(rate, rate.concurrency() + 1 / rate.concurrency()));
    }

    /** Gives a turn back after the model refused because it is asked too much. */
    public void refused(Turn turn) {
        end(turn, (rate, now) -> {
            Instant until = now.plusMillis(ThreadLocalRandom.current().nextLong(PAUSE.toMillis()));
            // Calls that began before the last halving tell nothing about what is allowed since.
            boolean known = turn.startedAt().isBefore(rate.loweredAt());
            double concurrency =
                    known ? rate.concurrency() : Math.max(MIN_CONCURRENCY, rate.concurrency() * AFTER_REFUSAL);
            return new RateRow(
                    rate.provider(),
                    rate.model(),
                    concurrency,
                    rate.tokens(),
                    rate.refilledAt(),
                    until,
                    known ? rate.loweredAt() : now);
        });
    }

    /** Gives a turn back after a failure that tells nothing about how much may be asked. */
    public void failed(Turn turn) {
        turns.delete(turn.id());
    }

    private RateRow concurrency(RateRow rate, double concurrency) {
        return new RateRow(
                rate.provider(),
                rate.model(),
                Math.min(concurrency, settings.concurrency()),
                rate.tokens(),
                rate.refilledAt(),
                rate.pausedUntil(),
                rate.loweredAt());
    }

    /** How a rate changes. */
    @FunctionalInterface
    private interface Change {
        RateRow apply(RateRow rate, Instant now);
    }

    private void end(Turn turn, Change change) {
        transactions.executeWrite(_ -> {
            Instant now = clock.instant();
            RateRow rate = locked(turn.model(), now);
            turns.delete(turn.id());
            rates.forgetLapsed(rate.provider(), rate.model(), now);
            rates.put(change.apply(rate, now));
            return rate;
        });
    }
}
