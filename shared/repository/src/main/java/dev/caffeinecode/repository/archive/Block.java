package dev.caffeinecode.repository.archive;

/**
 * Contents of files that follow each other, compressed as one.
 *
 * @param segment number of the segment that holds it, from 0
 * @param offset first byte in the segment
 * @param length compressed bytes
 */
record Block(int segment, long offset, int length) {
    Block {
        if (segment < 0 || offset < 0 || length < 1) {
            throw new IllegalArgumentException("no such block: " + segment + ", " + offset + ", " + length);
        }
    }
}
