package dev.caffeinecode.local.services;

import dev.caffeinecode.embedded.EmbeddedStartException;
import dev.caffeinecode.local.template.SamTemplate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyExistsException;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The queues and buckets of the template, made unless they are there, by their logical ids. */
public final class LocalResources {
    /** Of names, unless {@code CAFFEINE_RESOURCE_PREFIX} says otherwise. */
    public static final String DEFAULT_PREFIX = "caffeinecode-";

    private final Map<String, String> references = new HashMap<>();
    private final Map<String, String> arns = new HashMap<>();

    private final String prefix;

    private LocalResources(String prefix) {
        this.prefix = prefix;
    }

    /**
     * @param prefix of the names of queues and buckets; a bucket's name must be free in all of S3
     * @throws EmbeddedStartException when the name of a bucket is somebody else's
     */
    public static LocalResources create(SqsClient sqs, S3Client s3, SamTemplate template, String prefix) {
        LocalResources resources = new LocalResources(prefix);
        template.queues().forEach((id, queue) -> {
            if (queue.deadLetters().isEmpty()) {
                resources.createQueue(sqs, id, attributes(queue));
            }
        });
        template.queues()
                .forEach((id, queue) -> queue.deadLetters().ifPresent(deadLetters -> {
                    Map<QueueAttributeName, String> attributes = attributes(queue);
                    attributes.put(
                            QueueAttributeName.REDRIVE_POLICY,
                            "{\"maxReceiveCount\":" + queue.maxReceives() + ",\"deadLetterTargetArn\":\""
                                    + resources.arn(deadLetters) + "\"}");
                    resources.createQueue(sqs, id, attributes);
                }));
        template.buckets().forEach(id -> resources.createBucket(s3, id));
        return resources;
    }

    private static Map<QueueAttributeName, String> attributes(SamTemplate.Queue queue) {
        Map<QueueAttributeName, String> attributes = new HashMap<>();
        attributes.put(
                QueueAttributeName.VISIBILITY_TIMEOUT,
                String.valueOf(queue.visibility().toSeconds()));
        return attributes;
    }

    private void createQueue(SqsClient sqs, String id, Map<QueueAttributeName, String> attributes) {
        String url = sqs.createQueue(r -> r.queueName(prefix + id).attributes(attributes))
                .queueUrl();
        String arn = sqs.getQueueAttributes(r -> r.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .get(QueueAttributeName.QUEUE_ARN);
        references.put(id, url);
        arns.put(id, Objects.requireNonNull(arn));
    }

    private void createBucket(S3Client s3, String id) {
        String name = prefix + id.toLowerCase(Locale.ROOT);
        try {
            s3.createBucket(r -> r.bucket(name));
        } catch (BucketAlreadyOwnedByYouException | BucketAlreadyExistsException e) {
            requireOurs(s3, name);
        }
        references.put(id, name);
    }

    /** It was made by an earlier start, or is somebody else's. */
    private static void requireOurs(S3Client s3, String bucket) {
        try {
            s3.headBucket(r -> r.bucket(bucket));
        } catch (S3Exception e) {
            throw new EmbeddedStartException(
                    "the bucket name " + bucket
                            + " is taken by somebody else; set CAFFEINE_RESOURCE_PREFIX to a name of"
                            + " your own, such as caffeine-acme-",
                    e);
        }
    }

    /** What {@code !Ref} of a logical id gives: the URL of a queue, the name of a bucket; null for anything else. */
    public @Nullable String reference(String id) {
        return references.get(id);
    }

    /** Of a queue. */
    public String arn(String id) {
        return Objects.requireNonNull(arns.get(id), id);
    }
}
