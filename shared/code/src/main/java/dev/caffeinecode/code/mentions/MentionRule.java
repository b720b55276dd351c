package dev.caffeinecode.code.mentions;

/** What to say at nodes of one kind. */
@FunctionalInterface
interface MentionRule {
    void apply(MentionSite site);
}
