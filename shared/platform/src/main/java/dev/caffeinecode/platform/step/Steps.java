package dev.caffeinecode.platform.step;

import dev.caffeinecode.platform.queue.Message;
import dev.caffeinecode.platform.queue.Outbox;
import jakarta.inject.Singleton;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The work that is to be done: queued with a message, claimed by one worker at a time, deleted when done. The row, not
 * the message, is what must not be lost: {@link #sweep} sends the message of every step that nobody works on.
 */
@Singleton
public class Steps {
    private static final int SWEEP_ROWS = 500;

    private final StepStore store;
    private final Outbox outbox;
    private final StepSettings settings;
    private final Clock clock;

    Steps(StepStore store, Outbox outbox, StepSettings settings, Clock clock) {
        this.store = store;
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
    }

    /** Queues one step in the transaction of {@code outgoing}; at most one of a type is open for an id. */
    public void add(Outbox.Outgoing outgoing, String queue, String type, UUID id) {
        addAll(outgoing, queue, type, List.of(id));
    }

    /**
     * Queues one step in the transaction of {@code outgoing}, unless one of its type is open for the id. An open one may be
     * at work already: whoever does it looks at what is to be done in the transaction in which it ends.
     */
    public void addUnlessOpen(Outbox.Outgoing outgoing, String queue, String type, UUID id) {
        Instant until = clock.instant().plus(settings.queueWait());
        if (store.insertIfAbsent(id, type, queue, until) == 1) {
            outgoing.send(queue, Message.of(type, id));
        }
    }

    /** Queues steps of one type in the transaction of {@code outgoing}. */
    public void addAll(Outbox.Outgoing outgoing, String queue, String type, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return;
        }
        Instant until = clock.instant().plus(settings.queueWait());
        store.saveAll(ids.stream()
                .map(id -> new StepRow(id, type, queue, false, 0, 0, until))
                .toList());
        ids.forEach(id -> outgoing.send(queue, Message.of(type, id)));
    }

    /** @return empty when the step is done or cancelled, or when another worker is at it */
    Optional<Claim> claim(Message message) {
        Instant now = clock.instant();
        return store.claim(message.id(), message.type(), now, now.plus(settings.lease())).stream()
                .findFirst()
                .map(row -> new Claim(store, row, clock, settings.timeLimit()));
    }

    /** Extends a claim; marks it lost when it is no longer this worker's. */
    void renew(Claim claim) {
        StepRow step = claim.step();
        Instant until = clock.instant().plus(settings.lease());
        if (store.renew(step.id(), step.type(), step.fence(), until) != 1) {
            claim.lose();
        }
    }

    /** Gives a claim back for the next delivery of its message. */
    void release(Claim claim) {
        StepRow step = claim.step();
        Instant until = clock.instant().plus(settings.queueWait());
        store.release(step.id(), step.type(), step.fence(), until);
    }

    /**
     * Puts a step off that waits its turn: a new message brings it back after a while, by chance sooner or later, so that
     * those who wait do not come together. The attempt does not count.
     */
    void postpone(Claim claim) {
        StepRow step = claim.step();
        Duration delay = Duration.ofSeconds(
                ThreadLocalRandom.current().nextLong(1, settings.busyWait().toSeconds() + 1));
        outbox.commit(outgoing -> {
            Instant until = clock.instant().plus(delay).plus(settings.queueWait());
            if (store.postpone(step.id(), step.type(), step.fence(), until) == 1) {
                outgoing.send(step.queue(), Message.of(step.type(), step.id()), delay);
            }
            return step;
        });
    }

    /** Ends a step that there is no use for any more; nothing when another worker has it. */
    void drop(Claim claim) {
        StepRow step = claim.step();
        store.finish(step.id(), step.type(), step.fence());
    }

    /** Takes steps away from whoever works on them; called in the transaction that cancels what they are about. */
    public void cancel(Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            store.cancel(ids);
        }
    }

    /**
     * Sends messages for steps whose message got lost or whose worker died.
     *
     * @return how many; 0 when every step is taken care of
     */
    public int sweep() {
        outbox.sweep(Duration.ofSeconds(10));
        return outbox.commit(outgoing -> {
            Instant now = clock.instant();
            List<StepRow> abandoned = store.requeueAbandoned(now, now.plus(settings.queueWait()), SWEEP_ROWS);
            abandoned.forEach(step -> outgoing.send(step.queue(), Message.of(step.type(), step.id())));
            return abandoned.size();
        });
    }

    /**
     * For a process that starts and knows that no other one works on this database: every step is sent again at once
     * instead of when its time has run out.
     */
    public void recoverAll() {
        outbox.sweep(Duration.ZERO);
        store.abandonAll(clock.instant().minusMillis(1));
        int sent = sweep();
        while (sent == SWEEP_ROWS) {
            sent = sweep();
        }
    }
}
