package dev.caffeinecode.platform.scratch;

import io.micronaut.context.annotation.ConfigurationProperties;
import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Where temporary files go. {@code CAFFEINE_SCRATCH_DIRECTORY} sets it.
 *
 * @param directory null for one below the JVM's temporary directory, which is {@code /tmp} in Lambda
 */
@ConfigurationProperties("caffeine.scratch")
public record ScratchSettings(@Nullable Path directory) {
    Path root() {
        return directory != null
                ? directory
                : Path.of(Objects.requireNonNullElse(System.getProperty("java.io.tmpdir"), "/tmp"), "caffeinecode");
    }
}
