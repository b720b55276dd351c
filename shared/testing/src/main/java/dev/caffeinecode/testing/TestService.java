package dev.caffeinecode.testing;

import java.net.URI;

/**
 * What a client of the AWS SDK needs to reach a stand-in.
 *
 * @param endpoint for {@code endpointOverride}
 */
public record TestService(URI endpoint, String region, String accessKeyId, String secretAccessKey) {}
