package dev.caffeinecode.platform.queue;

import dev.caffeinecode.testing.TestEnvironment;
import io.micronaut.context.ApplicationContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class OutboxIT {
    private static final TestEnvironment ENVIRONMENT = TestEnvironment.create();
    private static final ApplicationContext CONTEXT = ApplicationContext.run(ENVIRONMENT.properties());

    private final Outbox outbox = CONTEXT.getBean(Outbox.class);
    private final UUID id = UUID.randomUUID();

    @AfterAll
    static void close() {
        CONTEXT.close();
        ENVIRONMENT.close();
    }

    @BeforeEach
    void empty() {
        ENVIRONMENT.drain("clone");
        ENVIRONMENT.execute("DELETE FROM outbox");
    }

    @Test
    void messageLeavesAfterTheCommit() {
        outbox.commit(outgoing -> {
            outgoing.send("clone", Message.of("clone", id));
            assertThat(ENVIRONMENT.drain("clone")).isEmpty();
            return id;
        });

        assertThat(ENVIRONMENT.drain("clone"))
                .containsExactly("{\"version\":1,\"type\":\"clone\",\"id\":\"" + id + "\"}");
        assertThat(ENVIRONMENT.query("SELECT id FROM outbox")).isEmpty();
    }

    @Test
    void changeThatFailsSendsNothing() {
        assertThatIllegalStateException()
                .isThrownBy(() -> outbox.commit(outgoing -> {
                    outgoing.send("clone", Message.of("clone", id));
                    throw new IllegalStateException("changed my mind");
                }));

        assertThat(ENVIRONMENT.drain("clone")).isEmpty();
        assertThat(ENVIRONMENT.query("SELECT id FROM outbox")).isEmpty();
    }

    @Test
    void manyMessagesLeaveInBatches() {
        outbox.commit(outgoing -> {
            IntStream.range(0, 25).forEach(_ -> outgoing.send("clone", Message.of("clone", UUID.randomUUID())));
            return id;
        });

        assertThat(ENVIRONMENT.drain("clone")).hasSize(25);
    }

    @Test
    void delayedMessageWaits() {
        outbox.commit(outgoing -> {
            outgoing.send("clone", Message.of("purge", id), Duration.ofMinutes(15));
            return id;
        });

        assertThat(ENVIRONMENT.drain("clone")).isEmpty();
        assertThat(ENVIRONMENT.query("SELECT id FROM outbox")).isEmpty();
    }

    @Test
    void sweepSendsWhatACrashLeftAndOnlyThat() {
        ENVIRONMENT.execute(
                "INSERT INTO outbox VALUES (gen_random_uuid(), 'clone', 'left', 0, now() - interval '1 hour')");
        ENVIRONMENT.execute("INSERT INTO outbox VALUES (gen_random_uuid(), 'clone', 'fresh', 0, now())");

        assertThat(outbox.sweep(Duration.ofMinutes(1))).isEqualTo(1);

        assertThat(ENVIRONMENT.drain("clone")).containsExactly("left");
        assertThat(ENVIRONMENT.query("SELECT body FROM outbox")).containsExactly("fresh");
    }

    @Nested
    class WhenTheQueueDoesNotAnswer {
        @Test
        void changeStandsAndTheMessageWaitsForTheSweep() {
            Map<String, Object> properties = ENVIRONMENT.properties();
            properties.put("caffeine.queues.clone.url", "http://127.0.0.1:9/queue/none");
            try (ApplicationContext broken = ApplicationContext.run(properties)) {
                String result = broken.getBean(Outbox.class).commit(outgoing -> {
                    outgoing.send("clone", Message.of("clone", id));
                    return "changed";
                });

                assertThat(result).isEqualTo("changed");
            }
            assertThat(outbox.sweep(Duration.ZERO)).isEqualTo(1);
            assertThat(ENVIRONMENT.drain("clone")).hasSize(1);
        }
    }
}
