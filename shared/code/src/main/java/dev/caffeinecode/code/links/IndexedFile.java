package dev.caffeinecode.code.links;

import dev.caffeinecode.code.FileFacts;
import dev.caffeinecode.code.mentions.FileMentions;
import dev.caffeinecode.code.pointers.Pointer;
import dev.caffeinecode.code.versions.Versions;

import java.util.List;

/**
 * All that is known of one file by looking at nothing else: the unit in which a code graph is built and reused.
 *
 * @param versions of packages that it fixes for others
 * @param pointers what it says about other files, if it is no code
 */
public record IndexedFile(FileFacts facts, FileMentions mentions, Versions versions, List<Pointer> pointers) {
    public IndexedFile {
        pointers = List.copyOf(pointers);
    }

    /** Returns the same file with other facts. */
    IndexedFile with(FileFacts others) {
        return new IndexedFile(others, mentions, versions, pointers);
    }
}
