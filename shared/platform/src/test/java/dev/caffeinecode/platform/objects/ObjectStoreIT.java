package dev.caffeinecode.platform.objects;

import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;
import dev.caffeinecode.testing.TestEnvironment;
import io.micronaut.context.ApplicationContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ObjectStoreIT {
    private static final TestEnvironment ENVIRONMENT = TestEnvironment.create();
    private static final ApplicationContext CONTEXT = ApplicationContext.run(ENVIRONMENT.properties());

    private final ObjectStore objects = CONTEXT.getBean(ObjectStore.class);

    @AfterAll
    static void close() {
        CONTEXT.close();
        ENVIRONMENT.close();
    }

    @Test
    void whatIsPutIsFound() {
        objects.put("a/text", bytes("hello"), "text/plain");

        assertThat(objects.get("a/text")).isEqualTo(bytes("hello"));
        assertThat(objects.exists("a/text")).isTrue();
    }

    @Test
    void puttingAgainReplaces() {
        objects.put("a/again", bytes("first"), "text/plain");
        objects.put("a/again", bytes("second"), "text/plain");

        assertThat(objects.get("a/again")).isEqualTo(bytes("second"));
    }

    @Test
    void fileIsSentAsItIs(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("f"), "0123456789");

        objects.put("a/file", file, "application/octet-stream");

        assertThat(objects.get("a/file", 3, 4)).isEqualTo(bytes("3456"));
    }

    @Test
    void missingObjectIsNoError() {
        assertThat(objects.find("a/nothing")).isEmpty();
        assertThat(objects.exists("a/nothing")).isFalse();
    }

    @Test
    void missingObjectThatMustBeThereIsABug() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> objects.get("a/nothing"))
                .extracting(ProblemException::code)
                .isEqualTo(ErrorCode.INTERNAL);
    }

    @Test
    void deletingAPrefixLeavesTheOthers() {
        for (int i = 0; i < 12; i++) {
            objects.put("gone/" + i, bytes("x"), "text/plain");
        }
        objects.put("gone-not/1", bytes("x"), "text/plain");

        objects.deletePrefix("gone/");
        objects.deletePrefix("gone/");

        assertThat(ENVIRONMENT.objectKeys())
                .noneMatch(key -> key.startsWith("gone/"))
                .contains("gone-not/1");
    }

    @Test
    void presignedAddressServesWithoutCredentials() throws IOException, InterruptedException {
        objects.put("a/shared", bytes("for all"), "text/plain");

        URI address = objects.presignGet("a/shared", Duration.ofMinutes(1), "shared.txt");

        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                            .body())
                    .isEqualTo("for all");
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
