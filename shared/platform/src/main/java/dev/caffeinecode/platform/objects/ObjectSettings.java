package dev.caffeinecode.platform.objects;

import io.micronaut.context.annotation.ConfigurationProperties;
import jakarta.validation.constraints.NotBlank;

/**
 * Where files are kept. {@code CAFFEINE_OBJECTS_BUCKET} sets it.
 *
 * @param bucket name of an existing S3 bucket
 */
@ConfigurationProperties("caffeine.objects")
public record ObjectSettings(@NotBlank String bucket) {}
