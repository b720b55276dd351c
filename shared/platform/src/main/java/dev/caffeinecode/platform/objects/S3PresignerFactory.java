package dev.caffeinecode.platform.objects;

import io.micronaut.aws.sdk.v2.service.s3.S3ConfigurationProperties;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.regions.providers.AwsRegionProviderChain;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** The presigner, which micronaut-aws-sdk-v2 does not make; set up as its S3 client is. */
@Factory
final class S3PresignerFactory {
    @Singleton
    S3Presigner.Builder builder(
            AwsCredentialsProviderChain credentials, AwsRegionProviderChain region, S3ConfigurationProperties s3) {
        return S3Presigner.builder()
                .credentialsProvider(credentials)
                .region(region.getRegion())
                .serviceConfiguration(s3.getBuilder().build());
    }

    @Bean(preDestroy = "close")
    @Singleton
    S3Presigner presigner(S3Presigner.Builder builder) {
        return builder.build();
    }
}
