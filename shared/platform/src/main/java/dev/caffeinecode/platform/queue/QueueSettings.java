package dev.caffeinecode.platform.queue;

import io.micronaut.context.annotation.EachProperty;
import io.micronaut.context.annotation.Parameter;
import jakarta.validation.constraints.NotNull;

import java.net.URI;

/**
 * One queue that this function sends to or takes from. {@code CAFFEINE_QUEUES_CLONE_URL} and
 * {@code CAFFEINE_QUEUES_CLONE_DEAD_LETTER_URL} set those of {@code clone}.
 *
 * @param name {@code clone}, {@code index} or {@code generate}
 * @param deadLetterUrl where messages that nobody can ever take are put
 */
@EachProperty("caffeine.queues")
public record QueueSettings(
        @Parameter String name, @NotNull URI url, @NotNull URI deadLetterUrl) {}
