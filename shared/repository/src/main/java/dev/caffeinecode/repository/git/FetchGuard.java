package dev.caffeinecode.repository.git;

import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.repository.url.CloneUrl;
import org.eclipse.jgit.lib.EmptyProgressMonitor;
import org.eclipse.jgit.lib.ProgressMonitor;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URL;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Watches one fetch, which runs on one virtual thread: which server is spoken to, how much it sends, until when. The first thing that went wrong is kept,
 * because the exceptions that come out of JGit for it say less, and repeat what the server sent.
 */
final class FetchGuard implements AutoCloseable {
    /** What may be said besides the pack, refs and progress: a server that ignores which are asked for sends half a million. */
    private static final long TALK_BYTES = 64L << 20;

    private final CloneUrl.@Nullable Remote server;
    private final long maxPackBytes;
    private final Deadline deadline;
    private final AtomicLong received = new AtomicLong();
    private volatile long maxBytes = TALK_BYTES;
    private final AtomicReference<@Nullable ErrorCode> refusal = new AtomicReference<>();
    private volatile boolean redirected;
    private final List<GuardedConnection> connections = new CopyOnWriteArrayList<>();
    private final Deadline.Alarm alarm;
    private final Object lock = new Object();
    private @Nullable Thread waiting;
    private boolean aborted;

    /** @param server the only one spoken to; null when the fetch is from a path of this machine */
    FetchGuard(CloneUrl.@Nullable Remote server, long maxPackBytes, Deadline deadline) {
        this.server = server;
        this.maxPackBytes = maxPackBytes;
        this.deadline = deadline;
        this.alarm = deadline.whenPassed(this::abort);
    }

    HttpConnectionFactory connections() {
        return new HttpConnectionFactory() {
            @Override
            public HttpConnection create(URL url) throws IOException {
                return open(url);
            }

            @Override
            public HttpConnection create(URL url, Proxy proxy) throws IOException {
                return open(url);
            }
        };
    }

    private HttpConnection open(URL url) throws IOException {
        check();
        requireSameServer(url);
        GuardedConnection connection = new GuardedConnection(url, this);
        connections.add(connection);
        return connection;
    }

    private void requireSameServer(URL url) throws IOException {
        int port = url.getPort() < 0 ? url.getDefaultPort() : url.getPort();
        boolean same = server != null
                && url.getProtocol().equals(server.uri().getScheme())
                && url.getHost().equalsIgnoreCase(server.host())
                && port == server.port()
                && url.getUserInfo() == null;
        if (!same) {
            throw refuse(ErrorCode.REDIRECT_NOT_ALLOWED);
        }
    }

    /** Called with the status of every answer; an answer that is not from a git server goes no further. */
    void answered(URL url, int status, @Nullable String contentType, @Nullable String encoding) throws IOException {
        redirected = status >= 300 && status < 400;
        switch (status) {
            case HttpURLConnection.HTTP_OK -> requireGit(url, contentType, encoding);
            case HttpURLConnection.HTTP_UNAUTHORIZED, HttpURLConnection.HTTP_FORBIDDEN ->
                throw refuse(ErrorCode.AUTH_REQUIRED);
            case HttpURLConnection.HTTP_NOT_FOUND, HttpURLConnection.HTTP_GONE -> throw refuse(ErrorCode.NOT_FOUND);
            case 429 -> throw refuse(ErrorCode.GIT_SERVER_UNAVAILABLE);
            default -> {
                if (status >= 500) {
                    throw refuse(ErrorCode.GIT_SERVER_UNAVAILABLE);
                }
                if (status < 300 || status >= 400) {
                    throw refuse(ErrorCode.NOT_A_GIT_REPOSITORY);
                }
            }
        }
    }

    /**
     * gitprotocol-http(5): a smart server names the service in the content type. None of ours is asked to compress, and one
     * that does it unasked could pass any limit.
     */
    private void requireGit(URL url, @Nullable String contentType, @Nullable String encoding) throws IOException {
        String expected = url.getPath().endsWith("/info/refs")
                ? "application/x-git-upload-pack-advertisement"
                : "application/x-git-upload-pack-result";
        if (!expected.equals(contentType) || encoding != null) {
            throw refuse(ErrorCode.NOT_A_GIT_REPOSITORY);
        }
    }

    /** From now on the pack comes; before, a server that sends without end is stopped early. */
    void expectPack() {
        maxBytes = received.get() + maxPackBytes + TALK_BYTES;
    }

    void received(int bytes) throws IOException {
        check();
        if (received.addAndGet(bytes) > maxBytes) {
            throw refuse(ErrorCode.REPOSITORY_TOO_LARGE);
        }
    }

    /** Of a connection's own timeout, as much as there is time left, at least 1. */
    int millisLeft(int timeout) {
        return Math.clamp(deadline.left().toMillis(), 1, timeout);
    }

    void check() throws IOException {
        if (deadline.passed()) {
            throw refuse(ErrorCode.CLONE_TIMEOUT);
        }
    }

    IOException refuse(ErrorCode code) {
        refusal.compareAndSet(null, code);
        return new IOException("refused: " + code);
    }

    /** What the guard refused first; a redirect that led nowhere counts as one, and what fails after the deadline too. */
    Optional<ErrorCode> refusal() {
        if (deadline.passed()) {
            refusal.compareAndSet(null, ErrorCode.CLONE_TIMEOUT);
        }
        return Optional.ofNullable(refusal.get())
                .or(() -> redirected ? Optional.of(ErrorCode.REDIRECT_NOT_ALLOWED) : Optional.empty());
    }

    /** Stops JGit between two objects; while it resolves the deltas of one it asks nothing, only reports. */
    ProgressMonitor monitor() {
        return new EmptyProgressMonitor() {
            @Override
            public void update(int completed) {
                try {
                    check();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public boolean isCancelled() {
                return deadline.passed();
            }
        };
    }

    /** Something that may wait for the server. */
    @FunctionalInterface
    interface Talk<T> {
        T run() throws IOException;
    }

    /**
     * Does something that may wait for the server, and gives it up when the deadline passes. Closing the connection would
     * not do: {@link HttpURLConnection} has whoever closes wait for whoever reads.
     */
    <T> T waitFor(Talk<T> talk) throws IOException {
        synchronized (lock) {
            check();
            waiting = Thread.currentThread();
        }
        try {
            return talk.run();
        } finally {
            synchronized (lock) {
                waiting = null;
                if (aborted) {
                    boolean _ = Thread.interrupted(); // it was meant for the talk alone
                }
            }
        }
    }

    private void abort() {
        refusal.compareAndSet(null, ErrorCode.CLONE_TIMEOUT);
        synchronized (lock) {
            if (waiting != null) {
                aborted = true;
                waiting.interrupt();
            }
        }
    }

    @Override
    public void close() {
        alarm.close();
        connections.forEach(GuardedConnection::disconnect);
    }
}
