package dev.caffeinecode.platform.queue;

import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;
import jakarta.inject.Singleton;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The SQS queues between the steps, by name. */
@Singleton
class Queues {
    /** Entries of one SendMessageBatch request, the limit of SQS. */
    private static final int BATCH = 10;

    private final SqsClient sqs;
    private final Map<String, QueueSettings> settings;

    Queues(SqsClient sqs, List<QueueSettings> settings) {
        this.sqs = sqs;
        this.settings = settings.stream().collect(Collectors.toMap(QueueSettings::name, Function.identity()));
    }

    /**
     * Sends, ten a request.
     *
     * @return the ids of those that SQS took; the others may be sent again
     */
    Set<UUID> send(String queue, List<OutboxMessage> messages) {
        String url = settings(queue).url().toString();
        Set<UUID> sent = new HashSet<>();
        for (int from = 0; from < messages.size(); from += BATCH) {
            sent.addAll(sendBatch(url, messages.subList(from, Math.min(messages.size(), from + BATCH))));
        }
        return sent;
    }

    private Set<UUID> sendBatch(String url, List<OutboxMessage> batch) {
        List<SendMessageBatchRequestEntry> entries = new ArrayList<>();
        for (OutboxMessage message : batch) {
            entries.add(SendMessageBatchRequestEntry.builder()
                    .id(message.id().toString())
                    .messageBody(message.body())
                    .delaySeconds(message.delaySeconds())
                    .build());
        }
        try {
            SendMessageBatchResponse response =
                    sqs.sendMessageBatch(r -> r.queueUrl(url).entries(entries));
            Set<String> refused =
                    response.failed().stream().map(BatchResultErrorEntry::id).collect(Collectors.toSet());
            return batch.stream()
                    .map(OutboxMessage::id)
                    .filter(id -> !refused.contains(id.toString()))
                    .collect(Collectors.toSet());
        } catch (SdkException e) {
            throw new ProblemException(ErrorCode.QUEUE_UNAVAILABLE, "cannot send to " + url, e);
        }
    }

    /** Puts a body that nobody can ever take where an alarm sees it. */
    void park(String queue, String body) {
        String url = settings(queue).deadLetterUrl().toString();
        try {
            sqs.sendMessage(r -> r.queueUrl(url).messageBody(body));
        } catch (SdkException e) {
            throw new ProblemException(ErrorCode.QUEUE_UNAVAILABLE, "cannot send to " + url, e);
        }
    }

    /** Lets SQS deliver a failed message again after the delay rather than after the queue's visibility timeout. */
    void retryAfter(String queue, Delivery delivery, Duration delay) {
        String url = settings(queue).url().toString();
        int seconds = (int) delay.toSeconds();
        try {
            sqs.changeMessageVisibility(
                    r -> r.queueUrl(url).receiptHandle(delivery.receiptHandle()).visibilityTimeout(seconds));
        } catch (SdkException e) {
            throw new ProblemException(ErrorCode.QUEUE_UNAVAILABLE, "cannot change visibility in " + url, e);
        }
    }

    private QueueSettings settings(String queue) {
        QueueSettings found = settings.get(queue);
        if (found == null) {
            throw new ProblemException(ErrorCode.INTERNAL, "queue is not configured: " + queue);
        }
        return found;
    }
}
