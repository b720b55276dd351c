package dev.caffeinecode.platform.step;

import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;
import dev.caffeinecode.testing.TestEnvironment;
import io.micronaut.context.ApplicationContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ClaimIT {
    private static final Duration CALL = Duration.ofMinutes(6);
    private static final TestEnvironment ENVIRONMENT = TestEnvironment.create();
    private static final ApplicationContext CONTEXT = ApplicationContext.run(ENVIRONMENT.properties());

    private Instant now = Instant.parse("2026-11-21T12:00:00Z");

    @AfterAll
    static void close() {
        CONTEXT.close();
        ENVIRONMENT.close();
    }

    private Claim claim(@Nullable Duration timeLimit) {
        InstantSource source = () -> now;
        Clock clock = source.withZone(ZoneOffset.UTC);
        StepRow step = new StepRow(UUID.randomUUID(), "page", "generate", true, 1, 1, now);
        return new Claim(CONTEXT.getBean(StepStore.class), step, clock, timeLimit);
    }

    @Test
    void workThatWouldNotBeDoneInTimeIsLeftToTheNextWorker() {
        Claim claim = claim(Duration.ofMinutes(15));

        now = now.plus(Duration.ofMinutes(9));
        assertThatCode(() -> claim.requireTime(CALL)).doesNotThrowAnyException();
        now = now.plus(Duration.ofSeconds(1));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> claim.requireTime(CALL))
                .extracting(ProblemException::code)
                .isEqualTo(ErrorCode.WORKER_OUT_OF_TIME);
    }

    @Test
    void firstWorkOfAClaimIsDoneInAnyCase() {
        Claim claim = claim(Duration.ofMinutes(1));

        assertThatCode(() -> claim.requireTime(CALL)).doesNotThrowAnyException();
    }

    @Test
    void nothingEndsAWorkerWithoutALimit() {
        Claim claim = claim(null);
        now = now.plus(Duration.ofDays(1));

        assertThatCode(() -> claim.requireTime(CALL)).doesNotThrowAnyException();
    }
}
