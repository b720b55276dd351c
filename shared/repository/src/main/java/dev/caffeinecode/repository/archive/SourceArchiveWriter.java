package dev.caffeinecode.repository.archive;

import dev.caffeinecode.platform.objects.ObjectStore;
import dev.caffeinecode.repository.CommitId;
import dev.caffeinecode.repository.RepositoryId;
import dev.caffeinecode.repository.SnapshotKeys;
import dev.caffeinecode.repository.git.TreeEntry;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;

/**
 * Writes the files of one commit into the object store: contents, each compressed by itself (raw deflate), one after the
 * other in segments of a bounded size, then the manifest that says where each lies. A snapshot without a manifest does
 * not exist; writing it again replaces what a crash left.
 */
public final class SourceArchiveWriter implements AutoCloseable {
    /** Bytes after which a segment is sent; bounds the disk that is used and the memory of who reads segments whole. */
    static final long SEGMENT_BYTES = 32L << 20;

    /** Fastest: the archive is read more often than it is worth shrinking, and blobs came out of a pack anyway. */
    private static final int LEVEL = Deflater.BEST_SPEED;

    private final ObjectStore objects;
    private final String prefix;
    private final CommitId commit;
    private final Path segmentFile;
    private final Deflater deflater = new Deflater(LEVEL, true);
    private final byte[] buffer = new byte[1 << 16];
    private final List<ArchiveEntry> entries = new ArrayList<>();
    private OutputStream segment;
    private int segments;
    private long segmentLength;

    /** @param directory for one segment at a time */
    public SourceArchiveWriter(ObjectStore objects, RepositoryId repository, CommitId commit, Path directory)
            throws IOException {
        this.objects = objects;
        this.prefix = SnapshotKeys.snapshot(repository, commit) + "source/";
        this.commit = commit;
        this.segmentFile = directory.resolve("segment");
        this.segment = open(segmentFile);
    }

    private static OutputStream open(Path file) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    }

    public void add(TreeEntry entry) throws IOException {
        byte[] content = entry.content();
        if (content == null) {
            entries.add(new ArchiveEntry(
                    entry.path(), entry.kind(), entry.blob(), entry.size(), ArchiveEntry.NO_SEGMENT, 0, 0));
            return;
        }
        int length = compress(content);
        entries.add(new ArchiveEntry(
                entry.path(), entry.kind(), entry.blob(), entry.size(), segments, segmentLength, length));
        segmentLength += length;
        if (segmentLength >= SEGMENT_BYTES) {
            send();
            segment = open(segmentFile);
        }
    }

    private int compress(byte[] content) throws IOException {
        deflater.reset();
        deflater.setInput(content);
        deflater.finish();
        int length = 0;
        while (!deflater.finished()) {
            int count = deflater.deflate(buffer);
            segment.write(buffer, 0, count);
            length += count;
        }
        return length;
    }

    private void send() throws IOException {
        segment.close();
        if (segmentLength > 0) {
            objects.put(SourceArchive.segmentKey(prefix, segments), segmentFile, "application/octet-stream");
            segments++;
            segmentLength = 0;
        }
    }

    /** Sends what is left and makes the snapshot exist. */
    public Totals finish() throws IOException {
        send();
        objects.put(SourceArchive.manifestKey(prefix), new Manifest(commit, entries).toBytes(), "application/gzip");
        long bytes = entries.stream().mapToLong(ArchiveEntry::size).sum();
        return new Totals(entries.size(), bytes);
    }

    /**
     * What a snapshot holds.
     *
     * @param files entries, submodules and links included
     * @param bytes of all contents before compression, those that are not kept included
     */
    public record Totals(int files, long bytes) {}

    @Override
    public void close() throws IOException {
        deflater.end();
        segment.close();
        Files.deleteIfExists(segmentFile);
    }
}
