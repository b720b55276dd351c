package dev.caffeinecode.ai;

import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.exceptions.BeanCreationException;
import jakarta.inject.Singleton;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;

import java.time.Duration;
import java.util.concurrent.CompletionException;

/**
 * The client of Bedrock Runtime; credentials, region and endpoint by the SDK's own rules. It does not retry: each call is
 * paid for and booked by its own.
 */
@Factory
@Requires(classes = BedrockRuntimeClient.class)
final class BedrockClientFactory {
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private static final int ATTEMPTS = 1;

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
                        .apiCallTimeout(timeout)
                        .retryStrategy(retries -> retries.maxAttempts(ATTEMPTS)))
                .build();
    }

    /**
     * The client, made only now, so that a process without an AWS account works until somebody asks for Bedrock.
     *
     * @throws ProblemException {@link ErrorCode#MODEL_NOT_CONFIGURED} when there is no region or there are no credentials
     */
    static BedrockRuntimeClient checked(BeanProvider<BedrockRuntimeClient> bedrock) {
        try {
            BedrockRuntimeClient client = bedrock.get();
            client.serviceClientConfiguration()
                    .credentialsProvider()
                    .resolveIdentity()
                    .join();
            return client;
        } catch (BeanCreationException | SdkException | CompletionException e) {
            throw new ProblemException(
                    ErrorCode.MODEL_NOT_CONFIGURED,
                    "Bedrock needs an AWS region and credentials: set AWS_REGION, and AWS_PROFILE or AWS_ACCESS_KEY_ID and"
                            + " AWS_SECRET_ACCESS_KEY, or choose another provider",
                    e);
        }
    }
}
