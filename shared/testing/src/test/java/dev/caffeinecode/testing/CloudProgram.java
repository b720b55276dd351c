package dev.caffeinecode.testing;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;

/** A program with a cloud of its own. */
final class CloudProgram {
    private static final String POSTMASTER = "SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1)";

    private CloudProgram() {}

    /** Prints the number of its database server's process when all runs, and waits for a signal. */
    public static void main(String[] arguments) throws SQLException, InterruptedException {
        TestCloudParts parts = TestCloudParts.untilExit(Path.of(arguments[0]), TestCloud.cache());
        parts.queues();
        parts.objects();
        TestDatabase database = parts.postgres().create();
        System.out.println(Databases.query(database, POSTMASTER));
        new CountDownLatch(1).await();
    }
}
