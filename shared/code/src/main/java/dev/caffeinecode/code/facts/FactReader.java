package dev.caffeinecode.code.facts;

/** Reads what files of one kind state. It takes any text: what it cannot read it leaves out. */
@FunctionalInterface
interface FactReader {
    Facts read(FactFile file);
}
