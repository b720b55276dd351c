package dev.caffeinecode.repository.archive;

import dev.caffeinecode.platform.objects.ObjectStore;
import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;
import dev.caffeinecode.repository.CommitId;
import dev.caffeinecode.repository.RepositoryId;
import dev.caffeinecode.repository.SnapshotKeys;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The files of one snapshot, read one by one or all in order. Safe for use by several threads. */
public final class SourceArchive {
    private final ObjectStore objects;
    private final String prefix;
    private final List<Block> blocks;
    private final List<ArchiveEntry> entries;
    private final Map<String, ArchiveEntry> byPath;

    private SourceArchive(ObjectStore objects, String prefix, Manifest manifest) {
        this.objects = objects;
        this.prefix = prefix;
        this.blocks = manifest.blocks();
        this.entries = manifest.entries();
        this.byPath = HashMap.newHashMap(entries.size());
        entries.forEach(entry -> byPath.put(entry.path(), entry));
    }

    /** @throws ProblemException {@link ErrorCode#INTERNAL} when there is no such archive or it is damaged */
    public static SourceArchive open(ObjectStore objects, RepositoryId repository, CommitId commit) {
        String prefix = SnapshotKeys.snapshot(repository, commit) + "source/";
        try {
            return new SourceArchive(objects, prefix, Manifest.read(objects.get(manifestKey(prefix))));
        } catch (IOException e) {
            throw damaged(prefix, e);
        }
    }

    static String manifestKey(String prefix) {
        return prefix + "manifest.gz";
    }

    static String segmentKey(String prefix, int segment) {
        return prefix + "segment-" + segment;
    }

    /** In git's order. */
    public List<ArchiveEntry> entries() {
        return entries;
    }

    public Optional<ArchiveEntry> find(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /** The content of one file with one request; empty when none is kept. */
    public byte[] read(ArchiveEntry entry) {
        if (!entry.hasContent()) {
            return new byte[0];
        }
        Block block = blocks.get(entry.block());
        byte[] deflated = objects.get(segmentKey(prefix, block.segment()), block.offset(), block.length());
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(deflated);
            inflate(inflater, entry.start());
            return inflate(inflater, entry.size());
        } finally {
            inflater.end();
        }
    }

    /** An entry with its content, which is empty when none is kept. */
    public static final class Loaded {
        private final ArchiveEntry entry;
        private final byte[] content;

        private Loaded(ArchiveEntry entry, byte[] content) {
            this.entry = entry;
            this.content = content;
        }

        public ArchiveEntry entry() {
            return entry;
        }

        /** Not a copy; belongs to whoever takes it. */
        public byte[] content() {
            return content;
        }
    }

    /** All, in order, for one thread; reads each segment once and holds one in memory. */
    public Iterator<Loaded> load() {
        Iterator<ArchiveEntry> left = entries.iterator();
        return new Iterator<>() {
            private final Inflater inflater = new Inflater(true);
            private int current = ArchiveEntry.NO_BLOCK;
            private int loaded = -1;
            private byte[] segment = new byte[0];

            @Override
            public boolean hasNext() {
                return left.hasNext();
            }

            @Override
            public Loaded next() {
                ArchiveEntry entry = left.next();
                if (!entry.hasContent()) {
                    return new Loaded(entry, new byte[0]);
                }
                if (entry.block() != current) {
                    current = entry.block();
                    open(blocks.get(current));
                }
                // Contents lie in the order of the entries, so the next one begins where the last one ended.
                return new Loaded(entry, inflate(inflater, entry.size()));
            }

            private void open(Block block) {
                if (block.segment() != loaded) {
                    loaded = block.segment();
                    segment = objects.get(segmentKey(prefix, loaded));
                }
                if (block.offset() + block.length() > segment.length) {
                    throw damaged(prefix, null);
                }
                inflater.reset();
                inflater.setInput(segment, (int) block.offset(), block.length());
            }
        };
    }

    private byte[] inflate(Inflater inflater, long size) {
        try {
            byte[] content = new byte[Math.toIntExact(size)];
            int count = 0;
            while (count < content.length) {
                int more = inflater.inflate(content, count, content.length - count);
                if (more == 0) {
                    throw damaged(prefix, null);
                }
                count += more;
            }
            return content;
        } catch (DataFormatException | ArithmeticException e) {
            throw damaged(prefix, e);
        }
    }

    private static ProblemException damaged(String prefix, @Nullable Exception cause) {
        return new ProblemException(ErrorCode.INTERNAL, "source archive is damaged: " + prefix, cause);
    }
}
