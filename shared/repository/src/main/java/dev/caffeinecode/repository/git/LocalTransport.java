package dev.caffeinecode.repository.git;

import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.TestProtocol;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.UploadPack;
import org.eclipse.jgit.transport.resolver.ServiceNotEnabledException;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Fetches from a repository of this machine as from any other. JGit does so for a path by itself, but prints a stack trace
 * when the repository is damaged; this is the only other way to have its two ends talk within the process, the name
 * notwithstanding.
 */
final class LocalTransport {
    private LocalTransport() {}

    /** @param source stays open until the transport is closed; the caller closes it */
    static Transport open(Repository into, Repository source) throws NotSupportedException, TransportException {
        TestProtocol<String> protocol =
                new TestProtocol<>((_, repository) -> new SilentUploadPack(repository), (_, _) -> {
                    throw new ServiceNotEnabledException();
                });
        URIish address = protocol.register("", source);
        return protocol.open(address, into, null);
    }

    private static final class SilentUploadPack extends UploadPack {
        SilentUploadPack(Repository repository) {
            super(repository);
        }

        @Override
        public void upload(InputStream in, OutputStream out, @Nullable OutputStream messages) {
            try {
                super.upload(in, out, messages);
            } catch (IOException | RuntimeException e) {
                // The receiving end is told, or finds the stream ended, and fails with what a person can use.
            }
        }
    }
}
