package dev.caffeinecode.repository.archive;

import dev.caffeinecode.repository.git.EntryKind;

/**
 * One file of a snapshot, and where its content lies.
 *
 * @param path as in the tree
 * @param blob git object name, hex
 * @param size bytes of the content before compression, whether kept or not
 * @param segment number of the segment that holds the content, from 0; -1 when none is kept
 * @param offset first byte in the segment
 * @param length compressed bytes in the segment
 */
public record ArchiveEntry(String path, EntryKind kind, String blob, long size, int segment, long offset, int length) {
    static final int NO_SEGMENT = -1;

    public boolean hasContent() {
        return segment != NO_SEGMENT;
    }
}
