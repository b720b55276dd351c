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

/** A bare repository that takes no pack, and no object in a pack, over a size. */
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

    @Override
    public ObjectInserter newObjectInserter() {
        ObjectInserter inserter = super.newObjectInserter();
        return new ObjectInserter.Filter() {
            @Override
            protected ObjectInserter delegate() {
                return inserter;
            }

            @Override
            public PackParser newPackParser(InputStream in) throws IOException {
                PackParser parser = inserter.newPackParser(new BoundedStream(in, limits.maxPackBytes(), guard));
                parser.setMaxObjectSizeLimit(limits.maxObjectBytes());
                return parser;
            }
        };
    }

    private static final class BoundedStream extends FilterInputStream {
        private final FetchGuard guard;
        private long left;

        BoundedStream(InputStream in, long maxBytes, FetchGuard guard) {
            super(in);
            this.guard = guard;
            this.left = maxBytes;
        }

        @Override
        public int read() throws IOException {
            int octet = super.read();
            count(octet < 0 ? 0 : 1);
            return octet;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            count(Math.max(0, count));
            return count;
        }

        private void count(int bytes) throws IOException {
            guard.check();
            left -= bytes;
            if (left < 0) {
                throw guard.refuse(ErrorCode.REPOSITORY_TOO_LARGE);
            }
        }
    }
}
