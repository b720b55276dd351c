package dev.caffeinecode.platform.database;

import org.flywaydb.core.Flyway;

/**
 * Brings the schema up to date from the migrations that each module keeps under {@code db/migration}. Their numbers
 * count across modules. Needs Flyway on the class path, which only those have that migrate: the local process, tests
 * and the deployment.
 */
public final class SchemaMigration {
    private SchemaMigration() {}

    /**
     * Does nothing when the schema is up to date; of several callers at the same time, one migrates and the others wait.
     *
     * @param database where it is, not through a proxy that shares sessions
     */
    public static void run(DatabaseUrl database) {
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), database.password())
                .locations("classpath:db/migration")
                .validateMigrationNaming(true)
                .load()
                .migrate();
    }
}
