package dev.caffeinecode.embedded;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

class ProcessLockIT {
    @TempDir
    Path directory;

    @Test
    void threadsOfOneProcessExcludeEachOther() throws Exception {
        ProcessLock held = ProcessLock.acquire(file());

        boolean freeWhileHeld = isFree();
        held.close();
        held.close();

        assertThat(freeWhileHeld).isFalse();
        assertThat(isFree()).isTrue();
    }

    @Test
    void otherProcessWaitsEvenAfterARefusedAttemptInThisOne() throws Exception {
        ProcessLock held = ProcessLock.acquire(file());
        try (ChildJvm other = ChildJvm.start(LockProgram.class, file())) {
            assertThat(isFree()).isFalse();
            assertThat(other.readLine()).isEqualTo("waiting");

            held.close();

            assertThat(other.readLine()).isEqualTo("locked");
        }
    }

    @Test
    void lockOfAKilledProcessIsFree() throws Exception {
        try (ChildJvm other = ChildJvm.start(LockProgram.class, file())) {
            assertThat(other.readLine()).isEqualTo("locked");
            assertThat(isFree()).isFalse();

            other.kill();

            assertThat(isFree()).isTrue();
        }
    }

    private Path file() {
        return directory.resolve("deep/lock");
    }

    private boolean isFree() throws IOException {
        Optional<ProcessLock> lock = ProcessLock.tryAcquire(file());
        if (lock.isPresent()) {
            lock.get().close();
        }
        return lock.isPresent();
    }
}
