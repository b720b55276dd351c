package dev.caffeinecode.embedded;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A server started by this JVM. */
record ServerProcess(Process process, Path data, int port) {
    private static final Logger LOG = LoggerFactory.getLogger(ServerProcess.class);

    /** Long enough for a server that recovers from a crash. */
    private static final Duration START_LIMIT = Duration.ofMinutes(2);

    private static final Duration END_LIMIT = Duration.ofSeconds(5);
    private static final int MAX_ATTEMPTS = 3;

    /**
     * Stops the server that a killed process may have left, then starts one. A free port can be taken by another
     * program before the server has it, therefore more than one attempt.
     */
    static ServerProcess start(Path data, Installation installation, Account account, PostgresOptions options)
            throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            stopLeftover(data);
            int port = options.port() == 0 ? freePort() : options.port();
            Process process = launch(account.command(installation.program("postgres"), arguments(data, port, options)));
            ServerProcess server = new ServerProcess(process, data, port);
            boolean ready = false;
            try {
                ServerLog log = ServerLog.follow(process);
                ready = log.awaitReady(START_LIMIT);
                if (ready) {
                    return server;
                }
                if (attempt == MAX_ATTEMPTS || process.isAlive()) {
                    throw new EmbeddedStartException("PostgreSQL did not start on " + data + ":\n" + log.tail());
                }
            } finally {
                if (!ready) {
                    server.stop();
                }
            }
        }
    }

    static void stopLeftover(Path data) throws IOException, InterruptedException {
        Optional<Postmaster> leftover = Postmaster.find(data);
        if (leftover.isPresent()) {
            LOG.atWarn().addKeyValue("directory", data).log("stopping the server a killed process left");
            leftover.get().stop();
        }
    }

    /** Ends the server; it is gone when this returns, or was killed. */
    void stop() throws IOException, InterruptedException {
        try {
            if (process.isAlive()) {
                // Not always our child: runuser stays in between.
                Postmaster.find(data).orElse(new Postmaster(process.toHandle())).stop();
                process.waitFor(END_LIMIT);
            }
        } finally {
            process.destroyForcibly();
        }
    }

    private static Process launch(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    private static List<String> arguments(Path data, int port, PostgresOptions options) {
        List<String> arguments = new ArrayList<>(List.of(
                "-D",
                data.toString(),
                "-p",
                String.valueOf(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories="));
        arguments.addAll(ServerSettings.arguments(options));
        return List.copyOf(arguments);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
