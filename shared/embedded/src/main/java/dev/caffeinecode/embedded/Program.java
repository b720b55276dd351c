package dev.caffeinecode.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Another program, run to its end.
 *
 * @param command the program and its arguments; no shell reads them
 * @param environment added to this process's own
 * @param limit after which it is killed with all it started
 */
record Program(List<String> command, Map<String, String> environment, Duration limit) {
    Program {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** How it ended; {@code output} is standard output and standard error as one text. */
    record Outcome(int exitCode, String output) {
        boolean succeeded() {
            return exitCode == 0;
        }

        /** The end of the output, where programs say what went wrong. */
        String lastLines(int count) {
            List<String> lines = output.strip().lines().toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - count), lines.size()));
        }
    }

    static Program of(Duration limit, String... command) {
        return new Program(List.of(command), Map.of(), limit);
    }

    /** @throws IOException if it cannot be started, most often because it is not installed, or overstays its limit */
    Outcome run() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<byte[]> output =
                    executor.submit(() -> process.getInputStream().readAllBytes());
            try {
                if (!process.waitFor(limit)) {
                    throw new IOException(command.getFirst() + " did not end within " + limit.toSeconds() + " s");
                }
                return new Outcome(process.exitValue(), new String(output.get(), StandardCharsets.UTF_8));
            } catch (ExecutionException e) {
                throw new IOException("cannot read what " + command.getFirst() + " says", e.getCause());
            } finally {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        }
    }
}
