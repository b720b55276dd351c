package dev.caffeinecode.code.links;

import dev.caffeinecode.code.FileFacts;
import dev.caffeinecode.code.mentions.FileMentions;
import dev.caffeinecode.code.versions.Versions;

/**
 * All that is known of one file by looking at nothing else: the unit in which a code graph is built and reused.
 *
 * @param versions of packages that it fixes for others
 */
public record IndexedFile(FileFacts facts, FileMentions mentions, Versions versions) {
    /** Returns the same file with other facts. */
    IndexedFile with(FileFacts others) {
        return new IndexedFile(others, mentions, versions);
    }
}
