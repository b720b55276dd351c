package dev.caffeinecode.local.services;

import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.SqsClientBuilder;

/** Clients for setting up queues and buckets before the functions start, and for polling. */
public final class CloudClients {
    private CloudClients() {}

    /** That of the person, else one for services that have none. */
    public static Region region() {
        try {
            return DefaultAwsRegionProviderChain.builder().build().getRegion();
        } catch (SdkClientException e) {
            return Region.of(LocalServices.REGION);
        }
    }

    public static SqsClient sqs(EmbeddedCloud cloud) {
        SqsClientBuilder builder =
                SqsClient.builder().region(region()).httpClientBuilder(UrlConnectionHttpClient.builder());
        cloud.queues()
                .ifPresent(endpoint -> builder.endpointOverride(endpoint).credentialsProvider(cloud.credentials()));
        return builder.build();
    }

    public static S3Client s3(EmbeddedCloud cloud) {
        S3ClientBuilder builder = S3Client.builder()
                .region(region())
                .forcePathStyle(true)
                .httpClientBuilder(UrlConnectionHttpClient.builder());
        cloud.objects()
                .ifPresent(endpoint -> builder.endpointOverride(endpoint).credentialsProvider(cloud.credentials()));
        return builder.build();
    }
}
