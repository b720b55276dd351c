package dev.caffeinecode.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A directory that one live process uses at a time. */
final class OwnDirectory {
    private OwnDirectory() {}

    /** Starts something that keeps the lock until it is closed. */
    @FunctionalInterface
    interface Starting<T> {
        T start(Path directory, ProcessLock lock) throws IOException, InterruptedException;
    }

    /** The file whose lock says that the directory is in use. */
    static Path lockFile(Path directory) {
        return directory.resolve("lock");
    }

    /**
     * Creates the directory if missing and starts with its real path; a failed start gives it free again.
     *
     * @throws EmbeddedStartException if a live process uses the directory, or starting fails
     */
    static <T> T start(Path directory, Starting<T> starting) {
        try {
            Path root = Files.createDirectories(directory).toRealPath();
            ProcessLock lock = ProcessLock.tryAcquire(lockFile(root))
                    .orElseThrow(() -> new EmbeddedStartException("Another CaffeineCode uses " + root
                            + ". Stop it, or choose another directory for this one."));
            boolean started = false;
            try {
                T result = starting.start(root, lock);
                started = true;
                return result;
            } finally {
                if (!started) {
                    lock.close();
                }
            }
        } catch (IOException e) {
            throw new EmbeddedStartException("PostgreSQL could not be set up below " + directory + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedStartException("Interrupted while PostgreSQL was starting.", e);
        }
    }
}
