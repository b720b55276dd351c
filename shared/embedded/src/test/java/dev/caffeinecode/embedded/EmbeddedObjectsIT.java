package dev.caffeinecode.embedded;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EmbeddedObjectsIT {
    private static final String BUCKET = "snapshots";
    private static final String ID = "local";
    private static final String SECRET = "local-secret";

    @TempDir
    static Path directory;

    private static EmbeddedObjects objects;
    private static S3Client s3;

    @BeforeAll
    static void start() {
        objects = EmbeddedObjects.start(directory, ID, SECRET);
        s3 = client(objects.endpoint(), SECRET);
        s3.createBucket(request -> request.bucket(BUCKET));
    }

    @AfterAll
    static void stop() {
        s3.close();
        objects.close();
    }

    @Test
    void objectIsReadWholeAndInPart() {
        put("a/whole", "0123456789");

        String part = s3.getObjectAsBytes(
                        request -> request.bucket(BUCKET).key("a/whole").range("bytes=2-4"))
                .asUtf8String();

        assertThat(get("a/whole")).isEqualTo("0123456789");
        assertThat(part).isEqualTo("234");
    }

    @Test
    void contentTypeAndMetadataAreKept() {
        s3.putObject(
                request -> request.bucket(BUCKET)
                        .key("typed")
                        .contentType("text/markdown")
                        .metadata(Map.of("commit", "abc")),
                RequestBody.fromString("# Title"));

        HeadObjectResponse head =
                s3.headObject(request -> request.bucket(BUCKET).key("typed"));

        assertThat(head.contentType()).isEqualTo("text/markdown");
        assertThat(head.metadata()).containsEntry("commit", "abc");
    }

    @Test
    void objectsAreListedByPrefix() {
        put("list/1", "x");
        put("list/2", "x");
        put("other", "x");

        assertThat(s3.listObjectsV2(request -> request.bucket(BUCKET).prefix("list/"))
                        .contents())
                .extracting(S3Object::key)
                .containsExactly("list/1", "list/2");
    }

    @Test
    void deletedObjectIsGone() {
        put("deleted", "x");

        s3.deleteObject(request -> request.bucket(BUCKET).key("deleted"));

        assertThatExceptionOfType(NoSuchKeyException.class).isThrownBy(() -> get("deleted"));
    }

    @Test
    void objectsAreDeletedTogether() {
        put("many/1", "x");
        put("many/2", "x");
        List<ObjectIdentifier> all = List.of(identifier("many/1"), identifier("many/2"));

        s3.deleteObjects(request -> request.bucket(BUCKET).delete(delete -> delete.objects(all)));

        assertThat(s3.listObjectsV2(request -> request.bucket(BUCKET).prefix("many/"))
                        .contents())
                .isEmpty();
    }

    @Test
    void objectIsCopied() {
        put("original", "text");

        s3.copyObject(request -> request.sourceBucket(BUCKET)
                .sourceKey("original")
                .destinationBucket(BUCKET)
                .destinationKey("copy"));

        assertThat(get("copy")).isEqualTo("text");
    }

    @Test
    void objectIsPutInParts() {
        String first = "a".repeat(5 << 20); // every part but the last has at least 5 MiB (S3 user guide)
        String upload = s3.createMultipartUpload(
                        request -> request.bucket(BUCKET).key("parts"))
                .uploadId();

        List<CompletedPart> parts = List.of(part(upload, 1, first), part(upload, 2, "b"));
        s3.completeMultipartUpload(request -> request.bucket(BUCKET)
                .key("parts")
                .uploadId(upload)
                .multipartUpload(completed -> completed.parts(parts)));

        assertThat(get("parts")).hasSize((5 << 20) + 1).endsWith("ab");
    }

    @Test
    void conditionalWriteKeepsTheFirst() {
        put("once", "first");

        assertThatExceptionOfType(S3Exception.class)
                .isThrownBy(() -> s3.putObject(
                        request -> request.bucket(BUCKET).key("once").ifNoneMatch("*"),
                        RequestBody.fromString("second")))
                .extracting(S3Exception::statusCode)
                .isEqualTo(412);
        assertThat(get("once")).isEqualTo("first");
    }

    @Test
    void presignedUrlOpensOneObjectOnly() throws Exception {
        put("shared", "for you");
        put("secret", "not for you");
        URI url = presign("shared");

        HttpResponse<String> shared = fetch(url);
        HttpResponse<String> changed = fetch(URI.create(url.toString().replace("/shared", "/secret")));

        assertThat(shared.body()).isEqualTo("for you");
        assertThat(changed.statusCode()).isEqualTo(403);
    }

    @Test
    void wrongSignatureIsRefused() {
        put("kept", "x");

        try (S3Client stranger = client(objects.endpoint(), "another-secret")) {
            assertThatExceptionOfType(S3Exception.class)
                    .isThrownBy(() ->
                            stranger.getObject(request -> request.bucket(BUCKET).key("kept")))
                    .extracting(S3Exception::statusCode)
                    .isEqualTo(403);
        }
    }

    @Test
    void objectsOutliveARestart(@TempDir Path other) {
        try (EmbeddedObjects first = EmbeddedObjects.start(other, ID, SECRET);
                S3Client client = client(first.endpoint(), SECRET)) {
            client.createBucket(request -> request.bucket("kept"));
            client.putObject(request -> request.bucket("kept").key("a"), RequestBody.fromString("x"));
        }

        try (EmbeddedObjects second = EmbeddedObjects.start(other, ID, SECRET);
                S3Client client = client(second.endpoint(), SECRET)) {
            assertThat(client.getObjectAsBytes(request -> request.bucket("kept").key("a"))
                            .asUtf8String())
                    .isEqualTo("x");
        }
    }

    private static CompletedPart part(String upload, int number, String text) {
        String tag = s3.uploadPart(
                        request -> request.bucket(BUCKET)
                                .key("parts")
                                .uploadId(upload)
                                .partNumber(number),
                        RequestBody.fromString(text))
                .eTag();
        return CompletedPart.builder().partNumber(number).eTag(tag).build();
    }

    private static ObjectIdentifier identifier(String key) {
        return ObjectIdentifier.builder().key(key).build();
    }

    private static void put(String key, String text) {
        s3.putObject(request -> request.bucket(BUCKET).key(key), RequestBody.fromString(text));
    }

    private static String get(String key) {
        return s3.getObjectAsBytes(request -> request.bucket(BUCKET).key(key)).asString(StandardCharsets.UTF_8);
    }

    private static URI presign(String key) {
        try (S3Presigner presigner = S3Presigner.builder()
                .endpointOverride(objects.endpoint())
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(credentials(SECRET))
                .serviceConfiguration(
                        S3Configuration.builder().pathStyleAccessEnabled(true).build())
                .build()) {
            return URI.create(presigner
                    .presignGetObject(presign -> presign.signatureDuration(Duration.ofMinutes(1))
                            .getObjectRequest(request -> request.bucket(BUCKET).key(key)))
                    .url()
                    .toString());
        }
    }

    private static HttpResponse<String> fetch(URI url) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString());
        }
    }

    private static S3Client client(URI endpoint, String secret) {
        return S3Client.builder()
                .endpointOverride(endpoint)
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(credentials(secret))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .forcePathStyle(true)
                .build();
    }

    private static StaticCredentialsProvider credentials(String secret) {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(ID, secret));
    }
}
