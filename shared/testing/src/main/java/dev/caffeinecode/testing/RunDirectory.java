package dev.caffeinecode.testing;

import dev.caffeinecode.embedded.EmbeddedPostgres;
import dev.caffeinecode.embedded.ProcessLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A directory of this JVM alone, deleted on close. What JVMs that were killed left beside it, running servers included,
 * is swept away when the next is made.
 */
final class RunDirectory implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunDirectory.class);
    private static final String PREFIX = "run-";
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private final Path path;
    private final ProcessLock lock;

    private RunDirectory(Path path, ProcessLock lock) {
        this.path = path;
        this.lock = lock;
    }

    /** The lock of the parent keeps others from sweeping a directory before its owner has locked it. */
    static RunDirectory create(Path parent) throws IOException, InterruptedException {
        Files.createDirectories(parent, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        try (ProcessLock _ = ProcessLock.acquire(parent.resolve("lock"))) {
            sweep(parent);
            Path path = Files.createTempDirectory(
                    parent, PREFIX + ProcessHandle.current().pid() + "-");
            return new RunDirectory(path, ProcessLock.acquire(lockFile(path)));
        }
    }

    Path objects() {
        return path.resolve("objects");
    }

    Path postgres() {
        return postgres(path);
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            delete(path);
        }
    }

    private static void sweep(Path parent) throws IOException, InterruptedException {
        try (DirectoryStream<Path> runs = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path run : runs) {
                try {
                    sweepUnlessOwned(run);
                } catch (IOException e) {
                    // An orphan of the killed JVM may still write there; a later sweep gets it.
                    LOG.atDebug().setCause(e).addKeyValue("directory", run).log("leftover kept");
                }
            }
        }
    }

    private static void sweepUnlessOwned(Path run) throws IOException, InterruptedException {
        Optional<ProcessLock> ownerless = ProcessLock.tryAcquire(lockFile(run));
        if (ownerless.isPresent()) {
            try (ProcessLock _ = ownerless.get()) {
                EmbeddedPostgres.discard(postgres(run));
                delete(run);
            }
        }
    }

    private static void delete(Path tree) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> paths = Files.walk(tree)) {
            deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }

    private static Path postgres(Path run) {
        return run.resolve("postgres");
    }

    private static Path lockFile(Path run) {
        return run.resolve("lock");
    }
}
