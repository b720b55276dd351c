package dev.caffeinecode.code.diff;

import dev.caffeinecode.code.FileFacts;

/**
 * A file in two graphs.
 *
 * @param similarity from 0 to 1
 */
record FilePair(FileFacts before, FileFacts after, double similarity) {}
