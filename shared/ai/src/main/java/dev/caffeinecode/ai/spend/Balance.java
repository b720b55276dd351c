package dev.caffeinecode.ai.spend;

import org.jspecify.annotations.Nullable;

/**
 * How a budget stands; amounts in micro-dollars.
 *
 * @param ceiling null for no limit
 * @param reserved what calls under way may cost at most
 * @param spent what calls have cost, those whose worker died counted in full
 * @param tokensIn read by models, from caches or not
 * @param tokensOut written by models
 */
public record Balance(@Nullable Long ceiling, long reserved, long spent, long tokensIn, long tokensOut) {
    public static final Balance NONE = new Balance(null, 0, 0, 0, 0);
}
