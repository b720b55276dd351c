package dev.caffeinecode.local;

import dev.caffeinecode.testing.TestService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assumptions.assumeThat;

/** Runs where Docker answers. */
class LocalStackWiringIT extends WiringContract {
    /** The last release that asks for no account. */
    private static final String IMAGE = "localstack/localstack:4.14.0";

    private static @Nullable LocalStackContainer localStack;

    /** Before each test, so that each is reported as skipped, with the reason. */
    @BeforeEach
    void start() {
        assumeThat(DockerClientFactory.instance().isDockerAvailable())
                .as("Docker does not answer, so nothing is tried with LocalStack")
                .isTrue();
        if (localStack == null) {
            localStack = new LocalStackContainer(IMAGE).withServices("s3", "sqs");
            localStack.start();
        }
    }

    @AfterAll
    static void stop() {
        if (localStack != null) {
            localStack.stop();
        }
    }

    @Override
    TestService queues() {
        return objects();
    }

    @Override
    TestService objects() {
        LocalStackContainer container = requireNonNull(localStack);
        return new TestService(
                container.getEndpoint(), container.getRegion(), container.getAccessKey(), container.getSecretKey());
    }
}
