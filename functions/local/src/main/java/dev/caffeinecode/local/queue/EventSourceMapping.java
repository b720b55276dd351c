package dev.caffeinecode.local.queue;

import dev.caffeinecode.local.lambda.LocalFunction;
import dev.caffeinecode.platform.telemetry.LogKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Hands the messages of one queue to one function, as an event source mapping does: long polls, batches, at most so many
 * invocations at the same time. Messages that the function took are deleted; those it reports as failed, and all when the
 * invocation itself fails, are left to be delivered again, until the queue moves them to its dead letters. Meanwhile
 * they stay hidden, however long the invocation takes.
 */
public final class EventSourceMapping implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventSourceMapping.class);
    private static final Duration LONG_POLL = Duration.ofSeconds(20);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final SqsClient sqs;
    private final MappedQueue queue;
    private final LocalFunction function;
    private final ExecutorService pollers;
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("message-visibility").factory());
    private volatile boolean open = true;

    /**
     * The queue's side of a mapping.
     *
     * @param visibility how long a message stays hidden unless that is extended
     * @param batchSize 1 to 10
     * @param concurrency invocations at the same time
     */
    public record MappedQueue(String url, String arn, Duration visibility, int batchSize, int concurrency) {}

    private EventSourceMapping(SqsClient sqs, MappedQueue queue, LocalFunction function) {
        this.sqs = sqs;
        this.queue = queue;
        this.function = function;
        this.pollers = Executors.newThreadPerTaskExecutor(Thread.ofVirtual()
                .name(function.function().name() + "-poller-", 1)
                .factory());
    }

    public static EventSourceMapping start(SqsClient sqs, MappedQueue queue, LocalFunction function) {
        EventSourceMapping mapping = new EventSourceMapping(sqs, queue, function);
        for (int i = 0; i < queue.concurrency(); i++) {
            mapping.pollers.execute(mapping::poll);
        }
        return mapping;
    }

    private void poll() {
        while (open) {
            try {
                List<Message> batch = receive();
                if (!batch.isEmpty()) {
                    handle(batch);
                }
            } catch (SdkException e) {
                if (open) {
                    LOG.atWarn()
                            .setCause(e)
                            .addKeyValue(LogKeys.QUEUE, queue.url())
                            .log("queue does not answer");
                    pause();
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private List<Message> receive() {
        return sqs.receiveMessage(r -> r.queueUrl(queue.url())
                        .maxNumberOfMessages(queue.batchSize())
                        .waitTimeSeconds((int) LONG_POLL.toSeconds())
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
                .messages();
    }

    private void handle(List<Message> batch) throws InterruptedException {
        long period = Math.max(1, queue.visibility().toMillis() / 2);
        ScheduledFuture<?> extension =
                timer.scheduleWithFixedDelay(() -> hide(batch), period, period, TimeUnit.MILLISECONDS);
        try {
            byte[] answer = function.invoke(SqsEventJson.event(queue.arn(), batch));
            extension.cancel(false);
            delete(batch, SqsEventJson.failures(answer));
        } catch (LocalFunction.InvocationException | IOException e) {
            LOG.atError().setCause(e).log("invocation failed; its messages will be delivered again");
        } finally {
            extension.cancel(false);
        }
    }

    private void hide(List<Message> batch) {
        for (Message message : batch) {
            try {
                sqs.changeMessageVisibility(r -> r.queueUrl(queue.url())
                        .receiptHandle(message.receiptHandle())
                        .visibilityTimeout((int) Math.max(1, queue.visibility().toSeconds())));
            } catch (SdkException e) {
                LOG.atWarn()
                        .setCause(e)
                        .addKeyValue(LogKeys.MESSAGE_ID, message.messageId())
                        .log("message not hidden");
            }
        }
    }

    private void delete(List<Message> batch, Set<String> failed) {
        List<DeleteMessageBatchRequestEntry> done = new ArrayList<>();
        for (Message message : batch) {
            if (!failed.contains(message.messageId())) {
                done.add(DeleteMessageBatchRequestEntry.builder()
                        .id(String.valueOf(done.size()))
                        .receiptHandle(message.receiptHandle())
                        .build());
            }
        }
        if (!done.isEmpty()) {
            sqs.deleteMessageBatch(r -> r.queueUrl(queue.url()).entries(done));
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_AFTER_FAILURE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the polls; invocations under way are interrupted, and their messages are delivered again another time. */
    @Override
    public void close() {
        open = false;
        timer.shutdownNow();
        pollers.shutdownNow();
    }
}
