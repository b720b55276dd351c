package dev.caffeinecode.repository.git;

import dev.caffeinecode.platform.problem.ErrorCode;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.BlobObjectChecker;
import org.eclipse.jgit.lib.ObjectChecker;
import org.jspecify.annotations.Nullable;

/**
 * Counts what the objects of one pack are when they are inflated, and refuses too much of it. It checks nothing else of
 * them: the walk leaves out the single names that it cannot take.
 */
final class InflatedBytes extends ObjectChecker {
    private final long maxBytes;
    private final FetchGuard guard;
    private long bytes;

    InflatedBytes(long maxBytes, FetchGuard guard) {
        this.maxBytes = maxBytes;
        this.guard = guard;
    }

    @Override
    public void check(@Nullable AnyObjectId id, int type, byte[] object) throws CorruptObjectException {
        add(object.length);
    }

    /** For blobs that are no deltas, which come in pieces. */
    @Override
    public BlobObjectChecker newBlobObjectChecker() {
        return new BlobObjectChecker() {
            private long size;

            @Override
            public void update(byte[] piece, int offset, int length) {
                size += length;
            }

            @Override
            public void endBlob(AnyObjectId id) throws CorruptObjectException {
                add(size);
            }
        };
    }

    private void add(long size) throws CorruptObjectException {
        bytes += size;
        if (bytes > maxBytes) {
            throw new CorruptObjectException(
                    String.valueOf(guard.refuse(ErrorCode.REPOSITORY_TOO_LARGE).getMessage()));
        }
    }
}
