package dev.caffeinecode.ai.spend;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** A row of table {@code budget}; amounts in micro-dollars. */
@MappedEntity("budget")
record BudgetRow(
        @Id UUID id, @Nullable Long ceiling, long earmarked, long reserved, long spent, long tokensIn, long tokensOut) {
    /** Whether the amount could be had if all calls under way came for nothing; {@code own} is earmarked for it. */
    boolean couldEverHold(long micros, long own) {
        return ceiling == null || spent + earmarked - own + micros <= ceiling;
    }
}
