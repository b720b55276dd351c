package dev.caffeinecode.platform.queue;

import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;
import dev.caffeinecode.platform.telemetry.LogKeys;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.spi.LoggingEventBuilder;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/**
 * Takes the messages of one batch one at a time, so that one that fails is delivered again alone. A body that no retry
 * can mend (not JSON, unknown version or type, too large) is put into the dead-letter queue at once.
 */
@Singleton
public class DeliveryProcessor {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryProcessor.class);

    /** Characters; our messages hold an id and have about 100. */
    private static final int MAX_BODY = 4_096;

    private static final Duration FIRST_RETRY = Duration.ofSeconds(2);
    private static final Duration LAST_RETRY = Duration.ofMinutes(5);

    private final Queues queues;
    private final ObjectMapper json;

    DeliveryProcessor(Queues queues, ObjectMapper json) {
        this.queues = queues;
        this.json = json;
    }

    /** Thrown by a listener for a message type it does not know. */
    public static ProblemException unknownType(Message message) {
        return new ProblemException(ErrorCode.INVALID_REQUEST, "unknown message type: " + message.type());
    }

    /**
     * @param listener takes one message; what it throws decides what becomes of the message: a CALLER problem is
     *     logged and the message is done, all else is delivered again after a growing delay
     * @return the ids of the messages that SQS has to deliver again
     */
    public List<String> process(String queue, List<Delivery> deliveries, Consumer<Message> listener) {
        List<String> failed = new ArrayList<>();
        for (Delivery delivery : deliveries) {
            MDC.put(LogKeys.MESSAGE_ID, delivery.messageId());
            try {
                if (!take(queue, delivery, listener)) {
                    failed.add(delivery.messageId());
                }
            } finally {
                MDC.remove(LogKeys.MESSAGE_ID);
            }
        }
        return List.copyOf(failed);
    }

    private boolean take(String queue, Delivery delivery, Consumer<Message> listener) {
        try {
            Optional<Message> message = read(delivery.body());
            if (message.isEmpty()) {
                return park(queue, delivery);
            }
            listener.accept(message.get());
            return true;
        } catch (ProblemException e) {
            return switch (e.code()) {
                case INVALID_REQUEST -> park(queue, delivery);
                case CLAIM_LOST -> true;
                default -> settle(queue, delivery, e);
            };
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            LOG.atError()
                    .setCause(e)
                    .addKeyValue(LogKeys.ATTEMPT, delivery.receiveCount())
                    .log("step failed");
            return retry(queue, delivery);
        }
    }

    private boolean settle(String queue, Delivery delivery, ProblemException problem) {
        return switch (problem.code().kind()) {
            case CALLER -> {
                log(LOG.atInfo(), delivery, problem).log("step ended by its input");
                yield true;
            }
            case TRANSIENT, BUSY -> {
                log(LOG.atWarn(), delivery, problem).setCause(problem).log("step will be tried again");
                yield retry(queue, delivery);
            }
            case BUG -> {
                log(LOG.atError(), delivery, problem).setCause(problem).log("step failed");
                yield retry(queue, delivery);
            }
        };
    }

    private static LoggingEventBuilder log(LoggingEventBuilder line, Delivery delivery, ProblemException problem) {
        return line.addKeyValue(LogKeys.CODE, problem.code().label())
                .addKeyValue(LogKeys.ATTEMPT, delivery.receiveCount());
    }

    private Optional<Message> read(String body) {
        if (body.length() > MAX_BODY) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(json.readValue(body, Message.class))
                    .filter(message -> message.version() == Message.VERSION);
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private boolean park(String queue, Delivery delivery) {
        LOG.atError()
                .addKeyValue(LogKeys.QUEUE, queue)
                .addKeyValue(LogKeys.BYTES, delivery.body().length())
                .log("message cannot be read; parked in the dead-letter queue");
        try {
            queues.park(queue, delivery.body());
            return true;
        } catch (ProblemException e) {
            LOG.atWarn().setCause(e).log("message could not be parked");
            return false;
        }
    }

    /** Full jitter over a delay that doubles: AWS Architecture Blog, "Exponential Backoff And Jitter". */
    private boolean retry(String queue, Delivery delivery) {
        long ceiling = Math.min(
                LAST_RETRY.toMillis(),
                FIRST_RETRY.toMillis() << Math.min(20, Math.max(0, delivery.receiveCount() - 1)));
        long millis = ThreadLocalRandom.current().nextLong(ceiling / 2, ceiling + 1);
        try {
            queues.retryAfter(queue, delivery, Duration.ofMillis(millis).plusMillis(999));
        } catch (ProblemException e) {
            LOG.atWarn().setCause(e).log("message waits for the visibility timeout of its queue");
        }
        return false;
    }
}
