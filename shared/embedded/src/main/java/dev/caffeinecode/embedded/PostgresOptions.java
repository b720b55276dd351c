package dev.caffeinecode.embedded;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/**
 * How a local PostgreSQL is run.
 *
 * @param durable whether a committed transaction survives the loss of power; off it is about twice as fast and still
 *     survives the death of any process
 * @param port TCP port on 127.0.0.1; 0 takes a free one at every start
 * @param maxConnections 1 to 1,000
 * @param sharedBuffersMebibytes memory of the server for pages, 1 to 4,096 MiB
 * @param cacheDirectory where unpacked binaries and a built pgvector are kept and shared between data directories;
 *     null for a folder in the data directory
 */
public record PostgresOptions(
        boolean durable,
        int port,
        int maxConnections,
        int sharedBuffersMebibytes,
        @Nullable Path cacheDirectory) {
    private static final int DEFAULT_MAX_CONNECTIONS = 100;
    private static final int DEFAULT_SHARED_BUFFERS_MEBIBYTES = 64;

    public PostgresOptions {
        requireBetween("port", port, 0, 65_535);
        requireBetween("maxConnections", maxConnections, 1, 1_000);
        requireBetween("sharedBuffersMebibytes", sharedBuffersMebibytes, 1, 4_096);
    }

    /** For data a person keeps. */
    public static PostgresOptions forKeeps() {
        return new PostgresOptions(true, 0, DEFAULT_MAX_CONNECTIONS, DEFAULT_SHARED_BUFFERS_MEBIBYTES, null);
    }

    /** For tests: nothing waits for the disk. */
    public static PostgresOptions forTests() {
        return new PostgresOptions(false, 0, DEFAULT_MAX_CONNECTIONS, DEFAULT_SHARED_BUFFERS_MEBIBYTES, null);
    }

    public PostgresOptions withPort(int changed) {
        return new PostgresOptions(durable, changed, maxConnections, sharedBuffersMebibytes, cacheDirectory);
    }

    public PostgresOptions withMaxConnections(int changed) {
        return new PostgresOptions(durable, port, changed, sharedBuffersMebibytes, cacheDirectory);
    }

    public PostgresOptions withSharedBuffersMebibytes(int changed) {
        return new PostgresOptions(durable, port, maxConnections, changed, cacheDirectory);
    }

    public PostgresOptions withCacheDirectory(Path changed) {
        return new PostgresOptions(durable, port, maxConnections, sharedBuffersMebibytes, changed);
    }

    private static void requireBetween(String name, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(name + " must be " + min + " to " + max + ": " + value);
        }
    }
}
