package dev.caffeinecode.testing;

import dev.caffeinecode.embedded.EmbeddedPostgres;
import dev.caffeinecode.embedded.PostgresOptions;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** A server with a template that databases are cloned from. */
final class TestPostgres implements AutoCloseable {
    private static final String TEMPLATE = "template_caffeinecode";
    private static final int MAX_CONNECTIONS = 200;

    private final EmbeddedPostgres server;
    private final AtomicInteger databases = new AtomicInteger();

    private TestPostgres(EmbeddedPostgres server) {
        this.server = server;
    }

    static TestPostgres start(Path directory, Path cache) {
        PostgresOptions options =
                PostgresOptions.forTests().withMaxConnections(MAX_CONNECTIONS).withCacheDirectory(cache);
        TestPostgres postgres = new TestPostgres(EmbeddedPostgres.start(directory, options));
        try {
            postgres.createTemplate();
            return postgres;
        } catch (SQLException e) {
            postgres.close();
            throw new IllegalStateException("cannot create the template database", e);
        }
    }

    TestDatabase create() {
        String name = "test_" + databases.incrementAndGet();
        try {
            server.createDatabaseFromTemplate(name, TEMPLATE);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create database " + name, e);
        }
        return new TestDatabase(server.jdbcUrl(name), server.user(), server.password());
    }

    void drop(String database) {
        try {
            server.dropDatabase(database);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot drop database " + database, e);
        }
    }

    @Override
    public void close() {
        server.close();
    }

    private void createTemplate() throws SQLException {
        server.createDatabase(TEMPLATE);
        execute(TEMPLATE, "CREATE EXTENSION vector; CREATE EXTENSION pgcrypto; CREATE EXTENSION citext");
        // Nobody, autovacuum included, may be connected to what is being copied.
        execute("postgres", "ALTER DATABASE " + TEMPLATE + " WITH ALLOW_CONNECTIONS false");
    }

    private void execute(String database, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(server.jdbcUrl(database), server.user(), server.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
