package dev.caffeinecode.local.services;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

import java.net.URI;
import java.util.Optional;

/**
 * Which of the AWS services are inside the process. The credentials are theirs alone: a model on Bedrock is still asked
 * with those of the person.
 *
 * @param queues empty when SQS is elsewhere
 * @param objects empty when S3 is elsewhere
 */
public record EmbeddedCloud(Optional<URI> queues, Optional<URI> objects, String accessKeyId, String secretAccessKey) {
    AwsCredentialsProvider credentials() {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKeyId, secretAccessKey));
    }
}
