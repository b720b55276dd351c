package dev.caffeinecode.docs.write;

/** Turns a task into a draft. */
@FunctionalInterface
public interface PageWriter {
    Draft draft(PageTask task);
}
