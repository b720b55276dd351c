package dev.caffeinecode.code.recognition;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The few lines that stand for a file kept in Git LFS (git-lfs docs/spec.md). */
public final class LfsPointer {
    private static final byte[] FIRST_LINE =
            "version https://git-lfs.github.com/spec/v1\n".getBytes(StandardCharsets.US_ASCII);

    /** The specification's limit. */
    private static final int MAX_BYTES = 1024;

    private LfsPointer() {}

    public static boolean is(byte[] content) {
        return content.length < MAX_BYTES
                && content.length > FIRST_LINE.length
                && Arrays.equals(content, 0, FIRST_LINE.length, FIRST_LINE, 0, FIRST_LINE.length);
    }
}
