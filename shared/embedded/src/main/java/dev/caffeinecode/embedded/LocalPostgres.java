package dev.caffeinecode.embedded;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A PostgreSQL 17 with pgvector, pgcrypto and citext on this machine, reached at 127.0.0.1 by password only. Its data
 * stay below one directory (or in the Docker volume named after it) and outlive {@link #close()}. Thread-safe.
 */
public sealed interface LocalPostgres extends AutoCloseable permits DockerPostgres, EmbeddedPostgres {
    /** Starts the server in a container where Docker answers, else in a process of its own. */
    static LocalPostgres start(Path directory, PostgresOptions options) {
        DockerCli docker = DockerCli.onPath();
        return docker.answers()
                ? DockerPostgres.start(directory, options, docker)
                : EmbeddedPostgres.start(directory, options);
    }

    String jdbcUrl(String database);

    /** The superuser. */
    String user();

    String password();

    /** Creates a database unless it exists. */
    default void createDatabase(String name) throws SQLException {
        try {
            execute("CREATE DATABASE " + identifier(name));
        } catch (SQLException e) {
            boolean exists = "42P04".equals(e.getSQLState()) // duplicate_database
                    || "23505".equals(e.getSQLState()); // unique_violation: another creates it right now
            if (!exists) {
                throw e;
            }
        }
    }

    /** Copies a database nobody is connected to. */
    default void createDatabaseFromTemplate(String name, String template) throws SQLException {
        execute("CREATE DATABASE " + identifier(name) + " TEMPLATE " + identifier(template));
    }

    /** Drops a database if it exists and cuts off who is connected to it. */
    default void dropDatabase(String name) throws SQLException {
        execute("DROP DATABASE IF EXISTS " + identifier(name) + " WITH (FORCE)");
    }

    /** Stops the server; safe to call twice and from a shutdown hook. */
    @Override
    void close();

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbcUrl("postgres"), user(), password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String identifier(String name) {
        if (!name.matches("[a-z_][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException("not a database name (a-z, 0-9, _; at most 63): " + name);
        }
        return '"' + name + '"';
    }
}
