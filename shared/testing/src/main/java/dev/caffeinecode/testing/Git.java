package dev.caffeinecode.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The machine's git, without anybody's configuration. */
final class Git {
    private Git() {}

    /**
     * Prepares a process that knows nothing of the machine's, the user's or a surrounding hook's configuration.
     *
     * @param settings {@code name=value}, for this command only and what it starts
     */
    static ProcessBuilder command(Path directory, List<String> settings, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        settings.forEach(setting -> command.addAll(List.of("-c", setting)));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("GIT_"));
        environment.put("GIT_CONFIG_NOSYSTEM", "1");
        environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
        environment.put("GIT_TERMINAL_PROMPT", "0");
        environment.put("LC_ALL", "C");
        return builder;
    }

    /** Runs it to its end and returns what it printed, without the last line feed. */
    static String run(ProcessBuilder command) {
        try {
            Process process = command.redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command.command() + " failed:\n" + output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException("git cannot be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while git was running", e);
        }
    }
}
