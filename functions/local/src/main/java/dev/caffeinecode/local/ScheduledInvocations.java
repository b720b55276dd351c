package dev.caffeinecode.local;

import dev.caffeinecode.local.lambda.LocalFunction;
import dev.caffeinecode.local.template.SamTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Invokes functions on the schedules of the template, with the event that EventBridge sends. */
final class ScheduledInvocations implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ScheduledInvocations.class);

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("schedule").factory());

    private ScheduledInvocations() {}

    static ScheduledInvocations start(List<LocalFunction> functions) {
        ScheduledInvocations invocations = new ScheduledInvocations();
        for (LocalFunction function : functions) {
            for (SamTemplate.Schedule schedule : function.function().schedules()) {
                long period = schedule.rate().toMillis();
                Future<?> _ = invocations.timer.scheduleWithFixedDelay(
                        () -> invoke(function), period, period, TimeUnit.MILLISECONDS);
            }
        }
        return invocations;
    }

    private static void invoke(LocalFunction function) {
        String event = """
                {"version":"0","id":"%s","detail-type":"Scheduled Event","source":"aws.events","account":"000000000000",\
                "time":"%s","region":"local","resources":[],"detail":{}}""".formatted(UUID.randomUUID(), Instant.now());
        try {
            function.invoke(event.getBytes(StandardCharsets.UTF_8));
        } catch (LocalFunction.InvocationException e) { // the next time comes by itself
            LOG.atError().setCause(e).log("scheduled invocation failed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
