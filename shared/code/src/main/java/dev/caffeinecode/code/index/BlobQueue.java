package dev.caffeinecode.code.index;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** The entries between the one thread that brings them and those that read them, bounded by their bytes. */
final class BlobQueue {
    private static final int MAX_ENTRIES = 2_000;

    /**
     * An entry to be read.
     *
     * @param number how many came before it
     * @param key null for an entry that cannot be known again
     */
    record Numbered(long number, @Nullable FileKey key, SourceBlob blob) {}

    private final int maxBytes;
    private final Deque<Numbered> waiting = new ArrayDeque<>();
    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long bytes;
    private boolean closed;

    BlobQueue(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Adds an entry as soon as there is room; returns false if nobody will read it. */
    boolean put(Numbered next) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!closed && !waiting.isEmpty() && (isFull(next.blob()) || waiting.size() >= MAX_ENTRIES)) {
                changed.await();
            }
            if (closed) {
                return false;
            }
            waiting.addLast(next);
            bytes += next.blob().content().length;
            changed.signalAll();
            return true;
        } finally {
            lock.unlock();
        }
    }

    private boolean isFull(SourceBlob next) {
        return bytes + next.content().length > maxBytes;
    }

    /** Takes the next entry as soon as there is one; empty if none will come. */
    Optional<Numbered> take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!closed && waiting.isEmpty()) {
                changed.await();
            }
            Numbered next = waiting.pollFirst();
            if (next == null) {
                return Optional.empty();
            }
            bytes -= next.blob().content().length;
            changed.signalAll();
            return Optional.of(next);
        } finally {
            lock.unlock();
        }
    }

    /** Says that nothing more comes; what waits is still read. */
    void close() {
        end(false);
    }

    /** Says that nothing more comes and nothing more is to be read. */
    void abandon() {
        end(true);
    }

    private void end(boolean drop) {
        lock.lock();
        try {
            closed = true;
            if (drop) {
                waiting.clear();
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
