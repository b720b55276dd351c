package dev.caffeinecode.testing;

import org.flywaydb.core.Flyway;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static java.util.Objects.requireNonNull;

/**
 * What one test class needs of the cloud, ready to be used: a database with the schema of the modules on the class path,
 * a bucket, the queues with their dead letters, and the settings that point an application context at them.
 */
public final class TestEnvironment implements AutoCloseable {
    private static final List<String> QUEUES = List.of("clone", "index", "generate");

    private final String name = "t" + UUID.randomUUID().toString().replace("-", "");
    private final TestDatabase database = TestCloud.database();
    private final SqsClient sqs = sqs(TestCloud.queues());
    private final S3Client s3 = s3(TestCloud.objects());
    private final Map<String, String> urls = new HashMap<>();

    private TestEnvironment() {}

    public static TestEnvironment create() {
        TestEnvironment environment = new TestEnvironment();
        environment.migrate();
        environment.s3.createBucket(r -> r.bucket(environment.name));
        QUEUES.forEach(environment::createQueue);
        setSdkDefaults();
        return environment;
    }

    private void migrate() {
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), database.password())
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    private void createQueue(String queue) {
        String deadLetters = sqs.createQueue(r -> r.queueName(name + "-" + queue + "-dead-letters"))
                .queueUrl();
        String arn = sqs.getQueueAttributes(r -> r.queueUrl(deadLetters).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .get(QueueAttributeName.QUEUE_ARN);
        String redrive = "{\"maxReceiveCount\":5,\"deadLetterTargetArn\":\"" + arn + "\"}";
        urls.put(
                queue,
                sqs.createQueue(r -> r.queueName(name + "-" + queue)
                                .attributes(Map.of(
                                        QueueAttributeName.REDRIVE_POLICY,
                                        redrive,
                                        QueueAttributeName.VISIBILITY_TIMEOUT,
                                        "30")))
                        .queueUrl());
        urls.put(queue + "-dead-letters", deadLetters);
    }

    /** The SDK's own settings, which clients that are made by default take; the same for all tests of a JVM. */
    private static void setSdkDefaults() {
        System.setProperty("aws.region", TestCloud.REGION);
        System.setProperty("aws.endpointUrlSqs", TestCloud.queues().endpoint().toString());
        System.setProperty("aws.endpointUrlS3", TestCloud.objects().endpoint().toString());
        System.setProperty("aws.accessKeyId", TestCloud.objects().accessKeyId());
        System.setProperty("aws.secretAccessKey", TestCloud.objects().secretAccessKey());
    }

    /** Settings for an application context. */
    public Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>();
        String authority = database.jdbcUrl().substring("jdbc:postgresql://".length());
        properties.put(
                "caffeine.database.url",
                "postgresql://" + database.user() + ":" + database.password() + "@" + authority);
        properties.put("caffeine.objects.bucket", name);
        properties.put("aws.s3.path-style-access-enabled", true);
        properties.put("datasources.default.maximum-pool-size", 8);
        for (String queue : QUEUES) {
            properties.put("caffeine.queues." + queue + ".url", url(queue));
            properties.put("caffeine.queues." + queue + ".dead-letter-url", url(queue + "-dead-letters"));
        }
        return properties;
    }

    private String url(String queue) {
        return requireNonNull(urls.get(queue), queue);
    }

    /** Takes the messages that are visible in a queue now, and deletes them. */
    public List<String> drain(String queue) {
        List<String> bodies = new ArrayList<>();
        List<Message> batch = receive(queue);
        while (!batch.isEmpty()) {
            for (Message message : batch) {
                bodies.add(message.body());
                sqs.deleteMessage(r -> r.queueUrl(url(queue)).receiptHandle(message.receiptHandle()));
            }
            batch = receive(queue);
        }
        return bodies;
    }

    private List<Message> receive(String queue) {
        return sqs.receiveMessage(r -> r.queueUrl(url(queue)).maxNumberOfMessages(10))
                .messages();
    }

    /** As {@link #drain}, of the queue's dead letters. */
    public List<String> drainDeadLetters(String queue) {
        return drain(queue + "-dead-letters");
    }

    /** The keys of all objects, in order. */
    public List<String> objectKeys() {
        return s3.listObjectsV2Paginator(r -> r.bucket(name)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    public String objectText(String key) {
        return s3.getObjectAsBytes(r -> r.bucket(name).key(key)).asString(StandardCharsets.UTF_8);
    }

    /** The first column of each row. */
    public List<String> query(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(String.valueOf(rows.getString(1)));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException("query failed: " + sql, e);
        }
    }

    public void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("statement failed: " + sql, e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }

    @Override
    public void close() {
        s3.close();
        sqs.close();
        database.close();
    }

    private static StaticCredentialsProvider credentials(TestService service) {
        return StaticCredentialsProvider.create(
                AwsBasicCredentials.create(service.accessKeyId(), service.secretAccessKey()));
    }

    private static SqsClient sqs(TestService service) {
        return SqsClient.builder()
                .endpointOverride(service.endpoint())
                .region(Region.of(service.region()))
                .credentialsProvider(credentials(service))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    private static S3Client s3(TestService service) {
        return S3Client.builder()
                .endpointOverride(service.endpoint())
                .region(Region.of(service.region()))
                .credentialsProvider(credentials(service))
                .forcePathStyle(true)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }
}
