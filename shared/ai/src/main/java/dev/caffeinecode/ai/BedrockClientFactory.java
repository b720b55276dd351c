package dev.caffeinecode.ai;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;

import java.time.Duration;

/**
 * The client of Bedrock Runtime; credentials, region and endpoint by the SDK's own rules. Its own retries bridge a short
 * stumble; longer ones are the queue's.
 */
@Factory
@Requires(classes = BedrockRuntimeClient.class)
final class BedrockClientFactory {
    private static final Duration CONNECT = Duration.ofSeconds(5);

    /** First call included. */
    private static final int ATTEMPTS = 2;

    @Bean(preDestroy = "close")
    @Singleton
    BedrockRuntimeClient bedrock(ModelSettings settings) {
        Duration timeout = settings.timeout();
        return BedrockRuntimeClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(timeout))
                .overrideConfiguration(override -> override.addExecutionInterceptor(new StopReasons())
                        .apiCallAttemptTimeout(timeout)
                        .apiCallTimeout(timeout.multipliedBy(ATTEMPTS))
                        .retryStrategy(retries -> retries.maxAttempts(ATTEMPTS)))
                .build();
    }
}
