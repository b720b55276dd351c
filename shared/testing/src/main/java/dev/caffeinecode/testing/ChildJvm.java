package dev.caffeinecode.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import static java.util.Objects.requireNonNull;

/** Another JVM with the class path of this one, for tests of what is left when a process is killed. */
public final class ChildJvm implements AutoCloseable {
    /**
     * What a shell starts in the background ignores SIGINT, and so does all that is started from there, unless it is told
     * otherwise. Perl comes with git; it gives its place to the JVM.
     */
    private static final List<String> DEFAULT_INTERRUPT =
            List.of("perl", "-e", "$SIG{INT} = 'DEFAULT'; exec {$ARGV[0]} @ARGV or die $!");

    private final Process process;
    private final BufferedReader output;

    private ChildJvm(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Runs the class's {@code main}; its standard error goes to this JVM's. */
    public static ChildJvm start(Class<?> main, Object... arguments) {
        return start(main, Map.of(), arguments);
    }

    /**
     * As {@link #start(Class, Object...)}.
     *
     * @param environment variables besides those of this process
     */
    public static ChildJvm start(Class<?> main, Map<String, String> environment, Object... arguments) {
        List<String> command = new ArrayList<>(DEFAULT_INTERRUPT);
        command.addAll(List.of(
                Path.of(property("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                property("java.class.path"),
                main.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(Redirect.INHERIT);
            builder.environment().putAll(environment);
            return new ChildJvm(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start another JVM", e);
        }
    }

    /** Waits for the next line of its standard output. */
    public String readLine() throws IOException {
        String line = output.readLine();
        if (line == null) {
            throw new IOException("the child ended");
        }
        return line;
    }

    /** Waits for its end; returns what it wrote to its standard output. */
    public List<String> readAll() {
        return output.lines().toList();
    }

    /** The processes that it started, and theirs. */
    public List<ProcessHandle> descendants() {
        return process.descendants().toList();
    }

    /** Kills it by SIGKILL, as a lack of memory or of power does: nothing in it runs any more. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Asks it by SIGTERM to end, and waits. */
    public void terminate() {
        process.destroy();
        process.onExit().join();
    }

    /** Sends SIGINT, as Ctrl-C does. */
    public void interrupt() {
        // The shell has a kill of its own where procps is not installed.
        Git.run(new ProcessBuilder("sh", "-c", "kill -INT " + process.pid()));
    }

    /** Waits for its end. */
    public int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    /** Kills it if it still runs. */
    @Override
    public void close() {
        kill();
    }

    private static String property(String name) {
        return requireNonNull(System.getProperty(name), name);
    }
}
