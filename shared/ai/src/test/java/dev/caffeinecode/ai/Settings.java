package dev.caffeinecode.ai;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Duration;

/** Model settings of tests. */
final class Settings {
    private static final URI NOWHERE = URI.create("http://127.0.0.1:1");

    private Settings() {}

    static ModelSettings of(Provider provider) {
        return with(provider, Duration.ofSeconds(20), null, NOWHERE);
    }

    static ModelSettings with(Provider provider, Duration timeout, @Nullable String anthropicKey, URI anthropicUrl) {
        return new ModelSettings(
                provider.label(),
                "eu.anthropic.claude-sonnet-5-5",
                "claude-sonnet-5-5",
                anthropicKey,
                anthropicUrl,
                "qwen3-coder",
                NOWHERE,
                32_768,
                timeout,
                48_000,
                8_000);
    }
}
