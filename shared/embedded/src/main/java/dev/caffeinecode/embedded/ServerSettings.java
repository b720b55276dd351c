package dev.caffeinecode.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The settings of a local server, given on its command line so that a new version of ours changes old data too. */
final class ServerSettings {
    static final String SUPERUSER = "postgres";

    /** Collation of every database: by Unicode's rules, the same on every machine and in the container. */
    static final List<String> INITDB_LOCALE = List.of("--locale-provider=icu", "--icu-locale=und");

    private ServerSettings() {}

    /** {@code -c name=value} for what does not depend on where the server runs. */
    static List<String> arguments(PostgresOptions options) {
        List<String> settings = new ArrayList<>(List.of(
                "max_connections=" + options.maxConnections(),
                "shared_buffers=" + options.sharedBuffersMebibytes() + "MB",
                // Parallel HNSW builds of pgvector before 0.8.2 write out of bounds (CVE-2026-3172).
                "max_parallel_maintenance_workers=0",
                // Nobody replicates from here; less is written.
                "wal_level=minimal",
                "max_wal_senders=0",
                // English, for the line that says the server is ready; a client's errors, which quote its data, are
                // the client's to log.
                "lc_messages=C",
                "log_min_messages=log"));
        if (!options.durable()) {
            settings.addAll(List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off"));
        }
        return settings.stream().flatMap(setting -> Stream.of("-c", setting)).toList();
    }
}
