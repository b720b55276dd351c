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

    /** An entry with its content, which is empty when none is kept. Belongs to the thread that loads. */
    public static final class Loaded {
        private final ArchiveEntry entry;
        private final Contents contents;
        private byte @Nullable [] content;

        private Loaded(ArchiveEntry entry, Contents contents) {
            this.entry = entry;
            this.contents = contents;
        }

        public ArchiveEntry entry() {
            return entry;
        }

        /**
         * Not a copy; belongs to whoever takes it. What nobody asks for is not read.
         *
         * @throws IllegalStateException when first asked for after the entry behind this one
         */
        public byte[] content() {
            byte[] known = content;
            if (known == null) {
                known = contents.of(this);
                content = known;
            }
            return known;
        }
    }

    /** All, in order, for one thread; reads each segment at most once and holds one in memory. */
    public Iterator<Loaded> load() {
        return new Contents();
    }

    /** A way through all entries, which goes through the contents of those that are asked for. */
    private final class Contents implements Iterator<Loaded> {
        private final Iterator<ArchiveEntry> left = entries.iterator();
        private final Inflater inflater = new Inflater(true);
        private int block = ArchiveEntry.NO_BLOCK;
        private int position;
        private int loaded = -1;
        private byte[] segment = new byte[0];
        private @Nullable Loaded latest;

        @Override
        public boolean hasNext() {
            return left.hasNext();
        }

        @Override
        public Loaded next() {
            Loaded next = new Loaded(left.next(), this);
            latest = next;
            return next;
        }

        byte[] of(Loaded asked) {
            if (asked != latest) {
                throw new IllegalStateException("gone by: " + asked.entry().path());
            }
            ArchiveEntry entry = asked.entry();
            if (!entry.hasContent()) {
                return new byte[0];
            }
            if (entry.block() != block) {
                open(entry.block());
            }
            // Contents lie in the order of the entries, so each begins where the one before ended, or behind it.
            inflate(inflater, Math.max(0, entry.start() - position));
            byte[] content = inflate(inflater, entry.size());
            position = entry.start() + content.length;
            return content;
        }

        private void open(int number) {
            Block opened = blocks.get(number);
            if (opened.segment() != loaded) {
                loaded = opened.segment();
                segment = objects.get(segmentKey(prefix, loaded));
            }
            if (opened.offset() + opened.length() > segment.length) {
                throw damaged(prefix, null);
            }
            inflater.reset();
            inflater.setInput(segment, (int) opened.offset(), opened.length());
            block = number;
            position = 0;
        }
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
