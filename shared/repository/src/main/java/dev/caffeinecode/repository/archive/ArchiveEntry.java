package dev.caffeinecode.repository.archive;

import dev.caffeinecode.repository.git.EntryKind;

/**
 * One file of a snapshot, and where its content lies.
 *
 * @param path as in the tree
 * @param blob git object name, hex
 * @param size bytes of the content, whether kept or not
 * @param block number of the block that holds the content, from 0; -1 when none is kept
 * @param start first byte in the block once that is inflated
 */
public record ArchiveEntry(String path, EntryKind kind, String blob, long size, int block, int start) {
    static final int NO_BLOCK = -1;

    public ArchiveEntry {
        if (size < 0 || block < NO_BLOCK || start < 0) {
            throw new IllegalArgumentException("no such place: " + size + ", " + block + ", " + start);
        }
    }

    public boolean hasContent() {
        return block != NO_BLOCK;
    }
}
