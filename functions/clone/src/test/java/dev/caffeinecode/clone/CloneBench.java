package dev.caffeinecode.clone;

import com.sun.management.OperatingSystemMXBean;
import dev.caffeinecode.repository.Repository;
import dev.caffeinecode.repository.Snapshots;
import dev.caffeinecode.testing.GitServer;
import dev.caffeinecode.testing.TestEnvironment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * The two sides of {@code scripts/bench-clone}. {@code serve DIRECTORY SETTINGS} is everything around the function: a git
 * server over the directory's repositories, database, queues, objects; it writes the settings that lead there and ends
 * with its standard input. {@code clone SETTINGS} is the function and nothing else: it clones each repository that is named
 * on its standard input, and says what became of it and what that cost.
 */
final class CloneBench {
    private static final String GIT_SERVER = "bench.git-server";

    private CloneBench() {}

    public static void main(String[] arguments) throws IOException {
        switch (arguments[0]) {
            case "serve" -> serve(Path.of(arguments[1]), Path.of(arguments[2]));
            case "clone" -> clone(Path.of(arguments[1]));
            default -> throw new IllegalArgumentException("serve or clone: " + arguments[0]);
        }
    }

    private static void serve(Path root, Path settings) throws IOException {
        try (TestEnvironment environment = TestEnvironment.create();
                GitServer server = GitServer.serve(root)) {
            Properties properties = new Properties();
            environment.properties().forEach((name, value) -> properties.setProperty(name, value.toString()));
            System.getProperties().forEach((name, value) -> {
                if (name.toString().startsWith("aws.")) {
                    properties.put(name, value);
                }
            });
            properties.setProperty(GIT_SERVER, server.url(""));
            properties.setProperty("caffeine.clone-urls.http", "true");
            properties.setProperty(
                    "caffeine.clone-urls.private-hosts", server.url("").replaceAll("^http://|/$", ""));
            Path written = settings.resolveSibling(settings.getFileName() + ".part");
            try (Writer writer = Files.newBufferedWriter(written)) {
                properties.store(writer, null);
            }
            Files.move(written, settings);
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static void clone(Path settings) throws IOException {
        try (Reader reader = Files.newBufferedReader(settings)) {
            System.getProperties().load(reader);
        }
        // Log lines go to standard output too; this process's answers alone are to be read there.
        PrintStream answers = System.out;
        System.setOut(System.err);
        BufferedReader requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (CloneFunction function = CloneFunction.start(Map.of())) {
            for (String name = requests.readLine(); name != null; name = requests.readLine()) {
                answers.println(measure(function, System.getProperty(GIT_SERVER) + name));
            }
        }
    }

    /** State or error code, files, bytes, milliseconds of time and of CPU. */
    private static String measure(CloneFunction function, String url) {
        Repository repository = function.add(url, null);
        long cpu = cpuNanos();
        long start = System.nanoTime();
        List<String> failed = function.deliver(List.of(CloneFunction.cloneMessage(repository)));
        long wallMillis = (System.nanoTime() - start) / 1_000_000;
        long cpuMillis = (cpuNanos() - cpu) / 1_000_000;
        Repository cloned = function.get(repository);
        String what = cloned.failure() != null
                ? cloned.failure().code().label()
                : cloned.state().label();
        String contents = cloned.latest() == null
                ? "0 0"
                : function.bean(Snapshots.class)
                        .find(cloned.latest())
                        .map(snapshot -> snapshot.contents().files() + " "
                                + snapshot.contents().bytes())
                        .orElseThrow();
        function.delete(repository);
        return (failed.isEmpty() ? what : "redelivered") + " " + contents + " " + wallMillis + " " + cpuMillis;
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
