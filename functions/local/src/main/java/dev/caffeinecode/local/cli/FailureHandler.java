package dev.caffeinecode.local.cli;

import dev.caffeinecode.embedded.EmbeddedStartException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

import java.io.IOException;

/** Says what went wrong in a sentence; the rest is in the log. */
final class FailureHandler implements CommandLine.IExecutionExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(FailureHandler.class);

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        LOG.atError().setCause(failure).log("command failed");
        String sentence = switch (failure) {
            case CommandFailedException own -> String.valueOf(own.getMessage());
            case EmbeddedStartException start -> String.valueOf(start.getMessage());
            case IOException io -> "cannot read or write: " + io.getMessage();
            case InterruptedException _ -> "stopped";
            default -> "unexpected failure: " + failure;
        };
        command.getErr().println("caffeine: " + sentence);
        if (!(failure instanceof CommandFailedException)) {
            command.getErr().println("caffeine: details are in " + LogFile.path());
        }
        return CommandLine.ExitCode.SOFTWARE;
    }
}
