package dev.caffeinecode.local.cli;

import dev.caffeinecode.local.services.DataDirectory;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Path;

/** {@code --data}, common to all commands. */
final class DataOption {
    @Option(names = "--data", paramLabel = "DIR", description = "Where everything is kept (default: ~/.caffeinecode).")
    private @Nullable Path directory;

    DataDirectory open() throws IOException {
        return new DataDirectory(directory == null ? DataDirectory.standard() : directory);
    }
}
