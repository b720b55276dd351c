package dev.caffeinecode.infra;

import dev.caffeinecode.local.template.SamTemplate;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The queues of the template, by their logical ids there. */
final class Queues extends Construct {
    /** The longest that SQS offers. */
    private static final int RETENTION_DAYS = 14;

    private final Map<String, Queue> deadLetters = new TreeMap<>();
    private final Map<String, Queue> queues = new TreeMap<>();

    Queues(Construct scope, String id, Map<String, SamTemplate.Queue> template) {
        super(scope, id);
        template.forEach((name, queue) -> {
            if (queue.deadLetters().isEmpty()) {
                deadLetters.put(name, builder(name, queue).build());
            }
        });
        template.forEach((name, queue) -> queue.deadLetters()
                .ifPresent(parked -> queues.put(
                        name,
                        builder(name, queue)
                                .deadLetterQueue(DeadLetterQueue.builder()
                                        .queue(get(parked))
                                        .maxReceiveCount(queue.maxReceives())
                                        .build())
                                .build())));
    }

    private Queue.Builder builder(String name, SamTemplate.Queue queue) {
        return Queue.Builder.create(this, name)
                .encryption(QueueEncryption.SQS_MANAGED)
                .enforceSsl(true)
                .retentionPeriod(Duration.days(RETENTION_DAYS))
                .visibilityTimeout(Duration.seconds(queue.visibility().toSeconds()));
    }

    Queue get(String name) {
        return Objects.requireNonNull(queues.getOrDefault(name, deadLetters.get(name)), name);
    }

    /** Where a message waits for a person. */
    Map<String, Queue> deadLetters() {
        return Map.copyOf(deadLetters);
    }

    /** What {@code !Ref} of each gives. */
    Map<String, String> urls() {
        Map<String, String> urls = new TreeMap<>();
        queues.forEach((name, queue) -> urls.put(name, queue.getQueueUrl()));
        deadLetters.forEach((name, queue) -> urls.put(name, queue.getQueueUrl()));
        return urls;
    }
}
