package dev.caffeinecode.index;

import dev.caffeinecode.code.format.GraphLimits;
import dev.caffeinecode.code.format.KnownFilesFormat;
import dev.caffeinecode.code.format.MalformedGraphException;
import dev.caffeinecode.code.index.FileKey;
import dev.caffeinecode.code.index.KnownFiles;
import dev.caffeinecode.code.index.ReadFiles;
import dev.caffeinecode.code.index.ReaderBuild;
import dev.caffeinecode.platform.objects.ObjectStore;
import dev.caffeinecode.platform.telemetry.LogKeys;
import dev.caffeinecode.repository.RepositoryId;
import dev.caffeinecode.repository.SnapshotKeys;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What was found out about the files of a repository, from one of its commits to the next. One object for each repository,
 * replaced whole: of two commits that are indexed at a time the last to end is remembered, and either is right, because
 * files are known by all that their reading depends on.
 */
@Singleton
class FileMemory {
    private static final Logger LOG = LoggerFactory.getLogger(FileMemory.class);

    private final ObjectStore objects;

    FileMemory(ObjectStore objects) {
        this.objects = objects;
    }

    /** Returns what is known of files; nothing if it was found out by another build or is damaged. */
    KnownFiles recall(RepositoryId repository, Predicate<FileKey> wanted) {
        Optional<String> build = ReaderBuild.current();
        Optional<byte[]> stored = build.flatMap(_ -> objects.find(SnapshotKeys.knownFiles(repository)));
        if (stored.isEmpty()) {
            return KnownFiles.NONE;
        }
        try {
            return KnownFilesFormat.read(
                    build.orElseThrow(), new ByteArrayInputStream(stored.get()), wanted, GraphLimits.DEFAULT);
        } catch (MalformedGraphException e) {
            LOG.atInfo()
                    .addKeyValue(LogKeys.REPOSITORY_ID, repository)
                    .setCause(e)
                    .log("known files are of no use");
            return KnownFiles.NONE;
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory can be read
        }
    }

    /** Writes down what was found out, if that is much more than was known. */
    void keep(RepositoryId repository, ReadFiles read) {
        Optional<String> build = ReaderBuild.current();
        if (build.isEmpty() || !read.isWorthKeeping()) {
            return;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            KnownFilesFormat.write(build.get(), read.keepable(), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing in memory fails to be written
        }
        objects.put(SnapshotKeys.knownFiles(repository), bytes.toByteArray(), "application/octet-stream");
    }
}
