package dev.caffeinecode.local.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Which repository a command is about. */
final class SourceArgument {
    private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://.*");

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Parameters(paramLabel = "SOURCE", description = "https URL of a git repository, or a folder that holds one.")
    private String source;

    /**
     * Returns the URL as given, or the folder's path from the root on.
     *
     * @throws ParameterException if it is neither
     */
    String location() {
        if (URL.matcher(source).matches()) {
            return source;
        }
        Path path = Path.of(source).toAbsolutePath().normalize();
        if (!Files.isDirectory(path)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "there is no folder " + path + ", and it is no URL; write a URL as https://host/owner/name");
        }
        return path.toString();
    }
}
