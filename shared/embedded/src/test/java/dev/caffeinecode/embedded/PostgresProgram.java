package dev.caffeinecode.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;

/** A program that keeps a durable server with one row, as another process for tests to kill. */
final class PostgresProgram {
    private PostgresProgram() {}

    /** Prints the number of the server's process when it is ready; closes on SIGTERM. */
    public static void main(String[] arguments) throws IOException, SQLException, InterruptedException {
        Path directory = Path.of(arguments[0]);
        PostgresOptions options = PostgresOptions.forKeeps().withCacheDirectory(Path.of(arguments[1]));
        EmbeddedPostgres postgres = EmbeddedPostgres.start(directory, options);
        Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
        Sql.execute(postgres, "postgres", "CREATE TABLE run AS SELECT 7 AS id");
        System.out.println(
                Files.readAllLines(directory.resolve("data/postmaster.pid")).getFirst());
        new CountDownLatch(1).await();
    }
}
