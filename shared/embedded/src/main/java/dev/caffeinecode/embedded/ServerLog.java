package dev.caffeinecode.embedded;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Reads what a server says until it ends, passes it on to the log, and notices when it is ready. Thread-safe. */
final class ServerLog {
    private static final Logger LOG = LoggerFactory.getLogger(ServerLog.class);
    private static final String READY = "database system is ready to accept connections";
    private static final int KEPT_LINES = 30;

    private final Deque<String> lastLines = new ArrayDeque<>();
    private final CompletableFuture<Boolean> ready = new CompletableFuture<>();

    private ServerLog() {}

    static ServerLog follow(Process server) {
        ServerLog log = new ServerLog();
        // Not a virtual thread: reading a pipe holds its carrier, and this one reads for hours.
        Thread.ofPlatform().daemon().name("postgres-log").start(() -> log.read(server));
        return log;
    }

    /** Waits for the server; false if it ended or said nothing of the kind in time. */
    boolean awaitReady(Duration limit) throws InterruptedException {
        try {
            return ready.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.atDebug().setCause(e).log("server not ready");
            return false;
        }
    }

    /** The last lines the server wrote, oldest first. */
    synchronized String tail() {
        return String.join("\n", lastLines);
    }

    private void read(Process server) {
        try (BufferedReader lines = server.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                keep(line);
                LOG.atDebug().addKeyValue("line", line).log("postgres");
                if (line.endsWith(READY)) {
                    ready.complete(true);
                }
            }
        } catch (IOException e) {
            LOG.atDebug().setCause(e).log("postgres log ended");
        } finally {
            ready.complete(false);
        }
    }

    private synchronized void keep(String line) {
        if (lastLines.size() == KEPT_LINES) {
            lastLines.removeFirst();
        }
        lastLines.addLast(line);
    }
}
