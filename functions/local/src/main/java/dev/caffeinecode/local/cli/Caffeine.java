package dev.caffeinecode.local.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

import java.util.Objects;

/** The {@code caffeine} command. Results on stdout, progress and complaints on stderr; exit 0 done, 1 failed, 2 usage. */
@Command(
        name = "caffeine",
        mixinStandardHelpOptions = true,
        versionProvider = Caffeine.Version.class,
        description = "Documents git repositories.",
        subcommands = {DocumentCommand.class, GraphCommand.class, ServeCommand.class, TokenCommand.class})
public final class Caffeine {
    private Caffeine() {}

    /** The version of the build. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            Package build = Objects.requireNonNull(Caffeine.class.getPackage());
            String version = Objects.requireNonNullElse(build.getImplementationVersion(), "development build");
            return new String[] {"caffeine " + version};
        }
    }

    public static void main(String[] arguments) {
        LogFile.configure(arguments);
        CommandLine command = new CommandLine(new Caffeine());
        command.setExecutionExceptionHandler(new FailureHandler());
        System.exit(command.execute(arguments));
    }
}
