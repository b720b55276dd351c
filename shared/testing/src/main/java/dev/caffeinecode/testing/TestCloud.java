package dev.caffeinecode.testing;

import java.nio.file.Path;

import static java.util.Objects.requireNonNull;

/**
 * The cloud that the tests of one JVM share: each part starts when it is first asked for and ends with the JVM.
 * Thread-safe; JVMs beside each other have clouds of their own.
 */
public final class TestCloud {
    public static final String REGION = "eu-central-1";

    /** In queue URLs and ARNs. */
    public static final String ACCOUNT_ID = "111122223333";

    private TestCloud() {}

    /** A fresh database, about 50 ms; the first starts the server. */
    public static TestDatabase database() {
        return Holder.PARTS.postgres().create();
    }

    /** SQS. Queue names are shared by all tests of the JVM, so each test takes names of its own. */
    public static TestService queues() {
        return Holder.PARTS.queues();
    }

    /** S3, for clients with path style. Bucket names are shared by all tests of the JVM. */
    public static TestService objects() {
        return Holder.PARTS.objects();
    }

    static void drop(String database) {
        Holder.PARTS.postgres().drop(database);
    }

    /** Where binaries are kept from run to run, as the XDG base directory specification has it. */
    public static Path cache() {
        String chosen = System.getenv("XDG_CACHE_HOME");
        Path caches = chosen == null || chosen.isEmpty() ? Path.of(property("user.home"), ".cache") : Path.of(chosen);
        return caches.resolve("caffeinecode");
    }

    /** Named after the user, who alone may enter. */
    private static Path runs() {
        return Path.of(property("java.io.tmpdir"), "caffeinecode-tests-" + property("user.name"));
    }

    private static String property(String name) {
        return requireNonNull(System.getProperty(name), name);
    }

    /** Loaded at the first use, and with it the parts are made. */
    private static final class Holder {
        private static final TestCloudParts PARTS = TestCloudParts.untilExit(runs(), cache());
    }
}
