package dev.caffeinecode.embedded;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The docker command.
 *
 * @param executable name on the path, or path
 */
record DockerCli(String executable) {
    private static final Logger LOG = LoggerFactory.getLogger(DockerCli.class);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(3);
    private static final Duration COMMAND_LIMIT = Duration.ofMinutes(1);
    private static final Duration PULL_LIMIT = Duration.ofMinutes(15);

    static DockerCli onPath() {
        return new DockerCli("docker");
    }

    /** Whether there is an engine behind the command; a client alone fails here. */
    boolean answers() {
        try {
            Program.Outcome outcome = run(ANSWER_LIMIT, Map.of(), "version", "--format", "{{.Server.Version}}");
            return outcome.succeeded();
        } catch (IOException e) {
            LOG.atDebug().setCause(e).log("no docker");
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Downloads the image unless it is there. */
    void pull(String image) throws IOException, InterruptedException {
        if (!attempt("image", "inspect", "--format", "{{.Id}}", image).succeeded()) {
            LOG.atInfo().addKeyValue("image", image).log("downloading");
            require(run(PULL_LIMIT, Map.of(), "pull", "--quiet", image), "pull " + image);
        }
    }

    /** Runs a command whose failure is an answer. */
    Program.Outcome attempt(String... arguments) throws IOException, InterruptedException {
        return run(COMMAND_LIMIT, Map.of(), arguments);
    }

    /**
     * Runs a command that must succeed.
     *
     * @param environment for {@code --env NAME}, so that values do not show in the list of processes
     * @return what it printed, without white space around
     */
    String require(Map<String, String> environment, List<String> arguments) throws IOException, InterruptedException {
        Program.Outcome outcome = run(COMMAND_LIMIT, environment, arguments.toArray(String[]::new));
        return require(outcome, arguments.getFirst());
    }

    private Program.Outcome run(Duration limit, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> command =
                Stream.concat(Stream.of(executable), Stream.of(arguments)).toList();
        return new Program(command, environment, limit).run();
    }

    private static String require(Program.Outcome outcome, String what) {
        if (!outcome.succeeded()) {
            throw new EmbeddedStartException(
                    "docker " + what + " failed with exit code " + outcome.exitCode() + ":\n" + outcome.lastLines(10));
        }
        return outcome.output().strip();
    }
}
