package dev.caffeinecode.testing;

/** A database of one test class, with vector, pgcrypto and citext created in it; dropped on close. */
public record TestDatabase(String jdbcUrl, String user, String password) implements AutoCloseable {
    @Override
    public void close() {
        TestCloud.drop(name());
    }

    String name() {
        return jdbcUrl.substring(jdbcUrl.lastIndexOf('/') + 1);
    }
}
