package dev.caffeinecode.repository.git;

import dev.caffeinecode.platform.problem.ErrorCode;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.BaseRepositoryBuilder;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.PackParser;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** A bare repository that takes no pack, and no object in a pack, over a size, and no pack of too many objects. */
final class BoundedRepository extends FileRepository {
    private final CloneLimits limits;
    private final FetchGuard guard;

    private BoundedRepository(BaseRepositoryBuilder<?, ?> builder, CloneLimits limits, FetchGuard guard)
            throws IOException {
        super(builder);
        this.limits = limits;
        this.guard = guard;
    }

    static Repository create(Path directory, CloneLimits limits, FetchGuard guard) throws IOException {
        FileRepositoryBuilder builder =
                new FileRepositoryBuilder().setGitDir(directory.toFile()).setBare();
        builder.setup();
        BoundedRepository repository = new BoundedRepository(builder, limits, guard);
        repository.create(true);
        return repository;
    }

    /** Over a cached view: the plain one asks the disk three times for each object whether it has it already. */
    @Override
    public ObjectInserter newObjectInserter() {
        ObjectInserter inserter = getObjectDatabase().newCachedDatabase().newInserter();
        return new ObjectInserter.Filter() {
            @Override
            protected ObjectInserter delegate() {
                return inserter;
            }

            @Override
            public PackParser newPackParser(InputStream in) throws IOException {
                guard.expectPack();
                PackParser parser = inserter.newPackParser(new BoundedStream(in, limits, guard));
                parser.setMaxObjectSizeLimit(limits.maxObjectBytes());
                return parser;
            }
        };
    }

    private static final class BoundedStream extends FilterInputStream {
        /** gitformat-pack(5): four bytes of signature, four of version, then the number of objects. */
        private static final int COUNT_OFFSET = 8;

        private static final int HEADER_BYTES = 12;

        /** The commit and the tags that lead to it, which are no files. */
        private static final int OTHER_OBJECTS = 100;

        private final FetchGuard guard;
        private final long maxBytes;
        private final long maxObjects;
        private long bytes;
        private long objects;

        BoundedStream(InputStream in, CloneLimits limits, FetchGuard guard) {
            super(in);
            this.guard = guard;
            this.maxBytes = limits.maxPackBytes();
            this.maxObjects = (long) limits.maxFiles() + OTHER_OBJECTS;
        }

        @Override
        public int read() throws IOException {
            byte[] octet = new byte[1];
            return read(octet, 0, 1) < 0 ? -1 : octet[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            guard.check();
            for (int i = 0; i < count && bytes + i < HEADER_BYTES; i++) {
                if (bytes + i >= COUNT_OFFSET) {
                    objects = objects << 8 | (buffer[offset + i] & 0xff);
                }
            }
            bytes += Math.max(0, count);
            // JGit makes room for as many objects as the header promises before it has seen the first one.
            if (bytes >= HEADER_BYTES && objects > maxObjects) {
                throw guard.refuse(ErrorCode.TOO_MANY_FILES);
            }
            if (bytes > maxBytes) {
                throw guard.refuse(ErrorCode.REPOSITORY_TOO_LARGE);
            }
            return count;
        }
    }
}
