package dev.caffeinecode.docs.run;

import dev.caffeinecode.ai.ModelId;
import dev.caffeinecode.ai.Provider;
import dev.caffeinecode.docs.DocsDatabase;
import dev.caffeinecode.identity.AccountId;
import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.Failure;
import dev.caffeinecode.platform.problem.ProblemException;
import dev.caffeinecode.platform.queue.Outbox;
import dev.caffeinecode.repository.RepositoryId;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RunsIT {
    private static final DocsDatabase DATABASE = new DocsDatabase(Map.of());
    private static final Runs.Request DEFAULTS = Runs.Request.DEFAULT;

    private final Runs runs = DATABASE.bean(Runs.class);
    private final RunProgress progress = DATABASE.bean(RunProgress.class);
    private final Outbox outbox = DATABASE.bean(Outbox.class);
    private final AccountId owner = DATABASE.account();
    private final AccountId stranger = DATABASE.account();
    private final RepositoryId repository = DATABASE.repository(owner, "indexed");

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void emptyTheQueue() {
        DATABASE.environment().drain(Runs.GENERATE_QUEUE);
    }

    private static void refused(ErrorCode code, ThrowingCallable call) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(call)
                .extracting(ProblemException::code)
                .isEqualTo(code);
    }

    private void move(Run run, RunState state) {
        outbox.commit(_ -> {
            progress.move(run.id(), state);
            return state;
        });
    }

    private static List<String> steps(Run run) {
        return DATABASE.environment().query("SELECT type FROM step WHERE id = '" + run.id() + "'");
    }

    @Test
    void newRunIsQueuedWithItsPlanStep() {
        Run run = runs.create(owner, repository, DEFAULTS);

        assertThat(run.state()).isEqualTo(RunState.QUEUED);
        assertThat(run.template()).isEqualTo("technical-wiki");
        assertThat(run.templateVersion()).isEqualTo(1);
        assertThat(run.model()).isEqualTo(ModelId.OUTLINE);
        assertThat(run.finishedAt()).isNull();
        assertThat(steps(run)).containsExactly(Runs.PLAN);
        assertThat(DATABASE.environment().drain(Runs.GENERATE_QUEUE))
                .singleElement()
                .asString()
                .contains(run.id().toString(), "\"plan\"");
        assertThat(runs.get(owner, run.id())).isEqualTo(run);
    }

    @Test
    void sameRunAskedForTwiceIsOne() {
        Run first = runs.create(owner, repository, DEFAULTS);
        Run second = runs.create(owner, repository, new Runs.Request("technical-wiki", "outline", null, null));

        assertThat(second).isEqualTo(first);
        assertThat(DATABASE.environment().drain(Runs.GENERATE_QUEUE)).hasSize(1);
    }

    @Test
    void sameRunAskedForByManyAtOnceIsOne() throws Exception {
        List<Callable<RunId>> requests = IntStream.range(0, 12)
                .<Callable<RunId>>mapToObj(
                        _ -> () -> runs.create(owner, repository, DEFAULTS).id())
                .toList();

        List<RunId> answers = new ArrayList<>();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<RunId> answer : executor.invokeAll(requests)) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).hasSize(12).containsOnly(answers.getFirst());
        assertThat(DATABASE.environment().drain(Runs.GENERATE_QUEUE)).hasSize(1);
    }

    @Test
    void otherTemplateOrModelIsAnotherRun() {
        Run outline = runs.create(owner, repository, DEFAULTS);
        Run guide = runs.create(owner, repository, new Runs.Request("onboarding-guide", null, null, null));
        Run model =
                runs.create(owner, repository, new Runs.Request(null, "bedrock", "eu.anthropic.claude-opus-5-5", null));

        assertThat(List.of(outline.id(), guide.id(), model.id())).doesNotHaveDuplicates();
        assertThat(model.model()).isEqualTo(new ModelId(Provider.BEDROCK, "eu.anthropic.claude-opus-5-5"));
    }

    @Test
    void endedRunCanBeAskedForAgain() {
        Run first = runs.create(owner, repository, DEFAULTS);
        runs.cancel(owner, first.id());

        assertThat(runs.create(owner, repository, DEFAULTS).id()).isNotEqualTo(first.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"stored", "indexing", "failed"})
    void snapshotThatIsNotIndexedIsRefused(String state) {
        RepositoryId unready = DATABASE.repository(owner, state);

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> runs.create(owner, unready, DEFAULTS))
                .withMessageContaining("its snapshot is " + state)
                .extracting(ProblemException::code)
                .isEqualTo(ErrorCode.SNAPSHOT_NOT_READY);
    }

    @Test
    void badRequestsAreRefusedBeforeAnythingIsWritten() {
        refused(
                ErrorCode.NO_SUCH_PROMPT_TEMPLATE,
                () -> runs.create(owner, repository, new Runs.Request("nope", null, null, null)));
        refused(
                ErrorCode.INVALID_REQUEST,
                () -> runs.create(owner, repository, new Runs.Request(null, "nope", null, null)));
        refused(
                ErrorCode.INVALID_REQUEST,
                () -> runs.create(owner, repository, new Runs.Request(null, null, null, 0L)));
        refused(
                ErrorCode.INVALID_REQUEST,
                () -> runs.create(owner, repository, new Runs.Request(null, "bedrock", "a.model-without-a-price", 1L)));
        refused(
                ErrorCode.INVALID_REQUEST,
                () -> runs.create(owner, repository, new Runs.Request(null, "bedrock", "a b", null)));

        assertThat(runs.list(owner, null, null, 100)).isEmpty();
    }

    @Test
    void runsOfOthersDoNotExist() {
        Run run = runs.create(owner, repository, DEFAULTS);

        refused(ErrorCode.NO_SUCH_RUN, () -> runs.get(stranger, run.id()));
        refused(ErrorCode.NO_SUCH_RUN, () -> runs.cancel(stranger, run.id()));
        refused(ErrorCode.NO_SUCH_REPOSITORY, () -> runs.create(stranger, repository, DEFAULTS));
        assertThat(runs.list(stranger, null, null, 100)).isEmpty();
        assertThat(runs.list(stranger, repository, null, 100)).isEmpty();
        assertThat(runs.get(owner, run.id()).state()).isEqualTo(RunState.QUEUED);
    }

    @Test
    void listGoesFromNewestToOldestPageByPage() {
        RepositoryId other = DATABASE.repository(owner, "indexed");
        Run a = runs.create(owner, repository, DEFAULTS);
        Run b = runs.create(owner, other, DEFAULTS);
        Run c = runs.create(owner, repository, new Runs.Request("onboarding-guide", null, null, null));
        DATABASE.environment()
                .execute("UPDATE run SET created_at = '2026-01-01' WHERE id IN ('" + a.id() + "', '" + b.id() + "')");

        List<Run> first = runs.list(owner, null, null, 2);
        List<Run> rest = runs.list(owner, null, first.getLast(), 2);

        assertThat(first).extracting(Run::id).startsWith(c.id()).hasSize(2);
        assertThat(rest).hasSize(1).doesNotContainAnyElementsOf(first);
        assertThat(runs.list(owner, null, rest.getFirst(), 2)).isEmpty();
        assertThat(runs.list(owner, repository, null, 100)).extracting(Run::id).containsExactly(c.id(), a.id());
    }

    @Test
    void runGoesFromStateToStateAndEnds() {
        Run run = runs.create(owner, repository, DEFAULTS);

        for (RunState state : List.of(
                RunState.PLANNING, RunState.PLANNING, RunState.WRITING, RunState.ASSEMBLING, RunState.COMPLETED)) {
            move(run, state);
        }

        Run completed = runs.get(owner, run.id());
        assertThat(completed.state()).isEqualTo(RunState.COMPLETED);
        assertThat(completed.finishedAt()).isNotNull();
    }

    @ParameterizedTest
    @EnumSource(
            value = RunState.class,
            names = {"QUEUED", "PLANNING"},
            mode = Mode.EXCLUDE)
    void stateThatDoesNotFollowIsRefused(RunState state) {
        Run run = runs.create(owner, repository, DEFAULTS);
        if (!RunState.QUEUED.next().contains(state)) {
            refused(ErrorCode.CLAIM_LOST, () -> move(run, state));
            assertThat(runs.get(owner, run.id())).isEqualTo(run);
        }
        runs.cancel(owner, run.id());

        refused(ErrorCode.CLAIM_LOST, () -> move(run, state));
    }

    @Test
    void cancelEndsTheRunAndItsSteps() {
        Run run = runs.create(owner, repository, DEFAULTS);

        Run cancelled = runs.cancel(owner, run.id());

        assertThat(cancelled.state()).isEqualTo(RunState.CANCELLED);
        assertThat(cancelled.finishedAt()).isNotNull();
        assertThat(steps(run)).isEmpty();
        assertThat(runs.cancel(owner, run.id())).isEqualTo(cancelled);
    }

    @Test
    void endedRunCannotBeCancelled() {
        Run run = runs.create(owner, repository, DEFAULTS);
        outbox.commit(_ -> {
            progress.fail(run.id(), new ProblemException(ErrorCode.MODEL_ACCESS_DENIED, "check the credentials"));
            return run;
        });

        refused(ErrorCode.RUN_FINISHED, () -> runs.cancel(owner, run.id()));

        Run failed = runs.get(owner, run.id());
        assertThat(failed.state()).isEqualTo(RunState.FAILED);
        assertThat(failed.failure()).isEqualTo(new Failure(ErrorCode.MODEL_ACCESS_DENIED, "check the credentials"));
        assertThat(failed.finishedAt()).isNotNull();
        assertThat(steps(run)).isEmpty();
    }

    @Test
    void failureThatIsNotTheCallersSaysNothingOfUs() {
        Run run = runs.create(owner, repository, DEFAULTS);
        outbox.commit(_ -> {
            progress.fail(run.id(), new ProblemException(ErrorCode.INTERNAL, "bucket x is gone"));
            return run;
        });

        assertThat(runs.get(owner, run.id()).failure())
                .isEqualTo(new Failure(ErrorCode.INTERNAL, ErrorCode.INTERNAL.title()));
    }

    @Test
    void failureAfterTheEndChangesNothing() {
        Run run = runs.create(owner, repository, DEFAULTS);
        Run cancelled = runs.cancel(owner, run.id());
        outbox.commit(_ -> {
            progress.fail(run.id(), new ProblemException(ErrorCode.INTERNAL, "late"));
            return run;
        });

        assertThat(runs.get(owner, run.id())).isEqualTo(cancelled);
    }

    @Test
    void runOfADeletedRepositoryIsGone() {
        Run run = runs.create(owner, repository, DEFAULTS);
        DATABASE.environment().execute("DELETE FROM repository WHERE id = '" + repository + "'");

        refused(ErrorCode.NO_SUCH_RUN, () -> runs.get(owner, run.id()));
        refused(ErrorCode.CLAIM_LOST, () -> progress.get(run.id()));
    }
}
