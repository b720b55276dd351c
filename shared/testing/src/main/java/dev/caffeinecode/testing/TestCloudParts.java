package dev.caffeinecode.testing;

import dev.caffeinecode.embedded.EmbeddedObjects;
import dev.caffeinecode.embedded.EmbeddedQueues;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The parts of a {@link TestCloud}, each started once, below one directory that goes with them. */
final class TestCloudParts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TestCloudParts.class);

    /** Known to nobody but the clients of this JVM's stand-ins; the queues take any. */
    private static final String ACCESS_KEY_ID = "test-access-key";

    private static final String SECRET_ACCESS_KEY = "test-secret-key";

    private final RunDirectory directory;
    private final Path cache;
    private @Nullable TestPostgres postgres;
    private @Nullable EmbeddedQueues queues;
    private @Nullable EmbeddedObjects objects;

    private TestCloudParts(RunDirectory directory, Path cache) {
        this.directory = directory;
        this.cache = cache;
    }

    /**
     * Makes the directory; nothing is started yet.
     *
     * @param runs where directories of JVMs lie beside each other, and are swept when their JVM was killed
     * @param cache keeps the binaries from run to run
     */
    static TestCloudParts create(Path runs, Path cache) {
        try {
            return new TestCloudParts(RunDirectory.create(runs), cache);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create a directory for tests below " + runs, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a directory below " + runs, e);
        }
    }

    /** Makes one that is closed when the JVM ends. */
    static TestCloudParts untilExit(Path runs, Path cache) {
        TestCloudParts parts = create(runs, cache);
        Runtime.getRuntime().addShutdownHook(new Thread(parts::close, "test-cloud-end"));
        return parts;
    }

    synchronized TestPostgres postgres() {
        if (postgres == null) {
            postgres = TestPostgres.start(directory.postgres(), cache);
        }
        return postgres;
    }

    synchronized TestService queues() {
        if (queues == null) {
            queues = EmbeddedQueues.start(TestCloud.REGION, TestCloud.ACCOUNT_ID);
        }
        return new TestService(queues.endpoint(), TestCloud.REGION, ACCESS_KEY_ID, SECRET_ACCESS_KEY);
    }

    synchronized TestService objects() {
        if (objects == null) {
            objects = EmbeddedObjects.start(directory.objects(), ACCESS_KEY_ID, SECRET_ACCESS_KEY);
        }
        return new TestService(objects.endpoint(), TestCloud.REGION, ACCESS_KEY_ID, SECRET_ACCESS_KEY);
    }

    @Override
    public synchronized void close() {
        if (objects != null) {
            objects.close();
        }
        if (queues != null) {
            queues.close();
        }
        if (postgres != null) {
            postgres.close();
        }
        try {
            directory.close();
        } catch (IOException e) {
            LOG.atWarn().setCause(e).log("the directory of this run is left to the next");
        }
    }
}
