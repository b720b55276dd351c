package dev.caffeinecode.clone;

import com.sun.management.OperatingSystemMXBean;
import dev.caffeinecode.platform.scratch.ScratchSpace;
import dev.caffeinecode.repository.Repository;
import dev.caffeinecode.repository.Snapshots;
import dev.caffeinecode.repository.git.Deadline;
import dev.caffeinecode.repository.git.FetchedCommit;
import dev.caffeinecode.repository.url.CloneUrlParser;
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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The two sides of {@code scripts/bench-clone}. {@code serve DIRECTORY SETTINGS} is everything around the function: a git
 * server over the directory's repositories, database, queues, objects; it writes the settings that lead there and ends
 * with its standard input. {@code clone SETTINGS} is the function and nothing else: it clones each repository that is named
 * on its standard input, or after {@code read} only fetches it and reads every blob, and says what became of it and what
 * that cost.
 */
final class CloneBench {
    private static final String GIT_SERVER = "bench.git-server";
    private static final String READ = "read ";

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
                String server = System.getProperty(GIT_SERVER);
                answers.println(
                        name.startsWith(READ)
                                ? read(function, server + name.substring(READ.length()))
                                : measure(function, server + name));
            }
        }
    }

    /** Fetches a repository and reads every blob, as the function does, and does nothing with them. */
    private static String read(CloneFunction function, String url) throws IOException {
        AtomicLong bytes = new AtomicLong();
        AtomicInteger files = new AtomicInteger();
        Clock clock = new Clock();
        Deadline deadline = Deadline.in(Duration.ofMinutes(5), () -> true);
        try (ScratchSpace.Directory directory =
                        function.bean(ScratchSpace.class).create("bench");
                FetchedCommit fetched = function.bean(PatientFetcher.class)
                        .fetch(
                                function.bean(CloneUrlParser.class).parse(url),
                                null,
                                directory.path(),
                                deadline,
                                _ -> true)) {
            fetched.walk(deadline, entry -> {
                files.incrementAndGet();
                bytes.addAndGet(entry.size());
            });
        }
        return "read " + files + " " + bytes + " " + clock;
    }

    /** State or error code, files, bytes, milliseconds of time and of CPU. */
    private static String measure(CloneFunction function, String url) {
        Repository repository = function.add(url, null);
        Clock clock = new Clock();
        List<String> failed = function.deliver(List.of(CloneFunction.cloneMessage(repository)));
        String times = clock.toString();
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
        return (failed.isEmpty() ? what : "redelivered") + " " + contents + " " + times;
    }

    /** Milliseconds of time and of CPU since it was made. */
    private static final class Clock {
        private final long cpu = cpuNanos();
        private final long start = System.nanoTime();

        private static long cpuNanos() {
            return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
        }

        @Override
        public String toString() {
            return (System.nanoTime() - start) / 1_000_000 + " " + (cpuNanos() - cpu) / 1_000_000;
        }
    }
}
