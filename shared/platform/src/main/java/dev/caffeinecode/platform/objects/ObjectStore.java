package dev.caffeinecode.platform.objects;

import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;
import jakarta.inject.Singleton;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Files by key in one S3 bucket. Writing a key again replaces it whole; every method may be repeated and throws
 * {@link ErrorCode#STORAGE_UNAVAILABLE} when S3 does not answer.
 */
@Singleton
public class ObjectStore {
    private final S3Client s3;
    private final S3Presigner presigner;
    private final String bucket;

    ObjectStore(S3Client s3, S3Presigner presigner, ObjectSettings settings) {
        this.s3 = s3;
        this.presigner = presigner;
        this.bucket = settings.bucket();
    }

    public void put(String key, byte[] content, String contentType) {
        put(key, RequestBody.fromBytes(content), contentType);
    }

    /** Sends a file as it is; it must not change meanwhile. At most 5 GB, the limit of one S3 PUT. */
    public void put(String key, Path file, String contentType) {
        put(key, RequestBody.fromFile(file), contentType);
    }

    private void put(String key, RequestBody body, String contentType) {
        call(() -> s3.putObject(r -> r.bucket(bucket).key(key).contentType(contentType), body));
    }

    /** The whole object, in memory; empty when there is none. */
    public Optional<byte[]> find(String key) {
        return call(() -> {
            try {
                return Optional.of(
                        s3.getObjectAsBytes(r -> r.bucket(bucket).key(key)).asByteArrayUnsafe());
            } catch (NoSuchKeyException e) {
                return Optional.<byte[]>empty();
            }
        });
    }

    /** As {@link #find}, for an object that must be there. */
    public byte[] get(String key) {
        return find(key).orElseThrow(() -> new ProblemException(ErrorCode.INTERNAL, "object is missing: " + key));
    }

    /**
     * A part of an object that must be there.
     *
     * @param offset first byte, from 0
     * @param length bytes, at least 1; the range lies inside the object
     */
    public byte[] get(String key, long offset, int length) {
        String range = "bytes=" + offset + "-" + (offset + length - 1);
        ResponseBytes<GetObjectResponse> part =
                call(() -> s3.getObjectAsBytes(r -> r.bucket(bucket).key(key).range(range)));
        return part.asByteArrayUnsafe();
    }

    public boolean exists(String key) {
        return call(() -> {
            try {
                s3.headObject(r -> r.bucket(bucket).key(key));
                return true;
            } catch (NoSuchKeyException e) {
                return false;
            }
        });
    }

    public void delete(String key) {
        call(() -> s3.deleteObject(r -> r.bucket(bucket).key(key)));
    }

    /** Deletes every object whose key starts so; none left is no error. */
    public void deletePrefix(String prefix) {
        call(() -> {
            s3.listObjectsV2Paginator(r -> r.bucket(bucket).prefix(prefix)).stream()
                    .filter(page -> !page.contents().isEmpty())
                    .forEach(page -> deleteAll(page.contents()));
            return prefix;
        });
    }

    private void deleteAll(List<S3Object> page) {
        List<ObjectIdentifier> keys = page.stream()
                .map(object -> ObjectIdentifier.builder().key(object.key()).build())
                .toList();
        s3.deleteObjects(r -> r.bucket(bucket).delete(d -> d.objects(keys).quiet(true)));
    }

    /**
     * An address from which anyone may read the object until it expires.
     *
     * @param fileName what a browser calls the download; letters, digits, dots and dashes only
     */
    public URI presignGet(String key, Duration validity, String fileName) {
        try {
            return presigner
                    .presignGetObject(p -> p.signatureDuration(validity)
                            .getObjectRequest(r -> r.bucket(bucket)
                                    .key(key)
                                    .responseContentDisposition("attachment; filename=\"" + fileName + "\"")))
                    .url()
                    .toURI();
        } catch (URISyntaxException e) {
            throw new ProblemException(ErrorCode.INTERNAL, "presigned address is not a URI", e);
        }
    }

    private static <T> T call(Supplier<T> request) {
        try {
            return request.get();
        } catch (SdkException e) {
            throw new ProblemException(ErrorCode.STORAGE_UNAVAILABLE, "S3 request failed", e);
        }
    }
}
