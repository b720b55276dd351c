package dev.caffeinecode.local.services;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Points the S3 client at the objects inside the process. */
@Singleton
final class EmbeddedObjectsClient implements BeanCreatedEventListener<S3ClientBuilder> {
    private final EmbeddedCloud cloud;

    EmbeddedObjectsClient(EmbeddedCloud cloud) {
        this.cloud = cloud;
    }

    @Override
    public S3ClientBuilder onCreated(BeanCreatedEvent<S3ClientBuilder> event) {
        S3ClientBuilder builder = event.getBean();
        cloud.objects()
                .ifPresent(endpoint -> builder.endpointOverride(endpoint).credentialsProvider(cloud.credentials()));
        return builder;
    }
}
