package dev.caffeinecode.local.queue;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.caffeinecode.local.lambda.LocalFunction;
import dev.caffeinecode.local.template.SamTemplate;
import dev.caffeinecode.testing.TestCloud;
import dev.caffeinecode.testing.TestService;
import io.micronaut.context.ApplicationContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import static org.assertj.core.api.Assertions.assertThat;

class EventSourceMappingIT {
    private static final Duration VISIBILITY = Duration.ofSeconds(2);

    /** What was delivered: the body, and how often its message was received. */
    private static final BlockingQueue<String> DELIVERED = new LinkedBlockingQueue<>();

    private static volatile Function<SQSMessage, Boolean> take = _ -> true;

    private final SqsClient sqs = sqs();
    private final String deadLetters = queue(Map.of());
    private String queue = queue(2);
    private final ApplicationContext context = ApplicationContext.builder().build();
    private final LocalFunction function = LocalFunction.create(
            new SamTemplate.Function(
                    "TestFunction",
                    Handler.class.getName(),
                    "",
                    128,
                    Duration.ofSeconds(20),
                    Map.of(),
                    List.of(),
                    List.of(),
                    List.of()),
            context);

    /** Does what the test says. */
    public static final class Handler implements RequestHandler<SQSEvent, SQSBatchResponse> {
        /** @param context unused; every handler is made with one */
        public Handler(ApplicationContext context) {
            assertThat(context).isNotNull();
        }

        @Override
        public SQSBatchResponse handleRequest(SQSEvent event, Context lambda) {
            List<BatchItemFailure> failures = event.getRecords().stream()
                    .filter(message -> {
                        DELIVERED.add(message.getBody() + " "
                                + message.getAttributes().get("ApproximateReceiveCount"));
                        return !take.apply(message);
                    })
                    .map(message -> new BatchItemFailure(message.getMessageId()))
                    .toList();
            return new SQSBatchResponse(failures);
        }
    }

    @BeforeEach
    void nothingDelivered() {
        DELIVERED.clear();
        take = _ -> true;
    }

    @AfterEach
    void close() {
        function.close();
        sqs.close();
    }

    private static SqsClient sqs() {
        TestService service = TestCloud.queues();
        return SqsClient.builder()
                .endpointOverride(service.endpoint())
                .region(Region.of(service.region()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(service.accessKeyId(), service.secretAccessKey())))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    private String queue(int maxReceives) {
        return queue(Map.of(
                QueueAttributeName.VISIBILITY_TIMEOUT,
                String.valueOf(VISIBILITY.toSeconds()),
                QueueAttributeName.REDRIVE_POLICY,
                "{\"maxReceiveCount\":" + maxReceives + ",\"deadLetterTargetArn\":\"" + arn(deadLetters) + "\"}"));
    }

    private String queue(Map<QueueAttributeName, String> attributes) {
        return sqs.createQueue(r -> r.queueName("mapping-" + UUID.randomUUID()).attributes(attributes))
                .queueUrl();
    }

    private String arn(String url) {
        return String.valueOf(sqs.getQueueAttributes(r -> r.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .get(QueueAttributeName.QUEUE_ARN));
    }

    private EventSourceMapping start(int batchSize) {
        return EventSourceMapping.start(
                sqs, new EventSourceMapping.MappedQueue(queue, arn(queue), VISIBILITY, batchSize, 2), function);
    }

    private void send(String body) {
        sqs.sendMessage(r -> r.queueUrl(queue).messageBody(body));
    }

    private static String delivered() throws InterruptedException {
        return String.valueOf(DELIVERED.poll(20, TimeUnit.SECONDS));
    }

    private String parked() {
        for (int i = 0; i < 30; i++) {
            List<Message> messages = sqs.receiveMessage(
                            r -> r.queueUrl(deadLetters).waitTimeSeconds(1))
                    .messages();
            if (!messages.isEmpty()) {
                return messages.getFirst().body();
            }
        }
        return "nothing";
    }

    @Test
    void messageThatWasTakenDoesNotComeAgain() throws InterruptedException {
        send("one");
        try (EventSourceMapping _ = start(10)) {
            assertThat(delivered()).isEqualTo("one 1");
            assertThat(DELIVERED.poll(VISIBILITY.toSeconds() + 2, TimeUnit.SECONDS))
                    .isNull();
        }
    }

    @Test
    void onlyFailedMessagesOfABatchComeAgain() throws InterruptedException {
        take = message -> !message.getBody().equals("bad") || !receivedOnce(message);
        send("good");
        send("bad");
        try (EventSourceMapping _ = start(10)) {
            assertThat(List.of(delivered(), delivered())).containsExactlyInAnyOrder("good 1", "bad 1");
            assertThat(delivered()).isEqualTo("bad 2");
            assertThat(DELIVERED.poll(VISIBILITY.toSeconds() + 2, TimeUnit.SECONDS))
                    .isNull();
        }
    }

    private static boolean receivedOnce(SQSMessage message) {
        return "1".equals(message.getAttributes().get("ApproximateReceiveCount"));
    }

    @Test
    void messageOfFailedInvocationsIsParkedAfterAsManyAsTheQueueSays() throws InterruptedException {
        take = _ -> {
            throw new IllegalStateException("by the test");
        };
        send("poison");
        try (EventSourceMapping _ = start(1)) {
            assertThat(delivered()).isEqualTo("poison 1");
            assertThat(delivered()).isEqualTo("poison 2");
            assertThat(parked()).isEqualTo("poison");
        }
    }

    @Test
    void poisonAmongTenIsParkedAfterFiveReceivesAndTheOthersAreTakenOnce() {
        queue = queue(5);
        take = message -> !message.getBody().equals("poison");
        List<String> expected = new ArrayList<>();
        for (int i = 1; i <= 9; i++) {
            send("good" + i);
            expected.add("good" + i + " 1");
        }
        send("poison");
        for (int receive = 1; receive <= 5; receive++) {
            expected.add("poison " + receive);
        }
        try (EventSourceMapping _ = start(10)) {
            assertThat(parked()).isEqualTo("poison");
        }
        assertThat(DELIVERED).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void messageStaysHiddenWhileItsInvocationLasts() throws InterruptedException {
        take = _ -> {
            sleep(VISIBILITY.multipliedBy(3));
            return true;
        };
        send("slow");
        try (EventSourceMapping _ = start(1)) {
            assertThat(delivered()).isEqualTo("slow 1");
            assertThat(DELIVERED.poll(VISIBILITY.multipliedBy(4).toSeconds(), TimeUnit.SECONDS))
                    .isNull();
        }
    }

    private static void sleep(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
