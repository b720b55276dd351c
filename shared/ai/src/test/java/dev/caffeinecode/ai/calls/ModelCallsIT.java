package dev.caffeinecode.ai.calls;

import dev.caffeinecode.ai.Completion;
import dev.caffeinecode.ai.ModelId;
import dev.caffeinecode.ai.Prices;
import dev.caffeinecode.ai.Prompt;
import dev.caffeinecode.ai.Provider;
import dev.caffeinecode.ai.spend.Balance;
import dev.caffeinecode.ai.spend.Ledger;
import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;
import dev.caffeinecode.platform.queue.Message;
import dev.caffeinecode.platform.queue.Outbox;
import dev.caffeinecode.platform.step.Claim;
import dev.caffeinecode.platform.step.StepRunner;
import dev.caffeinecode.platform.step.Steps;
import dev.caffeinecode.testing.BedrockStandIn;
import dev.caffeinecode.testing.Behaviour;
import dev.caffeinecode.testing.Patience;
import dev.caffeinecode.testing.SystemProperties;
import dev.caffeinecode.testing.TestEnvironment;
import io.micronaut.context.ApplicationContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ModelCallsIT {
    private static final ModelId SONNET = new ModelId(Provider.BEDROCK, "eu.anthropic.claude-sonnet-5-5");
    private static final Prompt PROMPT = new Prompt("Be brief.", "=== a.py ===\n    1| x = 1\n", 500);
    private static final Behaviour BUSY = new Behaviour.Failure(429, "ThrottlingException", "Too many requests.");
    private static final BedrockStandIn BEDROCK = BedrockStandIn.start();
    private static final SystemProperties SDK = SystemProperties.of(BEDROCK.sdkProperties());
    private static final TestEnvironment ENVIRONMENT = TestEnvironment.create();
    private static final ApplicationContext CONTEXT = ApplicationContext.run(properties());

    private final Ledger ledger = CONTEXT.getBean(Ledger.class);
    private final ModelCalls calls = CONTEXT.getBean(ModelCalls.class);
    private final UUID budget = UUID.randomUUID();

    private static Map<String, Object> properties() {
        Map<String, Object> properties = ENVIRONMENT.properties();
        properties.put("caffeine.steps.lease", "300ms");
        return properties;
    }

    @AfterAll
    static void close() {
        CONTEXT.close();
        ENVIRONMENT.close();
        SDK.close();
        BEDROCK.close();
    }

    @BeforeEach
    void reset() {
        BEDROCK.reset();
        ENVIRONMENT.execute("DELETE FROM step");
        ENVIRONMENT.execute("DELETE FROM model_rate");
    }

    /** Does something as the worker of a step of its own. */
    private static <T> T asWorker(Function<Claim, T> work) {
        Message message = Message.of("clone", UUID.randomUUID());
        CONTEXT.getBean(Outbox.class).commit(outgoing -> {
            CONTEXT.getBean(Steps.class).add(outgoing, "clone", message.type(), message.id());
            return message;
        });
        AtomicReference<T> result = new AtomicReference<>();
        CONTEXT.getBean(StepRunner.class).run(message, new StepRunner.Work() {
            @Override
            public void run(Claim claim) {
                result.set(work.apply(claim));
                claim.finish();
            }

            @Override
            public void giveUp(Claim claim, ProblemException why) {
                throw new AssertionError(why);
            }
        });
        return result.get();
    }

    private Completion ask() {
        return asWorker(claim -> calls.ask(new Asker(claim, budget), SONNET, PROMPT));
    }

    private ProblemException problem() {
        return asWorker(claim -> catchThrowableOfType(
                ProblemException.class, () -> calls.ask(new Asker(claim, budget), SONNET, PROMPT)));
    }

    private List<String> states() {
        return ENVIRONMENT.query("SELECT state FROM model_call WHERE budget_id = '" + budget + "' ORDER BY created_at");
    }

    @Test
    void answerIsPaidFromTheBudget() {
        ledger.open(budget, 1_000_000L);

        Completion answer = ask();

        Balance balance = ledger.balance(budget);
        assertThat(balance.spent())
                .isPositive()
                .isEqualTo(new Prices().cost(SONNET, answer.usage()).orElseThrow());
        assertThat(balance.tokensIn()).isEqualTo(BEDROCK.inputTokens());
        assertThat(balance.tokensOut()).isEqualTo(BEDROCK.outputTokens());
        assertThat(balance.reserved()).isZero();
        assertThat(states()).containsExactly("settled");
    }

    @Test
    void modelIsNotAskedForWhatTheBudgetCannotPay() {
        ledger.open(budget, 1_000L);

        assertThat(problem().code()).isEqualTo(ErrorCode.BUDGET_REACHED);

        assertThat(BEDROCK.calls()).isZero();
        assertThat(ENVIRONMENT.query("SELECT id FROM model_turn")).isEmpty();
    }

    @Test
    void busyModelIsAskedAgainAndRefusalsCostNothing() {
        ledger.open(budget, null);
        BEDROCK.script(BUSY, BUSY);

        Completion answer = ask();

        assertThat(answer.finish()).isEqualTo(Completion.Finish.COMPLETE);
        assertThat(states()).containsExactly("released", "released", "settled");
    }

    @Test
    void modelThatStaysBusyIsLeftToALaterWorker() {
        ledger.open(budget, null);
        BEDROCK.script(BUSY, BUSY, BUSY, BUSY);

        assertThat(problem().code().kind()).isEqualTo(ErrorCode.Kind.BUSY);
        assertThat(ledger.balance(budget)).isEqualTo(Balance.NONE);
    }

    @Test
    void answerThatNeverComesCountsInFull() {
        ledger.open(budget, null);
        BEDROCK.script(new Behaviour.Hangup());

        ask();

        assertThat(states()).containsExactly("lost", "settled");
        assertThat(ledger.balance(budget).spent()).isGreaterThan(5_000); // 500 tokens at 10 dollars a million
    }

    @Test
    void failureOfTheProviderCostsNothing() {
        ledger.open(budget, null);
        BEDROCK.script(new Behaviour.Failure(503, "ServiceUnavailableException", "Later."));

        ask();

        assertThat(states()).containsExactly("released", "settled");
    }

    @Test
    void callEndsWhenItsStepIsCancelled() throws Exception {
        ledger.open(budget, null);
        BEDROCK.script(new Behaviour.Slow(Duration.ofMinutes(2), new Behaviour.Text("Too late.")));
        try (ExecutorService worker = Executors.newSingleThreadExecutor()) {
            Future<ErrorCode> outcome = worker.submit(() -> catchThrowableOfType(
                            ProblemException.class,
                            () -> asWorker(claim -> calls.ask(new Asker(claim, budget), SONNET, PROMPT)))
                    .code());
            Patience.await(BEDROCK::calls, made -> made == 1);
            ENVIRONMENT.execute("DELETE FROM step");

            assertThat(outcome.get()).isEqualTo(ErrorCode.CLAIM_LOST);
        }
        assertThat(states()).containsExactly("lost");
        assertThat(ENVIRONMENT.query("SELECT id FROM model_turn")).isEmpty();
    }

    @Test
    void workersTakeTurns() throws Exception {
        ledger.open(budget, null);
        BEDROCK.script(_ -> true, new Behaviour.Slow(Duration.ofMillis(30), new Behaviour.Text("Here.")));
        ENVIRONMENT.execute("""
                INSERT INTO model_rate (provider, model, concurrency, tokens, refilled_at, paused_until, lowered_at)
                VALUES ('bedrock', '%s', 1, 0, now(), now(), now())
                """.formatted(SONNET.name()));

        try (ExecutorService workers = Executors.newFixedThreadPool(4)) {
            List<Future<Completion>> answers = java.util.stream.IntStream.range(0, 8)
                    .mapToObj(_ -> workers.submit(this::ask))
                    .toList();
            for (Future<Completion> each : answers) {
                assertThat(each.get().text()).isEqualTo("Here.");
            }
        }
    }
}
