package dev.caffeinecode.local.cli;

import dev.caffeinecode.local.LocalIssuer;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;

/** Prints a token for the API, good for 30 days. */
@Command(name = "token", mixinStandardHelpOptions = true, description = "Prints a token for the API, good for 30 days.")
final class TokenCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOption data;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        out.println(new LocalIssuer(data.open().secret()).token());
        out.flush();
        return ExitCode.OK;
    }
}
