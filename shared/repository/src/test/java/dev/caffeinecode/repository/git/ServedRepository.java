package dev.caffeinecode.repository.git;

import dev.caffeinecode.testing.GitFixture;
import dev.caffeinecode.testing.GitServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** One repository without commits, on a server that a fetch may speak to. */
abstract class ServedRepository {
    @TempDir
    Path directory;

    Fetches fetches;
    GitFixture shop;
    GitServer server;
    String url;

    @BeforeEach
    final void serve() {
        fetches = new Fetches(directory.resolve("fetches"));
        shop = GitFixture.create(directory.resolve("root/shop"));
        server = GitServer.serve(directory.resolve("root"));
        url = server.url("shop");
    }

    @AfterEach
    final void stop() {
        server.close();
    }
}
