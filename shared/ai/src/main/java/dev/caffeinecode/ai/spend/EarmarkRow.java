package dev.caffeinecode.ai.spend;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import java.util.UUID;

/** A row of table {@code budget_earmark}; with the budget, the holder is the key. */
@MappedEntity("budget_earmark")
record EarmarkRow(UUID budgetId, @Id UUID holder, long micros) {}
