package dev.caffeinecode.testing;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SharedCloudIT {
    @Test
    void databaseHasTheExtensions() throws SQLException {
        try (TestDatabase database = TestCloud.database()) {
            String extensions =
                    Databases.query(database, "SELECT string_agg(extname, ' ' ORDER BY extname) FROM pg_extension");

            assertThat(extensions).isEqualTo("citext pgcrypto plpgsql vector");
        }
    }

    @Test
    void databasesDoNotSeeEachOther() throws SQLException {
        try (TestDatabase first = TestCloud.database();
                TestDatabase second = TestCloud.database()) {
            Databases.execute(first, "CREATE TABLE run (id int)");

            assertThat(Databases.query(second, "SELECT to_regclass('run')")).isEqualTo("null");
        }
    }

    @Test
    void closedDatabaseIsGone() {
        TestDatabase database = TestCloud.database();

        database.close();

        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> Databases.query(database, "SELECT 1"))
                .extracting(SQLException::getSQLState)
                .isEqualTo("3D000");
    }

    @Test
    void databasesAreClonedSideBySide() throws Exception {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<TestDatabase>> clones = IntStream.range(0, 8)
                    .mapToObj(_ -> executor.submit(TestCloud::database))
                    .toList();

            for (Future<TestDatabase> clone : clones) {
                try (TestDatabase database = clone.get()) {
                    assertThat(Databases.query(database, "SELECT '[1,2]'::vector <-> '[1,2]'"))
                            .isEqualTo("0");
                }
            }
        }
    }

    @Test
    void queuesAndObjectsAnswerTheSdk() {
        try (SqsClient sqs = Clients.sqs(TestCloud.queues());
                S3Client s3 = Clients.s3(TestCloud.objects())) {
            String queue =
                    sqs.createQueue(request -> request.queueName("cloud")).queueUrl();
            s3.createBucket(request -> request.bucket("cloud"));
            s3.putObject(request -> request.bucket("cloud").key("a"), RequestBody.fromString("x"));

            assertThat(queue).endsWith("/" + TestCloud.ACCOUNT_ID + "/cloud");
            assertThat(s3.getObjectAsBytes(request -> request.bucket("cloud").key("a"))
                            .asUtf8String())
                    .isEqualTo("x");
        }
    }

    @Test
    void nothingIsLeftWhenTheJvmEnds(@TempDir Path runs) throws Exception {
        try (ChildJvm child = ChildJvm.start(CloudProgram.class, runs)) {
            ProcessHandle server = process(child.readLine());
            assertThat(directories(runs)).hasSize(1);

            child.terminate();

            assertThat(server).matches(SharedCloudIT::gone);
            assertThat(directories(runs)).isEmpty();
        }
    }

    @Test
    void whatAKilledJvmLeftIsSweptAwayByTheNext(@TempDir Path runs) throws Exception {
        ProcessHandle server;
        try (ChildJvm child = ChildJvm.start(CloudProgram.class, runs)) {
            server = process(child.readLine());
            child.kill();
        }
        assertThat(server).matches(ProcessHandle::isAlive);
        Path left = directories(runs).getFirst();

        TestCloudParts.create(runs, TestCloud.cache()).close();

        assertThat(server).matches(SharedCloudIT::gone);
        assertThat(left).doesNotExist();
    }

    @Test
    void jvmsBesideEachOtherHaveCloudsOfTheirOwn(@TempDir Path runs) throws Exception {
        try (ChildJvm first = ChildJvm.start(CloudProgram.class, runs);
                ChildJvm second = ChildJvm.start(CloudProgram.class, runs)) {
            ProcessHandle firstServer = process(first.readLine());
            ProcessHandle secondServer = process(second.readLine());

            assertThat(directories(runs)).hasSize(2);
            second.terminate();
            assertThat(firstServer).matches(ProcessHandle::isAlive);
            assertThat(secondServer).matches(SharedCloudIT::gone);
            first.terminate();
        }
    }

    private static ProcessHandle process(String pid) {
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    /** Dead, or a zombie that nobody reaps. */
    private static boolean gone(ProcessHandle process) {
        return !process.isAlive() || process.info().commandLine().isEmpty();
    }

    private static List<Path> directories(Path runs) throws IOException {
        try (Stream<Path> entries = Files.list(runs)) {
            return entries.filter(Files::isDirectory).toList();
        }
    }
}
