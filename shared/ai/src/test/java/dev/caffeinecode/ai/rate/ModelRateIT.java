package dev.caffeinecode.ai.rate;

import dev.caffeinecode.ai.ModelId;
import dev.caffeinecode.ai.Provider;
import dev.caffeinecode.testing.TestEnvironment;
import io.micronaut.context.ApplicationContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;

class ModelRateIT {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final TestEnvironment ENVIRONMENT = TestEnvironment.create();
    private static final ApplicationContext CONTEXT = context(0);
    private static final AtomicInteger MODELS = new AtomicInteger();

    private final ModelRate rate = CONTEXT.getBean(ModelRate.class);
    private final ModelId model = new ModelId(Provider.BEDROCK, "model-" + MODELS.incrementAndGet());

    private static ApplicationContext context(int tokensPerMinute) {
        Map<String, Object> properties = ENVIRONMENT.properties();
        properties.put("caffeine.rate.concurrency", 8);
        properties.put("caffeine.rate.tokens-per-minute", tokensPerMinute);
        return ApplicationContext.run(properties);
    }

    @AfterAll
    static void close() {
        CONTEXT.close();
        ENVIRONMENT.close();
    }

    private List<Turn> takeAll() {
        List<Turn> turns = new ArrayList<>();
        Optional<Turn> next = rate.take(model, 1, LONG);
        while (next.isPresent()) {
            turns.add(next.get());
            next = rate.take(model, 1, LONG);
        }
        return turns;
    }

    /** A refusal makes all pause for a moment. */
    private void endPause() {
        ENVIRONMENT.execute("UPDATE model_rate SET paused_until = now() - interval '1 second'");
    }

    @Test
    void workersWhoAskAtTheSameTimeGetNoMoreTurnsThanThereAre() throws Exception {
        List<Future<List<Turn>>> workers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            Callable<List<Turn>> taking = this::takeAll;
            for (int i = 0; i < 6; i++) {
                workers.add(threads.submit(taking));
            }
        }

        int taken = 0;
        for (Future<List<Turn>> each : workers) {
            taken += each.get().size();
        }
        assertThat(taken).isEqualTo(8);
    }

    @Test
    void refusalsOfCallsThatWereUnderWayTogetherHalveOnce() {
        takeAll().forEach(rate::refused);
        ENVIRONMENT.execute("UPDATE model_rate SET paused_until = now() + interval '1 hour'");
        assertThat(rate.take(model, 1, LONG)).as("all pause").isEmpty();
        endPause();

        List<Turn> fewer = takeAll();
        assertThat(fewer).hasSize(4);
        fewer.forEach(rate::refused);
        endPause();

        assertThat(takeAll()).hasSize(2);
    }

    @Test
    void oneTurnIsAlwaysLeft() {
        for (int i = 0; i < 6; i++) {
            takeAll().forEach(rate::refused);
            endPause();
        }

        assertThat(takeAll()).hasSize(1);
    }

    @Test
    void asManySuccessesAsThereAreTurnsMakeRoomForOneMore() {
        takeAll().forEach(rate::refused);
        endPause();
        takeAll().forEach(rate::succeeded);
        assertThat(takeAll()).hasSize(4).allSatisfy(rate::succeeded);

        assertThat(takeAll()).hasSize(5);
    }

    @Test
    void thereAreNeverMoreTurnsThanConfigured() {
        for (int i = 0; i < 3; i++) {
            takeAll().forEach(rate::succeeded);
        }

        assertThat(takeAll()).hasSize(8);
    }

    @Test
    void failureGivesTheTurnBackAndTellsNothing() {
        takeAll().forEach(rate::failed);

        assertThat(takeAll()).hasSize(8);
    }

    @Test
    void turnOfADeadWorkerLapses() {
        for (int i = 0; i < 8; i++) {
            rate.take(model, 1, Duration.ofMillis(-1));
        }

        assertThat(takeAll()).hasSize(8);
    }

    @Test
    void tokensOfAMinuteAreSharedOut() {
        try (ApplicationContext context = context(6_000)) {
            ModelRate limited = context.getBean(ModelRate.class);

            assertThat(limited.take(model, 5_000, LONG)).isPresent();
            assertThat(limited.take(model, 5_000, LONG)).isPresent();
            assertThat(limited.take(model, 1, LONG)).isEmpty();
            ENVIRONMENT.execute("UPDATE model_rate SET refilled_at = now() - interval '60 seconds'");
            assertThat(limited.take(model, 1, LONG)).isPresent();
        }
    }

    @Test
    void modelsDoNotWaitForEachOther() {
        takeAll();

        assertThat(rate.take(new ModelId(Provider.ANTHROPIC, model.name()), 1, LONG))
                .isPresent();
    }
}
