package dev.caffeinecode.platform.step;

import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;
import dev.caffeinecode.platform.queue.Message;
import dev.caffeinecode.platform.queue.Outbox;
import dev.caffeinecode.testing.Patience;
import dev.caffeinecode.testing.TestEnvironment;
import io.micronaut.context.ApplicationContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class StepRunnerIT {
    private static final TestEnvironment ENVIRONMENT = TestEnvironment.create();
    private static final ApplicationContext CONTEXT = ApplicationContext.run(properties());

    private final Steps steps = CONTEXT.getBean(Steps.class);
    private final StepRunner runner = CONTEXT.getBean(StepRunner.class);
    private final Outbox outbox = CONTEXT.getBean(Outbox.class);
    private final Message message = Message.of("clone", UUID.randomUUID());
    private final List<String> log = new ArrayList<>();

    private static Map<String, Object> properties() {
        Map<String, Object> properties = ENVIRONMENT.properties();
        properties.put("caffeine.steps.lease", "600ms");
        properties.put("caffeine.steps.busy-wait", "1s");
        properties.put("caffeine.steps.max-attempts", 3);
        return properties;
    }

    @AfterAll
    static void close() {
        CONTEXT.close();
        ENVIRONMENT.close();
    }

    @BeforeEach
    void queueOneStep() {
        ENVIRONMENT.execute("DELETE FROM step");
        outbox.commit(outgoing -> {
            steps.add(outgoing, "clone", message.type(), message.id());
            return message;
        });
        ENVIRONMENT.drain("clone");
    }

    /** Writes down what is asked of it, and finishes unless told otherwise. */
    private StepRunner.Work work(Consumer<Claim> run) {
        return new StepRunner.Work() {
            @Override
            public void run(Claim claim) {
                log.add("run " + claim.attempt());
                run.accept(claim);
            }

            @Override
            public void giveUp(Claim claim, ProblemException why) {
                log.add("gave up: " + why.code());
                finish(claim);
            }
        };
    }

    private void finish(Claim claim) {
        outbox.commit(_ -> {
            claim.finish();
            return claim;
        });
    }

    private void abandonByTime() {
        ENVIRONMENT.execute("UPDATE step SET lease_until = now() - interval '1 second'");
    }

    @Test
    void sameMessageTwiceIsDoneOnce() {
        runner.run(message, work(this::finish));
        runner.run(message, work(this::finish));

        assertThat(log).containsExactly("run 1");
        assertThat(ENVIRONMENT.query("SELECT id FROM step")).isEmpty();
    }

    @Test
    void stepThatIsOpenIsNotAddedAgain() {
        addUnlessOpen();
        assertThat(ENVIRONMENT.drain("clone")).isEmpty();

        runner.run(message, work(this::finish));
        addUnlessOpen();

        assertThat(ENVIRONMENT.query("SELECT id FROM step"))
                .containsExactly(message.id().toString());
        assertThat(ENVIRONMENT.drain("clone")).hasSize(1);
    }

    private void addUnlessOpen() {
        outbox.commit(outgoing -> {
            steps.addUnlessOpen(outgoing, "clone", message.type(), message.id());
            return message;
        });
    }

    @Test
    void stepThatAnotherWorkerIsAtIsLeftAlone() {
        runner.run(message, work(claim -> {
            runner.run(message, work(this::finish));
            finish(claim);
        }));

        assertThat(log).containsExactly("run 1");
    }

    @Test
    void abandonedStepIsTakenOverAndTheFirstWorkerCannotFinish() {
        runner.run(message, work(first -> {
            abandonByTime();
            runner.run(message, work(this::finish));
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> finish(first))
                    .extracting(ProblemException::code)
                    .isEqualTo(ErrorCode.CLAIM_LOST);
            finished();
        }));

        assertThat(log).containsExactly("run 1", "run 2");
    }

    private static void finished() {
        assertThat(ENVIRONMENT.query("SELECT id FROM step")).isEmpty();
    }

    @Test
    void claimIsRenewedWhileTheWorkGoesOn() {
        runner.run(message, work(claim -> {
            sleepThroughLease();
            assertThat(ENVIRONMENT.query("SELECT id FROM step WHERE lease_until > now()"))
                    .hasSize(1);
            assertThat(claim.held()).isTrue();
            finish(claim);
        }));
    }

    @Test
    void cancelledWorkLearnsThatItsClaimIsLost() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> runner.run(message, work(claim -> {
                    steps.cancel(List.of(message.id()));
                    sleepThroughLease();
                    claim.requireHeld();
                })))
                .extracting(ProblemException::code)
                .isEqualTo(ErrorCode.CLAIM_LOST);

        assertThat(log).containsExactly("run 1");
    }

    private static void sleepThroughLease() {
        try {
            new CountDownLatch(1).await(900, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void failureByInputIsGivenUpAtOnce() {
        runner.run(message, work(_ -> {
            throw new ProblemException(ErrorCode.EMPTY_REPOSITORY, "by the test");
        }));

        assertThat(log).containsExactly("run 1", "gave up: EMPTY_REPOSITORY");
    }

    @Test
    void otherFailuresAreTriedAgainAsOftenAsAllowed() {
        for (int i = 0; i < 3; i++) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> runner.run(message, work(_ -> {
                        throw new IllegalStateException("by the test");
                    })));
        }

        assertThat(log).containsExactly("run 1", "run 2", "run 3", "gave up: INTERNAL");
        finished();
    }

    @Test
    void stepThatWaitsItsTurnIsNeverGivenUp() throws Exception {
        for (int i = 0; i < 5; i++) {
            runner.run(message, work(_ -> {
                throw new ProblemException(ErrorCode.MODEL_THROTTLED, "by the test");
            }));
        }
        List<String> brought = new ArrayList<>();
        Patience.await(() -> brought.addAll(ENVIRONMENT.drain("clone")), _ -> brought.size() == 5);

        runner.run(message, work(this::finish));

        assertThat(log).containsExactly("run 1", "run 1", "run 1", "run 1", "run 1", "run 1");
        finished();
    }

    @Test
    void stepThatAnotherWorkerHasTakenOverIsNotPutOff() {
        runner.run(message, work(_ -> {
            abandonByTime();
            runner.run(message, work(this::finish));
            throw new ProblemException(ErrorCode.MODEL_THROTTLED, "by the test");
        }));

        assertThat(ENVIRONMENT.drain("clone")).isEmpty();
        finished();
    }

    @Test
    void stackThatIsTooSmallIsAFailureLikeOthers() {
        assertThatExceptionOfType(StackOverflowError.class)
                .isThrownBy(() -> runner.run(message, work(_ -> {
                    throw new StackOverflowError("by the test");
                })));
        runner.run(message, work(this::finish));

        assertThat(log).containsExactly("run 1", "run 2");
    }

    @Test
    void stepOfWhatHasEndedMeanwhileIsDropped() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> runner.run(message, work(_ -> {
                    throw new ProblemException(ErrorCode.CLAIM_LOST, "run is deleted, by the test");
                })));

        finished();
    }

    @Test
    void stepThatKillsItsWorkersIsGivenUpWithoutTryingAgain() {
        for (int i = 0; i < 3; i++) {
            assertThat(steps.claim(message)).isPresent();
            abandonByTime();
        }

        runner.run(message, work(this::finish));

        assertThat(log).containsExactly("gave up: STEP_CRASHED");
    }

    @Test
    void sweepSendsTheMessageOfAStepThatNobodyIsAt() {
        assertThat(steps.sweep()).isZero();
        abandonByTime();

        assertThat(steps.sweep()).isEqualTo(1);
        assertThat(steps.sweep()).isZero();

        assertThat(ENVIRONMENT.drain("clone")).hasSize(1);
    }

    @Test
    void processThatIsAloneSendsEverythingAtOnce() {
        assertThat(steps.claim(message)).isPresent();

        steps.recoverAll();

        assertThat(ENVIRONMENT.drain("clone")).hasSize(1);
        runner.run(message, work(this::finish));
        assertThat(log).containsExactly("run 2");
    }
}
