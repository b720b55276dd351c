package dev.caffeinecode.ai.calls;

import dev.caffeinecode.platform.step.Claim;

import java.util.UUID;

/**
 * Who asks a model.
 *
 * @param claim of the step that the answer is for; when it is lost, calls under way end
 * @param budget that pays
 */
public record Asker(Claim claim, UUID budget) {}
