package dev.caffeinecode.docs.export;

import dev.caffeinecode.docs.run.Run;
import dev.caffeinecode.platform.objects.ObjectStore;
import dev.caffeinecode.repository.SnapshotKeys;
import jakarta.inject.Singleton;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** Where the exports of runs lie. */
@Singleton
public class Exports {
    private static final Duration VALIDITY = Duration.ofMinutes(15);

    private final ObjectStore objects;

    Exports(ObjectStore objects) {
        this.objects = objects;
    }

    /** Keeps the export of a run; repeating it replaces it. */
    public void put(Run run, Path zip) {
        objects.put(key(run), zip, "application/zip");
    }

    /** An address that serves the export of a completed run for some minutes, to whoever has it. */
    public URI address(Run run) {
        return objects.presignGet(key(run), VALIDITY, "wiki.zip");
    }

    private static String key(Run run) {
        return SnapshotKeys.repository(run.repository()) + "runs/" + run.id() + "/wiki.zip";
    }
}
