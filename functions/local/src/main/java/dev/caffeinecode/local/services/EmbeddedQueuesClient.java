package dev.caffeinecode.local.services;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.sqs.SqsClientBuilder;

/** Points the SQS client at the queues inside the process. */
@Singleton
final class EmbeddedQueuesClient implements BeanCreatedEventListener<SqsClientBuilder> {
    private final EmbeddedCloud cloud;

    EmbeddedQueuesClient(EmbeddedCloud cloud) {
        this.cloud = cloud;
    }

    @Override
    public SqsClientBuilder onCreated(BeanCreatedEvent<SqsClientBuilder> event) {
        SqsClientBuilder builder = event.getBean();
        cloud.queues()
                .ifPresent(endpoint -> builder.endpointOverride(endpoint).credentialsProvider(cloud.credentials()));
        return builder;
    }
}
