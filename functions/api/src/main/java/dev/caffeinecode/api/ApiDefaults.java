package dev.caffeinecode.api;

import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.ApplicationContextConfigurer;
import io.micronaut.context.annotation.ContextConfigurer;
import io.micronaut.context.env.PropertySource;

import java.util.Map;

/**
 * Who may call: bearers of a token of the local issuer, signed with the secret of the installation
 * ({@code CAFFEINE_TOKENS_SECRET}). Environment variables override each line.
 */
@ContextConfigurer
public final class ApiDefaults implements ApplicationContextConfigurer {
    /** {@code iss} of the tokens that an installation issues itself. */
    public static final String LOCAL_ISSUER = "caffeinecode-local";

    /** {@code aud} of every token for this API. */
    public static final String AUDIENCE = "caffeinecode-api";

    /** Below application.properties and environment variables. */
    private static final int LOWEST = -1_000;

    private static final String JWT = "micronaut.security.token.jwt.";

    @Override
    public void configure(ApplicationContextBuilder builder) {
        builder.propertySources(PropertySource.of(
                "api-defaults",
                Map.of(
                        "micronaut.security.authentication",
                        "bearer",
                        "micronaut.security.reject-not-found",
                        false,
                        JWT + "signatures.secret.validation.secret",
                        "${caffeine.tokens.secret}",
                        JWT + "signatures.secret.validation.jws-algorithm",
                        "HS256",
                        JWT + "claims-validators.issuer",
                        LOCAL_ISSUER,
                        JWT + "claims-validators.audience",
                        AUDIENCE,
                        JWT + "claims-validators.not-before",
                        true,
                        "micronaut.security.token.jwt.signatures.jwks-client.http-client.enabled",
                        false,
                        "micronaut.server.context-path",
                        "/"),
                LOWEST));
    }
}
