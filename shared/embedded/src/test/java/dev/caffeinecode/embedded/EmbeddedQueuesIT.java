package dev.caffeinecode.embedded;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SqsException;

import java.net.URI;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EmbeddedQueuesIT {
    private static final String ACCOUNT = "111122223333";

    private static EmbeddedQueues queues;
    private static SqsClient sqs;

    @BeforeAll
    static void start() {
        queues = EmbeddedQueues.start("eu-central-1", ACCOUNT);
        sqs = client(queues.endpoint());
    }

    @AfterAll
    static void stop() {
        sqs.close();
        queues.close();
    }

    @Test
    void messageIsSentReceivedAndDeleted() {
        String queue = createQueue("clone", Map.of());
        sqs.sendMessage(request -> request.queueUrl(queue).messageBody("{\"id\":\"7\"}"));

        List<Message> received = receive(queue);
        sqs.deleteMessage(request ->
                request.queueUrl(queue).receiptHandle(received.getFirst().receiptHandle()));

        assertThat(received).extracting(Message::body).containsExactly("{\"id\":\"7\"}");
        assertThat(receive(queue)).isEmpty();
    }

    @Test
    void messageThatIsNeverDeletedEndsInTheDeadLetterQueue() {
        String deadLetters = createQueue("index-dead", Map.of());
        String redrive = "{\"deadLetterTargetArn\":\"" + arn(deadLetters) + "\",\"maxReceiveCount\":\"2\"}";
        String queue = createQueue(
                "index",
                Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "0", QueueAttributeName.REDRIVE_POLICY, redrive));
        sqs.sendMessage(request -> request.queueUrl(queue).messageBody("poison"));

        assertThat(receive(queue)).hasSize(1);
        assertThat(receive(queue)).hasSize(1);

        assertThat(receive(queue)).isEmpty();
        assertThat(receive(deadLetters)).extracting(Message::body).containsExactly("poison");
    }

    @Test
    void queueUrlPointsToThisServerAndArnNamesRegionAndAccount() {
        String queue = createQueue("names", Map.of());

        assertThat(queue).isEqualTo(queues.endpoint() + "/" + ACCOUNT + "/names");
        assertThat(arn(queue)).isEqualTo("arn:aws:sqs:eu-central-1:" + ACCOUNT + ":names");
    }

    @Test
    void messageOfOneMebibytePassesAndALargerOneIsRefused() {
        String queue = createQueue("large", Map.of());

        sqs.sendMessage(request -> request.queueUrl(queue).messageBody("x".repeat(1 << 20)));

        assertThatExceptionOfType(SqsException.class)
                .isThrownBy(() ->
                        sqs.sendMessage(request -> request.queueUrl(queue).messageBody("x".repeat((1 << 20) + 1))));
    }

    @Test
    void elevenMessagesAtOnceAreRefused() {
        String queue = createQueue("batch", Map.of());

        assertThatExceptionOfType(SqsException.class)
                .isThrownBy(() ->
                        sqs.receiveMessage(request -> request.queueUrl(queue).maxNumberOfMessages(11)));
    }

    @Test
    void serversInOneProcessDoNotShareQueues() {
        createQueue("mine", Map.of());

        try (EmbeddedQueues others = EmbeddedQueues.start("eu-central-1", ACCOUNT);
                SqsClient client = client(others.endpoint())) {
            assertThat(client.listQueues().queueUrls()).isEmpty();
        }
        assertThat(sqs.listQueues().queueUrls()).contains(queues.endpoint() + "/" + ACCOUNT + "/mine");
    }

    private static String createQueue(String name, Map<QueueAttributeName, String> attributes) {
        return sqs.createQueue(request -> request.queueName(name).attributes(attributes))
                .queueUrl();
    }

    private static String arn(String queueUrl) {
        return sqs.getQueueAttributes(
                        request -> request.queueUrl(queueUrl).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .getOrDefault(QueueAttributeName.QUEUE_ARN, "");
    }

    private static List<Message> receive(String queueUrl) {
        return sqs.receiveMessage(request -> request.queueUrl(queueUrl).maxNumberOfMessages(10))
                .messages();
    }

    private static SqsClient client(URI endpoint) {
        return SqsClient.builder()
                .endpointOverride(endpoint)
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }
}
