package dev.caffeinecode.testing;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

import java.net.URI;
import java.time.Duration;

/** The SDK's clients for the stand-ins. */
final class Clients {
    private Clients() {}

    static SqsClient sqs(TestService service) {
        return SqsClient.builder()
                .endpointOverride(service.endpoint())
                .region(Region.of(service.region()))
                .credentialsProvider(credentials(service.accessKeyId(), service.secretAccessKey()))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    static S3Client s3(TestService service) {
        return S3Client.builder()
                .endpointOverride(service.endpoint())
                .region(Region.of(service.region()))
                .credentialsProvider(credentials(service.accessKeyId(), service.secretAccessKey()))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .forcePathStyle(true)
                .build();
    }

    /** One attempt for each call, so that a test sees each answer. */
    static BedrockRuntimeClient bedrock(URI endpoint, Duration timeout) {
        return BedrockRuntimeClient.builder()
                .endpointOverride(endpoint)
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(credentials("id", "secret"))
                .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(timeout))
                .overrideConfiguration(override -> override.retryStrategy(retries -> retries.maxAttempts(1)))
                .build();
    }

    private static StaticCredentialsProvider credentials(String id, String secret) {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(id, secret));
    }
}
