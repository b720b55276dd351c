package dev.caffeinecode.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * A program in place of docker: writes down its arguments and answers as the real one does. Its container is whatever
 * server the test lets it publish.
 */
record FakeDocker(Path directory) {
    private static final String SCRIPT = """
            #!/bin/sh
            here=$(dirname "$0")
            echo "$*" >> "$here/calls"
            case "$1" in
                version) cat "$here/engine" ;;
                run) echo "$POSTGRES_PASSWORD" > "$here/given-password"; echo 0123456789ab ;;
                port) cat "$here/published" ;;
                container) cat "$here/running" ;;
                image) test -e "$here/image" ;;
                logs) echo "log of the container" ;;
                *) ;;
            esac
            """;

    /** An engine that has the image; its containers die at once, unless another server is published. */
    static FakeDocker create(Path directory) throws IOException {
        Files.createDirectories(directory);
        Path program = Files.writeString(directory.resolve("docker"), SCRIPT);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(directory.resolve("engine"), "28.2.2\n");
        Files.writeString(directory.resolve("published"), "127.0.0.1:1\n");
        Files.writeString(directory.resolve("running"), "false\n");
        Files.createFile(directory.resolve("image"));
        return new FakeDocker(directory);
    }

    DockerCli cli() {
        return new DockerCli(directory.resolve("docker").toString());
    }

    FakeDocker publishing(LocalPostgres server) throws IOException {
        String address = server.jdbcUrl("").replaceAll("^jdbc:postgresql://(.*)/$", "$1");
        Files.writeString(directory.resolve("published"), address + "\n");
        Files.writeString(directory.resolve("running"), "true\n");
        return this;
    }

    FakeDocker withoutEngine() throws IOException {
        Files.delete(directory.resolve("engine"));
        return this;
    }

    FakeDocker withoutImage() throws IOException {
        Files.delete(directory.resolve("image"));
        return this;
    }

    List<String> calls() throws IOException {
        return Files.readAllLines(directory.resolve("calls"));
    }

    String givenPassword() throws IOException {
        return Files.readString(directory.resolve("given-password")).strip();
    }
}
