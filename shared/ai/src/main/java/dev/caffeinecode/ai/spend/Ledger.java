package dev.caffeinecode.ai.spend;

import dev.caffeinecode.ai.ModelId;
import dev.caffeinecode.ai.TokenUsage;
import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/**
 * The books of what models cost. Money is reserved before a call and settled after it, so that workers who ask at the same
 * time never spend more than a budget has; a call that nobody knows the end of counts as if it had cost all it could.
 */
@Singleton
public class Ledger {
    private final TransactionOperations<Connection> transactions;
    private final BudgetStore budgets;
    private final EarmarkStore earmarks;
    private final ModelCallStore calls;
    private final Clock clock;

    Ledger(
            TransactionOperations<Connection> transactions,
            BudgetStore budgets,
            EarmarkStore earmarks,
            ModelCallStore calls,
            Clock clock) {
        this.transactions = transactions;
        this.budgets = budgets;
        this.earmarks = earmarks;
        this.calls = calls;
        this.clock = clock;
    }

    /**
     * Opens a budget; one that is open stays as it is.
     *
     * @param ceiling in micro-dollars, at least 0; null for no limit
     */
    public void open(UUID budget, @Nullable Long ceiling) {
        budgets.insertIfAbsent(budget, ceiling);
    }

    /** Keeps amounts above 0, in micro-dollars, for holders; to be called once for each, in the caller's transaction. */
    public void earmark(UUID budget, Map<UUID, Long> amounts) {
        if (amounts.isEmpty()) {
            return;
        }
        earmarks.saveAll(amounts.entrySet().stream()
                .map(each -> new EarmarkRow(budget, each.getKey(), each.getValue()))
                .toList());
        budgets.earmark(
                budget, amounts.values().stream().mapToLong(Long::longValue).sum());
    }

    /** Gives up what is kept for a holder; nothing if nothing is. */
    public void free(UUID budget, UUID holder) {
        transactions.executeWrite(_ -> {
            long own = earmarks.lock(budget, holder).orElse(0L);
            if (own > 0) {
                earmarks.delete(budget, holder);
                budgets.earmark(budget, -own);
            }
            return own;
        });
    }

    /**
     * Keeps money for a call.
     *
     * @param holder what the call is made for
     * @param micros that it costs at most, at least 0
     * @throws ProblemException {@link ErrorCode#BUDGET_REACHED} when the budget cannot pay for it any more, or
     *     {@link ErrorCode#BUDGET_BUSY} when it may as soon as calls under way are settled
     */
    public Reservation reserve(UUID budget, UUID holder, ModelId model, long micros) {
        return transactions.executeWrite(_ -> {
            long own = earmarks.lock(budget, holder).orElse(0L);
            if (budgets.reserve(budget, micros, own) != 1) {
                throw refused(budget, micros, own);
            }
            if (own > 0) {
                earmarks.delete(budget, holder);
            }
            UUID call = UUID.randomUUID();
            calls.save(new ModelCallRow(
                    call,
                    budget,
                    holder,
                    model.provider().label(),
                    model.name(),
                    ModelCallRow.RESERVED,
                    micros,
                    0,
                    0,
                    0,
                    clock.instant(),
                    null));
            return new Reservation(call, budget, micros);
        });
    }

    private ProblemException refused(UUID budget, long micros, long own) {
        BudgetRow row = budgets.find(budget)
                .orElseThrow(() -> new ProblemException(ErrorCode.CLAIM_LOST, "budget is deleted: " + budget));
        return row.couldEverHold(micros, own)
                ? new ProblemException(ErrorCode.BUDGET_BUSY, "what is left is set aside for calls under way")
                : new ProblemException(
                        ErrorCode.BUDGET_REACHED,
                        "the next call may cost more than is left of the budget; raise the budget to have it made");
    }

    /** Books what a call has cost; nothing if it has been booked before, or counts as lost. */
    public void settle(Reservation reserved, TokenUsage usage, long costMicros) {
        end(reserved.call(), reserved.budget(), ModelCallRow.SETTLED, reserved.micros(), usage, costMicros);
    }

    /** Gives the money for a call back that costs nothing, because it was refused. */
    public void release(Reservation reserved) {
        end(reserved.call(), reserved.budget(), ModelCallRow.RELEASED, reserved.micros(), TokenUsage.NONE, 0);
    }

    /** Counts a call in full that may have been charged for, although there is no answer. */
    public void lose(Reservation reserved) {
        end(
                reserved.call(),
                reserved.budget(),
                ModelCallRow.LOST,
                reserved.micros(),
                TokenUsage.NONE,
                reserved.micros());
    }

    /** Counts the calls in full that earlier workers of a holder have left open. */
    public void loseOpen(UUID holder) {
        for (ModelCallRow call : calls.open(holder)) {
            lose(new Reservation(call.id(), call.budgetId(), call.reservedMicros()));
        }
    }

    private void end(UUID call, UUID budget, String state, long reserved, TokenUsage usage, long cost) {
        transactions.executeWrite(_ -> {
            int ended = calls.end(call, state, cost, usage.totalInput(), usage.output(), clock.instant());
            if (ended == 1) {
                budgets.settle(budget, reserved, cost, usage.totalInput(), usage.output());
            }
            return ended;
        });
    }

    /** Returns how a budget stands; {@link Balance#NONE} if it was never opened. */
    public Balance balance(UUID budget) {
        return budgets.find(budget)
                .map(row -> new Balance(row.ceiling(), row.reserved(), row.spent(), row.tokensIn(), row.tokensOut()))
                .orElse(Balance.NONE);
    }
}
