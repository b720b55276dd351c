package dev.caffeinecode.local;

import dev.caffeinecode.local.json.Json;
import dev.caffeinecode.local.services.LocalResources;
import dev.caffeinecode.local.template.SamTemplate;
import dev.caffeinecode.local.template.SamTemplateReader;
import dev.caffeinecode.testing.GitFixture;
import dev.caffeinecode.testing.TestCloud;
import dev.caffeinecode.testing.TestDatabase;
import dev.caffeinecode.testing.TestService;
import io.micronaut.json.tree.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/** What the local process makes of the template's queues and bucket, whoever stands in for SQS and S3. */
@Timeout(300)
abstract class WiringContract {
    private final SamTemplate template = SamTemplateReader.bundled();
    private final String prefix = "t" + UUID.randomUUID().toString().replace("-", "") + "-";

    abstract TestService queues();

    abstract TestService objects();

    @Test
    void queuesAndBucketAreFoundAgainAfterARestart() {
        try (SqsClient sqs = sqs();
                S3Client s3 = s3()) {
            LocalResources first = LocalResources.create(sqs, s3, template, prefix);
            LocalResources second = LocalResources.create(sqs, s3, template, prefix);

            assertThat(template.queues().keySet())
                    .isNotEmpty()
                    .allSatisfy(queue -> assertThat(second.arn(queue)).isEqualTo(first.arn(queue)));
            assertThat(sqs.listQueues(r -> r.queueNamePrefix(prefix)).queueUrls())
                    .hasSize(template.queues().size());
            assertThat(s3.listBuckets().buckets())
                    .filteredOn(bucket -> bucket.name().startsWith(prefix))
                    .hasSize(template.buckets().size());
        }
    }

    @Test
    void messageThatWasReceivedTooOftenIsParked() {
        try (SqsClient sqs = sqs();
                S3Client s3 = s3()) {
            LocalResources resources = LocalResources.create(sqs, s3, template, prefix);
            template.queues()
                    .forEach((name, queue) -> queue.deadLetters().ifPresent(deadLetters -> {
                        String url = requireNonNull(resources.reference(name));
                        sqs.sendMessage(r -> r.queueUrl(url).messageBody("for " + name));

                        for (int receive = 1; receive <= queue.maxReceives(); receive++) {
                            assertThat(receive(sqs, url))
                                    .as("receive %d of %s", receive, name)
                                    .isNotEmpty();
                        }

                        assertThat(receive(sqs, url)).isEmpty();
                        assertThat(receive(sqs, requireNonNull(resources.reference(deadLetters))))
                                .extracting(Message::body)
                                .containsExactly("for " + name);
                    }));
        }
    }

    /** Taken and at once given back. */
    private static List<Message> receive(SqsClient sqs, String url) {
        return sqs.receiveMessage(r -> r.queueUrl(url).visibilityTimeout(0).waitTimeSeconds(1))
                .messages();
    }

    @Test
    void repositoryIsDocumented(@TempDir Path directory) throws Exception {
        GitFixture git = GitFixture.create(directory.resolve("shop"))
                .file("README.md", "# Shop\n\nSells things to people.\n")
                .file("shop/cart.py", "class Cart:\n    \"\"\"What a customer means to buy.\"\"\"\n");
        git.commit("Sell things");
        try (TestDatabase database = TestCloud.database();
                ServedProcess process = ServedProcess.start(directory.resolve("data"), environment(database))) {
            String repository = "/repos/"
                    + Json.text(
                            process.post("/repos", Map.of("url", git.directory().toString())), "id");
            process.await(repository, answer -> is(answer, "indexed", "snapshot", "state"));
            String run = "/runs/" + Json.text(process.post(repository + "/runs", Map.of()), "id");

            JsonNode completed = process.await(run, answer -> is(answer, "completed", "state"));

            assertThat(Json.number(completed, "pages", "outlined")).isPositive();
            assertThat(Json.text(process.get(run + "/export"), "url"))
                    .startsWith(objects().endpoint().toString());
        }
        try (S3Client s3 = s3()) {
            String bucket = prefix + "files";
            assertThat(s3.listObjectsV2(r -> r.bucket(bucket)).contents())
                    .anyMatch(object -> object.key().endsWith("/wiki.zip"));
        }
    }

    private static boolean is(JsonNode node, String state, String... path) {
        return state.equals(Json.text(node, path));
    }

    private Map<String, String> environment(TestDatabase database) {
        String authority = database.jdbcUrl().substring("jdbc:postgresql://".length());
        return Map.of(
                "AWS_ENDPOINT_URL_SQS", queues().endpoint().toString(),
                "AWS_ENDPOINT_URL_S3", objects().endpoint().toString(),
                "AWS_REGION", objects().region(),
                "AWS_ACCESS_KEY_ID", objects().accessKeyId(),
                "AWS_SECRET_ACCESS_KEY", objects().secretAccessKey(),
                "CAFFEINE_RESOURCE_PREFIX", prefix,
                "CAFFEINE_DATABASE_URL",
                        "postgresql://" + database.user() + ":" + database.password() + "@" + authority);
    }

    private SqsClient sqs() {
        return SqsClient.builder()
                .endpointOverride(queues().endpoint())
                .region(Region.of(queues().region()))
                .credentialsProvider(credentials(queues()))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    private S3Client s3() {
        return S3Client.builder()
                .endpointOverride(objects().endpoint())
                .region(Region.of(objects().region()))
                .credentialsProvider(credentials(objects()))
                .forcePathStyle(true)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    private static StaticCredentialsProvider credentials(TestService service) {
        return StaticCredentialsProvider.create(
                AwsBasicCredentials.create(service.accessKeyId(), service.secretAccessKey()));
    }
}
