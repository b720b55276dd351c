package dev.caffeinecode.repository.git;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Positive;

import java.time.Duration;

/**
 * What one clone may cost. Keys are {@code caffeine.clone.*}; {@code CAFFEINE_CLONE_MAX_PACK_BYTES} and friends set
 * them.
 *
 * @param maxPackBytes received from the git server, at most what the disk holds; Lambda's {@code /tmp} is 10 GiB at most
 * @param maxObjectBytes of any object in the pack; a delta chain needs a few times as much memory
 * @param maxTotalBytes of all objects in the pack once they are inflated, and of all files of the tree, each as often as it
 *     appears; a few bytes of deltas can stand for any number
 * @param maxFiles entries of the tree, folders included
 * @param maxDepth of nested folders
 * @param maxTextBytes of a file whose content is kept; larger files are listed without it
 * @param timeout of one clone, connecting and writing the archive included
 */
@ConfigurationProperties("caffeine.clone")
public record CloneLimits(
        @Positive @Bindable(defaultValue = "2147483648") long maxPackBytes,
        @Positive @Bindable(defaultValue = "104857600") long maxObjectBytes,
        @Positive @Bindable(defaultValue = "8589934592") long maxTotalBytes,
        @Positive @Bindable(defaultValue = "200000") int maxFiles,
        @Positive @Bindable(defaultValue = "256") int maxDepth,
        @Positive @Bindable(defaultValue = "10485760") int maxTextBytes,
        @Bindable(defaultValue = "5m") Duration timeout) {}
