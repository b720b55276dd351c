package dev.caffeinecode.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A program that holds a lock until it is killed. */
final class LockProgram {
    private LockProgram() {}

    /** Prints {@code waiting} if another process has the lock, and {@code locked} when it has it itself. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path file = Path.of(arguments[0]);
        Optional<ProcessLock> free = ProcessLock.tryAcquire(file);
        if (free.isEmpty()) {
            System.out.println("waiting");
        }
        try (ProcessLock _ = free.isPresent() ? free.get() : ProcessLock.acquire(file)) {
            System.out.println("locked");
            new CountDownLatch(1).await();
        }
    }
}
