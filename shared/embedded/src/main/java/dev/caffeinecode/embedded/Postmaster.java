package dev.caffeinecode.embedded;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The main process of a server, as {@code postmaster.pid} in its data directory names it. */
record Postmaster(ProcessHandle process) {
    private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);
    private static final Duration FAST_LIMIT = Duration.ofSeconds(30);
    private static final Duration IMMEDIATE_LIMIT = Duration.ofSeconds(10);
    private static final Duration SIGNAL_LIMIT = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(20);

    /**
     * Finds the live server of a data directory. A file whose process is dead, or whose number now belongs to another
     * program, is deleted: PostgreSQL itself takes any live process of that number for a server and refuses to start.
     */
    static Optional<Postmaster> find(Path data) throws IOException {
        Path file = data.resolve("postmaster.pid");
        Optional<ProcessHandle> process = pid(file).flatMap(ProcessHandle::of).filter(Postmaster::running);
        if (process.isPresent() && serves(process.get(), data)) {
            return process.map(Postmaster::new);
        }
        if (Files.deleteIfExists(file)) {
            LOG.atInfo().addKeyValue("file", file).log("stale lock file of a dead server deleted");
        }
        return Optional.empty();
    }

    /** Ends the server: fast (clients are cut off, a checkpoint is written), else immediate (recovers at next start). */
    void stop() throws InterruptedException {
        signal("INT");
        if (!awaitEnd(FAST_LIMIT)) {
            signal("QUIT");
            if (!awaitEnd(IMMEDIATE_LIMIT)) {
                process.destroyForcibly();
                awaitEnd(IMMEDIATE_LIMIT);
            }
        }
    }

    private static Optional<Long> pid(Path file) throws IOException {
        try {
            return Files.readAllLines(file).stream()
                    .findFirst()
                    .map(String::strip)
                    .map(Long::valueOf);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (NumberFormatException e) {
            LOG.atDebug().setCause(e).log("postmaster.pid holds no number");
            return Optional.empty();
        }
    }

    /** The data directory stands as an argument of its own on every command line of ours. */
    private static boolean serves(ProcessHandle process, Path data) {
        String[] arguments = process.info()
                .arguments()
                .orElseThrow(() -> new EmbeddedStartException("Process " + process.pid()
                        + " may be a PostgreSQL server on " + data + ", its command line cannot be read. Stop it, or"
                        + " delete postmaster.pid there if it is another program."));
        return List.of(arguments).contains(data.toString());
    }

    /** A zombie counts as dead; it stays one for ever where nobody reaps orphans, as in many containers. */
    static boolean running(ProcessHandle process) {
        return process.isAlive() && !zombie(process);
    }

    private static boolean zombie(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "stat"));
            return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
        } catch (IOException e) {
            LOG.atTrace().setCause(e).log("no /proc");
            return false;
        }
    }

    private void signal(String name) throws InterruptedException {
        try {
            // The JDK sends SIGTERM only, and not every machine has a kill program: every shell has one inside.
            Program.of(SIGNAL_LIMIT, "sh", "-c", "kill -" + name + " \"$0\"", String.valueOf(process.pid()))
                    .run();
        } catch (IOException e) {
            LOG.atWarn().setCause(e).addKeyValue("pid", process.pid()).log("cannot signal postgres");
        }
    }

    /** It is not our child, so there is nothing to wait on but its disappearance. */
    private boolean awaitEnd(Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (running(process)) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(PAUSE);
        }
        return true;
    }
}
