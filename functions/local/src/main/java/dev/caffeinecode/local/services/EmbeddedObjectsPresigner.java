package dev.caffeinecode.local.services;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Lets presigned addresses lead to the objects inside the process. */
@Singleton
final class EmbeddedObjectsPresigner implements BeanCreatedEventListener<S3Presigner.Builder> {
    private final EmbeddedCloud cloud;

    EmbeddedObjectsPresigner(EmbeddedCloud cloud) {
        this.cloud = cloud;
    }

    @Override
    public S3Presigner.Builder onCreated(BeanCreatedEvent<S3Presigner.Builder> event) {
        S3Presigner.Builder builder = event.getBean();
        cloud.objects()
                .ifPresent(endpoint -> builder.endpointOverride(endpoint).credentialsProvider(cloud.credentials()));
        return builder;
    }
}
