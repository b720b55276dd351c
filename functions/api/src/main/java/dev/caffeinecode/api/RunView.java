package dev.caffeinecode.api;

import dev.caffeinecode.docs.run.Run;
import dev.caffeinecode.docs.run.RunOutcome;
import dev.caffeinecode.docs.run.RunTotals;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * A run as clients see it; {@code state} and {@code outcome} are labels.
 *
 * @param outcome {@code complete}, or {@code partial} when a page failed, or was outlined although a model was to write
 *     it; null until the run is completed
 */
@Serdeable
record RunView(
        UUID id,
        UUID repositoryId,
        UUID snapshotId,
        String template,
        int templateVersion,
        String provider,
        String model,
        String state,
        @Nullable String outcome,
        PageCounts pages,
        Citations citations,
        Quality quality,
        Spent spent,
        @Nullable Problem problem,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant finishedAt) {

    /** How far the pages are; {@code done} is written, outlined and failed together. */
    @Serdeable
    record PageCounts(long planned, long done, long written, long outlined, long reused, long failed) {}

    /** @param removed did not resolve and were taken out */
    @Serdeable
    record Citations(long resolved, long removed) {}

    /**
     * In millionths of a US dollar, as far as prices are known.
     *
     * @param costMicros calls whose answers were lost count with all they may have cost
     * @param reservedMicros what calls under way may cost at most
     * @param budgetMicros null without a limit
     */
    @Serdeable
    record Spent(
            long tokensIn,
            long tokensOut,
            long costMicros,
            long reservedMicros,
            @Nullable Long budgetMicros) {}

    static RunView of(Run run, RunTotals totals) {
        return new RunView(
                run.id().value(),
                run.repository().value(),
                run.snapshot().value(),
                run.template(),
                run.templateVersion(),
                run.model().provider().label(),
                run.model().name(),
                run.state().label(),
                RunOutcome.of(run, totals).map(RunOutcome::label).orElse(null),
                new PageCounts(
                        totals.planned(),
                        totals.done(),
                        totals.written(),
                        totals.outlined(),
                        totals.reused(),
                        totals.failed()),
                new Citations(totals.citations(), totals.citationsRemoved()),
                Quality.of(totals),
                new Spent(
                        totals.tokensIn(),
                        totals.tokensOut(),
                        totals.costMicros(),
                        totals.reservedMicros(),
                        totals.budgetMicros()),
                Problem.of(run.failure()),
                run.createdAt(),
                run.updatedAt(),
                run.finishedAt());
    }
}
