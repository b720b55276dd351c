package dev.caffeinecode.embedded;

import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * S3 in this process (s3proxy) over a directory, on a free port of 127.0.0.1. It checks signatures, the expiry of
 * presigned URLs and conditional writes. Clients need {@code forcePathStyle(true)}. Server-side encryption, versions,
 * tags and life cycles are not there: 501.
 */
public final class EmbeddedObjects implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedObjects.class);

    /** Of which the server takes about four for itself. */
    private static final int MAX_THREADS = 32;

    private final S3Proxy proxy;
    private final URI endpoint;

    private EmbeddedObjects(S3Proxy proxy, URI endpoint) {
        this.proxy = proxy;
        this.endpoint = endpoint;
    }

    /**
     * Starts and waits until it answers.
     *
     * @param directory created if missing; holds a directory for each bucket
     * @param accessKeyId the one that requests must be signed with
     */
    public static EmbeddedObjects start(Path directory, String accessKeyId, String secretAccessKey) {
        S3Proxy proxy = null;
        boolean started = false;
        try {
            Path root = Files.createDirectories(directory).toRealPath();
            proxy = proxy(root, accessKeyId, secretAccessKey);
            proxy.start();
            URI endpoint = URI.create("http://127.0.0.1:" + proxy.getPort());
            started = true;
            LOG.atInfo().addKeyValue("endpoint", endpoint).log("objects started");
            return new EmbeddedObjects(proxy, endpoint);
        } catch (Exception e) { // declared by S3Proxy.start
            throw new EmbeddedStartException("S3 could not be started over " + directory + ": " + e, e);
        } finally {
            if (proxy != null && !started) {
                stop(proxy);
            }
        }
    }

    /** For {@code endpointOverride} of the SDK's client and presigner. */
    public URI endpoint() {
        return endpoint;
    }

    /** The files stay; safe to call twice and from a shutdown hook. */
    @Override
    public void close() {
        stop(proxy);
    }

    private static S3Proxy proxy(Path root, String accessKeyId, String secretAccessKey) {
        return S3Proxy.builder()
                .blobStore(new FilesystemNio2BlobStore(root.toString()))
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V4, accessKeyId, secretAccessKey)
                .ignoreUnknownHeaders(true)
                .jettyMaxThreads(MAX_THREADS)
                .stopTimeout(0) // an idle connection of a client would hold a graceful stop for the whole limit
                .build();
    }

    private static void stop(S3Proxy proxy) {
        try {
            proxy.stop();
        } catch (Exception e) { // declared by S3Proxy.stop
            LOG.atWarn().setCause(e).log("objects did not stop cleanly");
        }
    }
}
