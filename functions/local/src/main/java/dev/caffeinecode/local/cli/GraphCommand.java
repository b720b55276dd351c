package dev.caffeinecode.local.cli;

import dev.caffeinecode.local.graph.GraphReport;
import dev.caffeinecode.local.graph.GraphSource;
import dev.caffeinecode.local.graph.HtmlReport;
import dev.caffeinecode.local.graph.JsonReport;
import dev.caffeinecode.local.graph.MermaidReport;
import dev.caffeinecode.local.graph.TextReport;
import dev.caffeinecode.platform.problem.ProblemException;
import dev.caffeinecode.platform.scratch.ScratchSpace;
import dev.caffeinecode.repository.git.CloneLimits;
import dev.caffeinecode.repository.url.CloneUrlRules;
import io.micronaut.context.ApplicationContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** Shows the code graph of one repository, without keeping anything. */
@Command(
        name = "graph",
        mixinStandardHelpOptions = true,
        description = "Shows what is in a git repository: languages, modules, important symbols, packages, commands.")
final class GraphCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private SourceArgument source;

    @Option(
            names = "--commit",
            paramLabel = "REV",
            description = "Branch, tag or commit (default: the default branch).")
    private @Nullable String commit;

    @Option(
            names = "--include",
            paramLabel = "PATTERN",
            description = "Only files that a pattern fits, or that lie in such a folder; may be given several times.")
    private List<String> included = List.of();

    @Option(
            names = "--exclude",
            paramLabel = "PATTERN",
            description =
                    "Not the files that a pattern fits, or that lie in such a folder; may be given several times.")
    private List<String> excluded = List.of();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where to write it; replaces what is there (default: standard output).")
    private @Nullable Path out;

    @ArgGroup
    private @Nullable Form form;

    /** How the answer is written. */
    static final class Form {
        @Option(names = "--json", description = "All of it, for programs.")
        private boolean json;

        @Option(names = "--mermaid", description = "Modules and what uses what, as a Mermaid diagram.")
        private boolean mermaid;

        @Option(
                names = "--html",
                description = "One page for a browser, with a map of the modules to look around in; needs no network.")
        private boolean html;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, CommandFailedException {
        String location = source.location();
        try (ApplicationContext settings = settings();
                ScratchSpace.Directory scratch =
                        settings.getBean(ScratchSpace.class).create("graph")) {
            GraphSource graphs =
                    new GraphSource(settings.getBean(CloneLimits.class), settings.getBean(CloneUrlRules.class));
            GraphSource.Wanted wanted = new GraphSource.Wanted(included, excluded);
            write(shown(graphs.read(location, commit, scratch.path(), wanted)));
            return ExitCode.OK;
        } catch (ProblemException e) {
            throw new CommandFailedException(Sentences.of(e));
        }
    }

    /** The limits and rules of the local process; nothing else of it is started. */
    private static ApplicationContext settings() {
        return ApplicationContext.builder()
                .deduceEnvironment(false)
                .properties(Map.of(
                        "caffeine.clone-urls.http", true,
                        "caffeine.clone-urls.local-paths", true,
                        "datasources.default.enabled", false,
                        "micronaut.security.enabled", false))
                .start();
    }

    private String shown(GraphSource.Read read) {
        if (form != null && form.html) {
            return HtmlReport.of(read);
        }
        GraphReport report = GraphReport.of(read);
        if (form != null && form.json) {
            return JsonReport.of(report);
        }
        return form != null && form.mermaid ? MermaidReport.of(report) : TextReport.of(report);
    }

    private void write(String shown) throws CommandFailedException {
        if (out == null) {
            PrintWriter results = spec.commandLine().getOut();
            results.println(shown);
            results.flush();
            return;
        }
        try {
            Files.writeString(out, shown);
        } catch (IOException e) {
            throw new CommandFailedException(out + " cannot be written; choose another file with --out");
        }
    }
}
