package dev.caffeinecode.code.index;

import dev.caffeinecode.code.links.IndexedFile;

/** What is known of a file and what it is known by. */
public record KeyedFile(FileKey key, IndexedFile file) {}
