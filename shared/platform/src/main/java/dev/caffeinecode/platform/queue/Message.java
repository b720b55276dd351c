package dev.caffeinecode.platform.queue;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * One step to take: its kind and the row it is about. All else is read from the database when the step is taken, so a
 * message that was delayed, repeated or reordered says nothing stale.
 *
 * @param version of this layout; {@link #VERSION} is the only one known
 * @param type what to do, such as {@code page}; each function lists those it takes
 * @param id the row to do it with
 */
@Serdeable
public record Message(int version, String type, UUID id) {
    public static final int VERSION = 1;

    /** @throws IllegalArgumentException when a part is missing, as it may be in what a queue delivers */
    public Message {
        requirePresent(type);
        requirePresent(id);
    }

    private static void requirePresent(@Nullable Object part) {
        if (part == null) {
            throw new IllegalArgumentException("a message has a type and an id");
        }
    }

    public static Message of(String type, UUID id) {
        return new Message(VERSION, type, id);
    }
}
