package dev.caffeinecode.code.bench;

import dev.caffeinecode.code.bench.SoakMutations.Mutant;
import dev.caffeinecode.code.index.ProgressListener;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Watches one thread index files: how long each takes, how much memory the process has. Ends the process when one
 * takes longer than two minutes.
 */
final class SoakWatch implements ProgressListener, AutoCloseable {
    private static final Duration HANGING = Duration.ofMinutes(2);
    private static final Duration LONG = Duration.ofSeconds(1);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int PAGE_BYTES = 4096;

    private final Path kept;
    private final String group;
    private final Thread sampler;
    private final Map<String, byte[]> left = new LinkedHashMap<>();
    private volatile long begun = System.nanoTime();
    private long processor;
    private int slow;
    private volatile boolean idle = true;
    private volatile boolean closed;
    private volatile long mostMebibytes;
    private int faults;
    private long slowest;
    private long slowestLink;
    private String slowestPath = "";

    SoakWatch(Path kept, String group) throws IOException {
        this.kept = Files.createDirectories(kept);
        this.group = group.replace('#', 's');
        this.sampler = Thread.ofPlatform().daemon().start(this::sample);
    }

    /** The next files to come, in this order. */
    void begin(List<Mutant> batch) {
        synchronized (left) {
            left.clear();
            batch.forEach(each -> left.put(each.path(), each.content()));
        }
        processor = 0;
        begun = System.nanoTime();
        idle = false;
    }

    /** All files are read and linked. */
    void end() {
        idle = true;
        slowestLink = Math.max(slowestLink, System.nanoTime() - begun);
    }

    @Override
    public void parsing(String path) {
        synchronized (left) {
            keep("in-flight", path);
        }
    }

    @Override
    public void indexed(String path, long bytes) {
        long now = THREADS.getCurrentThreadCpuTime(); // of a new thread for each batch
        synchronized (left) {
            long taken = now - processor;
            processor = now;
            slow += taken > LONG.toNanos() ? 1 : 0;
            if (taken > slowest) {
                slowest = taken;
                slowestPath = path;
                keep("slowest", path);
            }
            left.remove(path);
        }
        begun = System.nanoTime();
    }

    @Override
    public void failed(String path, Throwable fault) {
        synchronized (left) {
            faults++;
            keep("fault-" + faults, path);
        }
        System.err.println(group + " " + path);
        fault.printStackTrace();
    }

    int faults() {
        synchronized (left) {
            return faults;
        }
    }

    /** Returns how many files took more than a second of processor time. */
    int slow() {
        synchronized (left) {
            return slow;
        }
    }

    /** Returns the longest processor time of one file. */
    Duration slowest() {
        synchronized (left) {
            return Duration.ofNanos(slowest);
        }
    }

    String slowestPath() {
        synchronized (left) {
            return slowestPath;
        }
    }

    /** Returns the longest time in which files were linked together. */
    Duration slowestLink() {
        return Duration.ofNanos(slowestLink);
    }

    /** Returns the most memory that the process had. */
    long mostMebibytes() {
        return mostMebibytes;
    }

    /** Returns how much memory the process has after a collection; with a heap that is touched at the start, what grows is native. */
    static long residentMebibytes() throws IOException {
        System.gc();
        return resident();
    }

    private static long resident() throws IOException {
        Path statistics = Path.of("/proc/self/statm");
        return Files.exists(statistics)
                ? Long.parseLong(Files.readString(statistics).split(" ")[1]) * PAGE_BYTES / (1024 * 1024)
                : -1;
    }

    private void sample() {
        try {
            while (!closed) {
                mostMebibytes = Math.max(mostMebibytes, resident());
                if (!idle && System.nanoTime() - begun > HANGING.toNanos()) {
                    giveUp();
                }
                Thread.sleep(20);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void giveUp() { // the thread that hangs holds no lock: it is not in one of our methods
        synchronized (left) {
            System.err.println(
                    group + " hangs over " + left.keySet().stream().findFirst().orElse("links"));
            left.keySet().stream().findFirst().ifPresent(path -> keep("hanging", path));
        }
        Thread.getAllStackTraces().forEach((thread, stack) -> {
            System.err.println(thread);
            for (StackTraceElement each : stack) {
                System.err.println("    " + each);
            }
        });
        Runtime.getRuntime().halt(3);
    }

    private void keep(String what, String path) {
        byte[] content = left.get(path);
        if (content == null) {
            return;
        }
        String name = path.replace('/', '_');
        try {
            Files.write(kept.resolve(group + "-" + what), content);
            Files.writeString(kept.resolve(group + "-" + what + ".path"), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        closed = true;
        sampler.interrupt();
    }
}
