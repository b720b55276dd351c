package dev.caffeinecode.ai.spend;

import dev.caffeinecode.ai.ModelId;
import dev.caffeinecode.ai.Provider;
import dev.caffeinecode.ai.TokenUsage;
import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;
import dev.caffeinecode.testing.TestEnvironment;
import io.micronaut.context.ApplicationContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class LedgerIT {
    private static final ModelId MODEL = new ModelId(Provider.BEDROCK, "claude-sonnet");
    private static final TestEnvironment ENVIRONMENT = TestEnvironment.create();
    private static final ApplicationContext CONTEXT = ApplicationContext.run(ENVIRONMENT.properties());

    private final Ledger ledger = CONTEXT.getBean(Ledger.class);
    private final UUID budget = UUID.randomUUID();
    private final UUID page = UUID.randomUUID();

    @AfterAll
    static void close() {
        CONTEXT.close();
        ENVIRONMENT.close();
    }

    private static TokenUsage tokens(long in, long out) {
        return new TokenUsage(in, out, 0, 0);
    }

    private ErrorCode refusal(UUID holder, long micros) {
        return catchThrowableOfType(ProblemException.class, () -> ledger.reserve(budget, holder, MODEL, micros))
                .code();
    }

    @Test
    void whatACallCostsTakesThePlaceOfWhatItCouldHave() {
        ledger.open(budget, 1_000L);

        Reservation reserved = ledger.reserve(budget, page, MODEL, 800);
        assertThat(ledger.balance(budget)).isEqualTo(new Balance(1_000L, 800, 0, 0, 0));
        ledger.settle(reserved, tokens(50, 7), 300);

        assertThat(ledger.balance(budget)).isEqualTo(new Balance(1_000L, 0, 300, 50, 7));
    }

    @Test
    void callIsBookedOnce() {
        ledger.open(budget, 1_000L);
        Reservation reserved = ledger.reserve(budget, page, MODEL, 800);

        ledger.settle(reserved, tokens(50, 7), 300);
        ledger.settle(reserved, tokens(50, 7), 300);
        ledger.lose(reserved);
        ledger.release(reserved);

        assertThat(ledger.balance(budget)).isEqualTo(new Balance(1_000L, 0, 300, 50, 7));
    }

    @Test
    void refusedCallCostsNothing() {
        ledger.open(budget, 1_000L);

        ledger.release(ledger.reserve(budget, page, MODEL, 800));

        assertThat(ledger.balance(budget)).isEqualTo(new Balance(1_000L, 0, 0, 0, 0));
    }

    @Test
    void callWhoseWorkerDiedCountsInFullWhateverComesLater() {
        ledger.open(budget, 1_000L);
        Reservation reserved = ledger.reserve(budget, page, MODEL, 400);

        ledger.loseOpen(page);
        ledger.settle(reserved, tokens(1, 1), 3);

        assertThat(ledger.balance(budget)).isEqualTo(new Balance(1_000L, 0, 400, 0, 0));
    }

    @Test
    void whatMayStillFitWaitsAndWhatCannotIsRefused() {
        ledger.open(budget, 1_000L);
        Reservation under = ledger.reserve(budget, page, MODEL, 800);

        assertThat(refusal(page, 300)).isEqualTo(ErrorCode.BUDGET_BUSY);
        ledger.settle(under, tokens(1, 1), 750);
        assertThat(refusal(page, 300)).isEqualTo(ErrorCode.BUDGET_REACHED);
        assertThat(ledger.reserve(budget, page, MODEL, 250)).isNotNull();
    }

    @Test
    void earmarkIsForItsHolderUntilItAsksOrIsFreed() {
        UUID other = UUID.randomUUID();
        ledger.open(budget, 1_000L);
        ledger.earmark(budget, Map.of(page, 700L, other, 200L));

        assertThat(refusal(UUID.randomUUID(), 101)).isEqualTo(ErrorCode.BUDGET_REACHED);
        ledger.settle(ledger.reserve(budget, page, MODEL, 800), tokens(1, 1), 600);
        assertThat(ledger.reserve(budget, other, MODEL, 400)).isNotNull();
    }

    @Test
    void freedEarmarkIsThereForAll() {
        ledger.open(budget, 1_000L);
        ledger.earmark(budget, Map.of(page, 700L));

        ledger.free(budget, page);
        ledger.free(budget, page);

        assertThat(ledger.reserve(budget, UUID.randomUUID(), MODEL, 1_000)).isNotNull();
    }

    @Test
    void withoutALimitNothingIsRefused() {
        ledger.open(budget, null);

        ledger.settle(ledger.reserve(budget, page, MODEL, Integer.MAX_VALUE), tokens(1, 1), Integer.MAX_VALUE);
        ledger.reserve(budget, page, MODEL, Integer.MAX_VALUE);

        assertThat(ledger.balance(budget).spent()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void workersWhoAskAtTheSameTimeNeverExceedTheBudget() throws Exception {
        long ceiling = 20_000;
        ledger.open(budget, ceiling);
        List<Future<Long>> workers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 8; i++) {
                Random random = new Random(i);
                workers.add(threads.submit(() -> spendAsMuchAsPossible(random, ceiling)));
            }
        }
        long booked = 0;
        for (Future<Long> each : workers) {
            booked += each.get();
        }

        Balance end = ledger.balance(budget);
        assertThat(end.reserved()).isZero();
        assertThat(end.spent()).isEqualTo(booked).isBetween(ceiling - 1_000, ceiling);
        assertThat(ENVIRONMENT.query("SELECT sum(cost_micros) FROM model_call WHERE budget_id = '" + budget + "'"))
                .containsExactly(String.valueOf(booked));
    }

    /** Until nothing of the largest size fits any more; returns what this worker has spent. */
    private long spendAsMuchAsPossible(Random random, long ceiling) {
        long spent = 0;
        while (true) {
            long bound = random.nextLong(100, 1_000);
            Reservation reserved;
            try {
                reserved = ledger.reserve(budget, UUID.randomUUID(), MODEL, bound);
            } catch (ProblemException e) {
                if (e.code() == ErrorCode.BUDGET_REACHED) {
                    return spent;
                }
                continue;
            }
            Balance now = ledger.balance(budget);
            assertThat(now.reserved() + now.spent()).isLessThanOrEqualTo(ceiling);
            switch (random.nextInt(4)) {
                case 0 -> ledger.release(reserved);
                case 1 -> {
                    ledger.lose(reserved);
                    spent += bound;
                }
                default -> {
                    long cost = random.nextLong(bound + 1);
                    ledger.settle(reserved, tokens(1, 1), cost);
                    spent += cost;
                }
            }
        }
    }
}
