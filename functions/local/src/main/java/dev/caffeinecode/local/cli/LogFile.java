package dev.caffeinecode.local.cli;

import dev.caffeinecode.local.services.DataDirectory;

import java.nio.file.Path;
import java.util.List;

/** Sends the log into a file of the data directory, before anything is logged: the terminal is for people. */
final class LogFile {
    private static final String PROPERTY = "caffeine.log.file";

    private LogFile() {}

    /** @param arguments of the command; {@code --data} among them moves the file */
    static void configure(String... arguments) {
        System.setProperty("logback.configurationFile", "logback-local.xml");
        System.setProperty(
                PROPERTY,
                dataDirectory(List.of(arguments)).resolve("caffeine.log").toString());
    }

    private static Path dataDirectory(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.startsWith("--data=")) {
                return Path.of(argument.substring("--data=".length()));
            }
            if (argument.equals("--data") && i + 1 < arguments.size()) {
                return Path.of(arguments.get(i + 1));
            }
        }
        return DataDirectory.standard();
    }

    static String path() {
        return String.valueOf(System.getProperty(PROPERTY));
    }
}
