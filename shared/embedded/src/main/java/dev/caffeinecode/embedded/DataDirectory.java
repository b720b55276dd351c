package dev.caffeinecode.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes a data directory: superuser {@value ServerSettings#SUPERUSER}, password required of everybody, UTF-8. */
record DataDirectory(Installation installation, Account account, boolean durable) {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    /** Makes it unless it is there; the caller holds the lock of its parent. */
    void createUnlessExists(Path data, String password) throws IOException, InterruptedException {
        if (!Files.exists(data)) {
            WholeDirectory.fill(data, part -> initialise(part, password));
        }
        account.own(data);
    }

    private void initialise(Path part, String password) throws IOException, InterruptedException {
        account.own(part);
        Path passwordCopy = part.resolveSibling("initdb-password");
        PasswordFile.write(passwordCopy, password);
        account.own(passwordCopy);
        List<String> command = account.command(installation.program("initdb"), arguments(part, passwordCopy));
        try {
            Program.Outcome outcome = new Program(command, Map.of("LC_ALL", "C"), LIMIT).run();
            if (!outcome.succeeded()) {
                throw new EmbeddedStartException(
                        "PostgreSQL could not create its data directory " + part + ":\n" + outcome.lastLines(10));
            }
        } finally {
            Files.deleteIfExists(passwordCopy);
        }
    }

    private List<String> arguments(Path directory, Path passwordFile) {
        List<String> arguments = new ArrayList<>(List.of(
                "--pgdata=" + directory,
                "--username=" + ServerSettings.SUPERUSER,
                "--auth=scram-sha-256",
                "--pwfile=" + passwordFile,
                "--encoding=UTF8",
                "--no-locale",
                "--no-instructions"));
        arguments.addAll(ServerSettings.INITDB_LOCALE);
        if (!durable) {
            arguments.add("--no-sync");
        }
        return List.copyOf(arguments);
    }
}
