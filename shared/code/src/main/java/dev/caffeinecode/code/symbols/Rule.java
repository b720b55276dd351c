package dev.caffeinecode.code.symbols;

/** What to do at nodes of one kind: usually to define a symbol. */
@FunctionalInterface
interface Rule {
    void apply(Site site);
}
