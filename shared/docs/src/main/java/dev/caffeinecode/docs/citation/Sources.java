package dev.caffeinecode.docs.citation;

import dev.caffeinecode.code.text.TextLines;

import java.util.Optional;

/** The text of a snapshot's files. */
@FunctionalInterface
public interface Sources {
    /** @return empty when there is no such file, or when it is not text or its content was not kept */
    Optional<TextLines> find(String path);
}
