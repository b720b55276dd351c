package dev.caffeinecode.platform.queue;

import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;
import dev.caffeinecode.platform.telemetry.LogKeys;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Sends messages exactly when the change they belong to is committed: they are written in the same transaction, leave
 * after it, and {@link #sweep} sends what a crash left behind. A message may leave twice, never not at all.
 */
@Singleton
public class Outbox {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final int SWEEP_ROWS = 500;

    private final TransactionOperations<Connection> transactions;
    private final OutboxStore store;
    private final Queues queues;
    private final ObjectMapper json;
    private final Clock clock;

    Outbox(
            TransactionOperations<Connection> transactions,
            OutboxStore store,
            Queues queues,
            ObjectMapper json,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.queues = queues;
        this.json = json;
        this.clock = clock;
    }

    /** Collects the messages of one transaction. */
    public final class Outgoing {
        private final List<OutboxMessage> messages = new ArrayList<>();

        private Outgoing() {}

        public void send(String queue, Message message) {
            send(queue, message, Duration.ZERO);
        }

        /** @param delay 0 to 15 minutes, the limit of SQS */
        public void send(String queue, Message message, Duration delay) {
            messages.add(new OutboxMessage(
                    UUID.randomUUID(), queue, write(message), (int) delay.toSeconds(), clock.instant()));
        }
    }

    /**
     * Runs the change in one transaction and sends its messages after the commit. When the queue does not answer, the
     * change stands and the messages wait for the sweep.
     */
    public <T> T commit(Function<Outgoing, T> change) {
        Outgoing outgoing = new Outgoing();
        T result = transactions.executeWrite(status -> {
            T changed = change.apply(outgoing);
            if (!outgoing.messages.isEmpty()) {
                store.saveAll(outgoing.messages);
            }
            return changed;
        });
        try {
            sendAndForget(outgoing.messages);
        } catch (ProblemException e) {
            LOG.atWarn()
                    .setCause(e)
                    .addKeyValue(LogKeys.COUNT, outgoing.messages.size())
                    .log("messages wait for the sweep");
        }
        return result;
    }

    /**
     * Sends what was written at least {@code age} ago and is still here.
     *
     * @return how many messages left; 0 when all is sent
     */
    public int sweep(Duration age) {
        return transactions.executeWrite(status -> {
            List<OutboxMessage> left = store.lockOldest(clock.instant().minus(age), SWEEP_ROWS);
            return sendAndForget(left);
        });
    }

    private int sendAndForget(List<OutboxMessage> messages) {
        Set<UUID> sent = new HashSet<>();
        messages.stream()
                .collect(Collectors.groupingBy(OutboxMessage::queue))
                .forEach((queue, rows) -> sent.addAll(queues.send(queue, rows)));
        if (!sent.isEmpty()) {
            store.deleteSent(sent);
        }
        return sent.size();
    }

    private String write(Message message) {
        try {
            return json.writeValueAsString(message);
        } catch (IOException e) {
            throw new ProblemException(ErrorCode.INTERNAL, "message cannot be written", e);
        }
    }
}
