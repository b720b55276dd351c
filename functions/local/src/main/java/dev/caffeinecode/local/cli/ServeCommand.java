package dev.caffeinecode.local.cli;

import dev.caffeinecode.local.LocalProcess;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/** Runs the whole service until it is stopped. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Runs the whole service on this machine until it is stopped; data is kept between starts.")
final class ServeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOption data;

    @Option(names = "--port", defaultValue = "8080", description = "Port of localhost (default: ${DEFAULT-VALUE}).")
    private int port;

    @Override
    public Integer call() throws IOException, InterruptedException, CommandFailedException {
        PrintWriter out = spec.commandLine().getOut();
        try (LocalProcess process = start()) {
            Runtime.getRuntime().addShutdownHook(new Thread(process::close, "stop"));
            out.println("CaffeineCode answers at " + process.address() + "/api");
            out.println("Try: curl -H \"Authorization: Bearer $(scripts/caffeine token)\" " + process.address()
                    + "/api/repos");
            out.println("Stop with Ctrl-C.");
            out.flush();
            new CountDownLatch(1).await();
        }
        return ExitCode.OK;
    }

    private LocalProcess start() throws IOException, InterruptedException, CommandFailedException {
        try {
            return LocalProcess.start(data.open(), port, System.getenv());
        } catch (BindException e) {
            throw new CommandFailedException("port " + port + " is taken; choose another one with --port");
        }
    }
}
