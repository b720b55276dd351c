package dev.caffeinecode.embedded;

/** Sentences that tell a person the ways out; they stand in several messages. */
final class Remedy {
    static final String OTHER_DATABASE =
            "Install Docker, or set CAFFEINE_DATABASE_URL to a PostgreSQL 17 that has pgvector.";

    private Remedy() {}
}
