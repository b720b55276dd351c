package dev.caffeinecode.platform.database;

import io.micronaut.context.annotation.ConfigurationProperties;
import jakarta.validation.constraints.NotBlank;

/**
 * Where the database is. {@code CAFFEINE_DATABASE_URL} sets it.
 *
 * @param url as {@link DatabaseUrl} reads it
 */
@ConfigurationProperties("caffeine.database")
public record DatabaseSettings(@NotBlank String url) {
    /** Without the password. */
    @Override
    public String toString() {
        return "DatabaseSettings[url=" + DatabaseUrl.parse(url).jdbcUrl() + "]";
    }
}
