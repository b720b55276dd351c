package dev.caffeinecode.platform.queue;

import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;
import dev.caffeinecode.testing.TestEnvironment;
import io.micronaut.context.ApplicationContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class DeliveryProcessorIT {
    private static final TestEnvironment ENVIRONMENT = TestEnvironment.create();
    private static final ApplicationContext CONTEXT = ApplicationContext.run(ENVIRONMENT.properties());

    private final DeliveryProcessor processor = CONTEXT.getBean(DeliveryProcessor.class);
    private final List<Message> taken = new ArrayList<>();

    @AfterAll
    static void close() {
        CONTEXT.close();
        ENVIRONMENT.close();
    }

    private static Delivery delivery(String id, String body) {
        return new Delivery(id, "handle-" + id, body, 1);
    }

    private static String body(String type) {
        return "{\"version\":1,\"type\":\"" + type + "\",\"id\":\"" + UUID.randomUUID() + "\"}";
    }

    @Test
    void oneThatFailsIsDeliveredAgainAlone() {
        List<Delivery> batch = Stream.of("1", "2", "3")
                .map(id -> delivery(id, body("step-" + id)))
                .toList();

        List<String> failed = processor.process("clone", batch, message -> {
            if (message.type().equals("step-2")) {
                throw new IllegalStateException("by the test");
            }
            taken.add(message);
        });

        assertThat(failed).containsExactly("2");
        assertThat(taken).extracting(Message::type).containsExactly("step-1", "step-3");
    }

    static Stream<String> unreadable() {
        return Stream.of(
                "not JSON",
                "null",
                "[]",
                "42",
                "{}",
                "{\"version\":1,\"type\":\"clone\"}",
                "{\"version\":1,\"type\":\"clone\",\"id\":\"x\"}",
                "{\"version\":2,\"type\":\"clone\",\"id\":\"00000000-0000-0000-0000-000000000000\"}",
                "{\"version\":1,\"type\":\"clone\",\"id\":\"00000000-0000-0000-0000-000000000000\",\"x\":\""
                        + "y".repeat(300_000) + "\"}");
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void whatNoRetryCanMendIsParkedAtOnce(String body) {
        List<String> failed = processor.process("clone", List.of(delivery("1", body)), taken::add);

        assertThat(failed).isEmpty();
        assertThat(taken).isEmpty();
        assertThat(ENVIRONMENT.drainDeadLetters("clone")).hasSize(1);
    }

    @Test
    void unknownTypeIsParkedAtOnce() {
        List<String> failed = processor.process("clone", List.of(delivery("1", body("dance"))), message -> {
            throw DeliveryProcessor.unknownType(message);
        });

        assertThat(failed).isEmpty();
        assertThat(ENVIRONMENT.drainDeadLetters("clone")).hasSize(1);
    }

    @Test
    void problemOfTheCallerIsDone() {
        assertThat(processed(ErrorCode.REPOSITORY_TOO_LARGE)).isEmpty();
        assertThat(processed(ErrorCode.CLAIM_LOST)).isEmpty();
    }

    @Test
    void problemThatMayPassIsDeliveredAgain() {
        assertThat(processed(ErrorCode.MODEL_THROTTLED)).containsExactly("1");
        assertThat(processed(ErrorCode.INTERNAL)).containsExactly("1");
    }

    private List<String> processed(ErrorCode code) {
        return processor.process("clone", List.of(delivery("1", body("clone"))), _ -> {
            throw new ProblemException(code, "by the test");
        });
    }
}
