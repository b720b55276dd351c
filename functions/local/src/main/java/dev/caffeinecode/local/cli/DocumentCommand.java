package dev.caffeinecode.local.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Documents one repository and leaves its wiki in a folder. */
@Command(
        name = "document",
        mixinStandardHelpOptions = true,
        description = "Writes a wiki of a git repository as Markdown files.")
final class DocumentCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOption data;

    private static final BigDecimal MAX_BUDGET = BigDecimal.valueOf(1_000_000);

    @Mixin
    private SourceArgument source;

    @Option(names = "--out", paramLabel = "DIR", description = "Where the wiki goes (default: ./caffeine-docs/<name>).")
    private @Nullable Path out;

    @Option(
            names = "--commit",
            paramLabel = "REV",
            description = "Branch, tag or commit (default: the default branch).")
    private @Nullable String commit;

    @Option(names = "--template", paramLabel = "NAME", description = "Prompt template (default: technical-wiki).")
    private @Nullable String template;

    @Option(
            names = "--provider",
            paramLabel = "NAME",
            description = "outline, bedrock, anthropic or ollama (default: outline, or CAFFEINE_MODELS_PROVIDER).")
    private @Nullable String provider;

    @Option(names = "--model", paramLabel = "NAME", description = "Model, as the provider calls it.")
    private @Nullable String model;

    @Option(
            names = "--budget",
            paramLabel = "USD",
            description = "What models may cost at most, in dollars; at it, the pages left are outlined.")
    private @Nullable BigDecimal budget;

    @Override
    public Integer call() throws IOException, InterruptedException, CommandFailedException {
        PrintWriter results = spec.commandLine().getOut();
        Progress progress = new Progress(spec.commandLine().getErr(), isTerminal());
        String location = source.location();
        if (out != null) {
            requireUsable(out);
        }
        Documentation.Request request = new Documentation.Request(
                location, commit, template, provider, model, budget == null ? null : micros(budget), out);
        try (Connection connection = Connection.open(data.open(), progress)) {
            Documentation documentation = new Documentation(connection.client(), progress);
            connection.beforeClose(documentation::cancel);
            Documentation.Result result = documentation.write(request);
            results.print(result.summary());
            results.flush();
        }
        return ExitCode.OK;
    }

    private long micros(BigDecimal dollars) {
        if (dollars.signum() <= 0 || dollars.compareTo(MAX_BUDGET) > 0) {
            throw usage("--budget is above 0 and at most " + MAX_BUDGET + " dollars");
        }
        return dollars.movePointRight(6).setScale(0, RoundingMode.UP).longValueExact();
    }

    private static boolean isTerminal() {
        return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }

    private void requireUsable(Path directory) {
        if (!WikiFolder.isUsable(directory)) {
            throw usage(directory + " holds files that are not from here; choose an empty or a new folder for --out");
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
