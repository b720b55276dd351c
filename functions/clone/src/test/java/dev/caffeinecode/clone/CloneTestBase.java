package dev.caffeinecode.clone;

import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.repository.Repository;
import dev.caffeinecode.repository.Snapshot;
import dev.caffeinecode.repository.Snapshots;
import dev.caffeinecode.testing.GitFixture;
import dev.caffeinecode.testing.GitRequest;
import dev.caffeinecode.testing.GitServer;
import dev.caffeinecode.testing.TestEnvironment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/** A function over a database, queues and objects of its own, and a git server with one repository, {@code shop}. */
abstract class CloneTestBase {
    static final String REFS = "/shop/info/refs";
    static final String PACK = "/shop/git-upload-pack";

    @TempDir
    Path directory;

    TestEnvironment environment;
    GitFixture shop;
    GitServer server;
    CloneFunction function;
    String head;

    @BeforeEach
    final void start() {
        shop = GitFixture.create(directory.resolve("root/shop"));
        head = shop.file("src/Shop.java", "class Shop {}\n").commit("Open");
        server = GitServer.serve(directory.resolve("root"));
        environment = TestEnvironment.create();
        function = start(Duration.ofMinutes(1));
    }

    final CloneFunction start(Duration lease) {
        Map<String, Object> properties = environment.properties();
        properties.put("caffeine.clone-urls.http", true);
        properties.put(
                "caffeine.clone-urls.private-hosts",
                String.valueOf(URI.create(server.url("")).getAuthority()));
        properties.put("caffeine.clone.max-files", 100);
        properties.put(
                "caffeine.scratch.directory", directory.resolve("scratch").toString());
        properties.put("caffeine.steps.lease", lease.toMillis() + "ms");
        properties.put("caffeine.steps.max-attempts", 2);
        return CloneFunction.start(properties);
    }

    @AfterEach
    final void stopAndLeaveNoFiles() {
        assertThat(directory.resolve("scratch")).isEmptyDirectory();
        function.close();
        environment.close();
        server.close();
    }

    final Repository add() {
        return function.add(server.url("shop"), null);
    }

    /** Delivers what is in the queue. */
    final List<String> deliverQueued() {
        return function.deliver(environment.drain("clone"));
    }

    final Snapshot snapshot(Repository repository) {
        return function.bean(Snapshots.class)
                .find(requireNonNull(function.get(repository).latest()))
                .orElseThrow();
    }

    final @Nullable ErrorCode failure(Repository repository) {
        Repository now = function.get(repository);
        return now.failure() == null ? null : now.failure().code();
    }

    final long fetches() {
        return server.requests().stream()
                .map(GitRequest::path)
                .filter(PACK::equals)
                .count();
    }
}
