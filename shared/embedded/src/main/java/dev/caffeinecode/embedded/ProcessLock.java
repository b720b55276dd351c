package dev.caffeinecode.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * An exclusive lock on a file that the kernel releases when its process dies, however it dies.
 *
 * <p>It excludes the threads of this JVM as well, and never opens a file this JVM holds a lock on: a {@link FileLock}
 * does not do the first, and closing any second channel to the file would silently release it (POSIX {@code fcntl}).
 */
public final class ProcessLock implements AutoCloseable {
    private static final ConcurrentMap<Path, Semaphore> IN_THIS_JVM = new ConcurrentHashMap<>();

    private final Semaphore semaphore;
    private final FileChannel channel;
    private final AtomicBoolean closed = new AtomicBoolean();

    private ProcessLock(Semaphore semaphore, FileChannel channel) {
        this.semaphore = semaphore;
        this.channel = channel;
    }

    /** Waits until the lock is free; the file and its parents are created where missing. */
    public static ProcessLock acquire(Path file) throws IOException, InterruptedException {
        Semaphore semaphore = semaphore(file);
        semaphore.acquire();
        return locked(file, semaphore, true).orElseThrow();
    }

    /** Does not wait: empty while another thread or process holds the lock. */
    public static Optional<ProcessLock> tryAcquire(Path file) throws IOException {
        Semaphore semaphore = semaphore(file);
        return semaphore.tryAcquire() ? locked(file, semaphore, false) : Optional.empty();
    }

    private static Semaphore semaphore(Path file) throws IOException {
        Path absolute = file.toAbsolutePath().normalize();
        Path parent = Files.createDirectories(absolute.resolveSibling("")).toRealPath();
        return IN_THIS_JVM.computeIfAbsent(
                parent.resolve(String.valueOf(absolute.getFileName())), _ -> new Semaphore(1));
    }

    private static Optional<ProcessLock> locked(Path file, Semaphore held, boolean wait) throws IOException {
        boolean locked = false;
        FileChannel channel = null;
        try {
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = wait ? channel.lock() : channel.tryLock();
            locked = lock != null;
            return locked ? Optional.of(new ProcessLock(held, channel)) : Optional.empty();
        } finally {
            if (!locked) {
                if (channel != null) {
                    channel.close();
                }
                held.release();
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (closed.compareAndSet(false, true)) {
            try {
                channel.close();
            } finally {
                semaphore.release();
            }
        }
    }
}
