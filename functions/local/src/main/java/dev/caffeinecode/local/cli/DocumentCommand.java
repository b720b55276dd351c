package dev.caffeinecode.local.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

/** Documents one repository and leaves its wiki in a folder. */
@Command(
        name = "document",
        mixinStandardHelpOptions = true,
        description = "Writes a wiki of a git repository as Markdown files.")
final class DocumentCommand implements Callable<Integer> {
    private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://.*");

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOption data;

    @Parameters(paramLabel = "SOURCE", description = "https URL of a git repository, or a folder that holds one.")
    private String source;

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

    @Override
    public Integer call() throws IOException, InterruptedException, CommandFailedException {
        PrintWriter results = spec.commandLine().getOut();
        Progress progress = new Progress(spec.commandLine().getErr(), isTerminal());
        String location = location();
        if (out != null) {
            requireUsable(out);
        }
        Documentation.Request request = new Documentation.Request(location, commit, template, provider, model, out);
        try (Connection connection = Connection.open(data.open(), progress)) {
            Documentation documentation = new Documentation(connection.client(), progress);
            connection.beforeClose(documentation::cancel);
            Documentation.Result result = documentation.write(request);
            results.print(result.summary());
            results.flush();
        }
        return ExitCode.OK;
    }

    private static boolean isTerminal() {
        return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }

    /** The URL as given, or the folder's path from the root on. */
    private String location() {
        if (URL.matcher(source).matches()) {
            return source;
        }
        Path path = Path.of(source).toAbsolutePath().normalize();
        if (!Files.isDirectory(path)) {
            throw usage("there is no folder " + path + ", and it is no URL; write a URL as https://host/owner/name");
        }
        return path.toString();
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
