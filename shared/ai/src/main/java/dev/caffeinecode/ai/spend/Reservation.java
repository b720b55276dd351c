package dev.caffeinecode.ai.spend;

import java.util.UUID;

/**
 * Money kept for one call.
 *
 * @param micros that it may cost at most, in micro-dollars
 */
public record Reservation(UUID call, UUID budget, long micros) {}
