package dev.caffeinecode.local.services;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.sqs.SqsClientBuilder;

import java.net.URI;
import java.util.Optional;

/** Points the clients of S3 and SQS at the objects and queues inside the process, where there are any. */
@Singleton
final class EmbeddedClients implements BeanCreatedEventListener<AwsClientBuilder<?, ?>> {
    private final EmbeddedCloud cloud;

    EmbeddedClients(EmbeddedCloud cloud) {
        this.cloud = cloud;
    }

    @Override
    public AwsClientBuilder<?, ?> onCreated(BeanCreatedEvent<AwsClientBuilder<?, ?>> event) {
        AwsClientBuilder<?, ?> builder = event.getBean();
        endpoint(builder)
                .ifPresent(endpoint -> builder.endpointOverride(endpoint).credentialsProvider(cloud.credentials()));
        return builder;
    }

    private Optional<URI> endpoint(AwsClientBuilder<?, ?> builder) {
        return switch (builder) {
            case S3ClientBuilder _ -> cloud.objects();
            case SqsClientBuilder _ -> cloud.queues();
            default -> Optional.empty();
        };
    }
}
