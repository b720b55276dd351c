package dev.caffeinecode.repository.git;

import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DeadlineTest {
    private final CountDownLatch rung = new CountDownLatch(1);

    @Test
    void thereIsTimeBefore() {
        Deadline deadline = Deadline.in(Duration.ofHours(1), () -> true);

        assertThatCode(deadline::require).doesNotThrowAnyException();
        assertThat(deadline.left()).isPositive();
    }

    @Test
    void thereIsNoneAfter() {
        Deadline deadline = Deadline.in(Duration.ZERO, () -> true);

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(deadline::require)
                .extracting(ProblemException::code)
                .isEqualTo(ErrorCode.CLONE_TIMEOUT);
    }

    @Test
    void pauseEndsWithTheDeadline() {
        Deadline deadline = Deadline.in(Duration.ofMillis(20), () -> true);

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> deadline.pause(Duration.ofDays(1)))
                .extracting(ProblemException::code)
                .isEqualTo(ErrorCode.CLONE_TIMEOUT);
    }

    @Test
    void alarmRingsWhenTimeIsUp() throws InterruptedException {
        try (Deadline.Alarm _ = Deadline.in(Duration.ofMillis(1), () -> true).whenPassed(rung::countDown)) {
            assertThat(rung.await(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    @Test
    void alarmRingsWhenTheResultIsNotWantedAnyMore() throws InterruptedException {
        AtomicBoolean wanted = new AtomicBoolean(true);
        try (Deadline.Alarm _ = Deadline.in(Duration.ofHours(1), wanted::get).whenPassed(rung::countDown)) {
            wanted.set(false);

            assertThat(rung.await(1, TimeUnit.MINUTES)).isTrue();
        }
    }
}
