package dev.caffeinecode.local.cli;

import dev.caffeinecode.embedded.ProcessLock;
import dev.caffeinecode.local.LocalIssuer;
import dev.caffeinecode.local.LocalProcess;
import dev.caffeinecode.local.services.DataDirectory;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The service that a command works with: the one that {@code caffeine serve} runs on the same data, else one of its own
 * that ends with the command, also when that is interrupted.
 */
final class Connection implements AutoCloseable {
    private final ApiClient client;
    private final @Nullable LocalProcess process;
    private final Thread stop = new Thread(this::stop, "stop");
    private volatile @Nullable Runnable beforeClose;

    private Connection(ApiClient client, @Nullable LocalProcess process) {
        this.client = client;
        this.process = process;
        Runtime.getRuntime().addShutdownHook(stop);
    }

    static Connection open(DataDirectory data, Progress progress) throws IOException, InterruptedException {
        Optional<URI> running = running(data);
        if (running.isPresent()) {
            return new Connection(new ApiClient(running.get(), new LocalIssuer(data.secret()).token()), null);
        }
        progress.begin("start");
        LocalProcess process = LocalProcess.start(data, 0, environment());
        progress.end("database, queues and object store");
        return new Connection(new ApiClient(process.address(), process.token()), process);
    }

    /** Nobody searches in a process that ends with its command, so it embeds nothing unless it is told to. */
    private static Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.putIfAbsent("CAFFEINE_EMBEDDINGS_PROVIDER", "none");
        return environment;
    }

    /** Where a living process answers that uses the same data. */
    private static Optional<URI> running(DataDirectory data) throws IOException {
        Optional<ProcessLock> lock = data.lock();
        if (lock.isPresent()) {
            lock.get().close();
            return Optional.empty();
        }
        return data.address().map(URI::create);
    }

    ApiClient client() {
        return client;
    }

    /** Is run when the command is interrupted, while the service still answers. */
    void beforeClose(Runnable action) {
        beforeClose = action;
    }

    private void stop() {
        Runnable action = beforeClose;
        if (action != null) {
            action.run();
        }
        if (process != null) {
            process.close();
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(stop);
        } catch (IllegalStateException e) {
            return; // the JVM is ending and the hook does it
        }
        client.close();
        if (process != null) {
            process.close();
        }
    }
}
