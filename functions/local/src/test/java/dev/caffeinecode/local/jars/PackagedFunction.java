package dev.caffeinecode.local.jars;

import dev.caffeinecode.local.json.Json;
import io.micronaut.json.tree.JsonNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A packaged function in a process of its own, started by AWS's runtime interface client as in Lambda: the class path
 * holds the client alone, and the function's classes come from the jar through the client's class loader.
 */
final class PackagedFunction implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final Path directory;
    private final RuntimeApi lambda;
    private final Process process;
    private final CompletableFuture<Init> init;

    /**
     * What it took until the process asked for its first event.
     *
     * @param wall on an idle machine the cold start, but for the time that Lambda itself needs
     * @param processor of all threads together
     */
    record Init(Duration wall, Duration processor, long residentMiB) {}

    private PackagedFunction(Path directory, RuntimeApi lambda, Instant started, Process process) {
        this.directory = directory;
        this.lambda = lambda;
        this.process = process;
        // Before the event is handed out, so that nothing of its work is counted.
        this.init = lambda.initialized()
                .thenApply(asked -> new Init(
                        Duration.between(started, asked),
                        process.info().totalCpuDuration().orElse(Duration.ZERO),
                        residentMiB(process)));
    }

    /**
     * @param directory empty; stands for {@code /var/task}
     * @param environment all that the process gets, but for what Lambda itself sets
     */
    static PackagedFunction start(LambdaJar jar, Path directory, Map<String, String> environment) throws IOException {
        Files.createSymbolicLink(Files.createDirectory(directory.resolve("lib")).resolve("function.jar"), jar.path());
        RuntimeApi lambda = RuntimeApi.start();
        ProcessBuilder builder = new ProcessBuilder(command(jar, directory))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().put("AWS_LAMBDA_RUNTIME_API", lambda.authority());
        builder.environment().put("AWS_LAMBDA_FUNCTION_NAME", jar.function().name());
        builder.environment()
                .put(
                        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
                        String.valueOf(jar.function().memoryMiB()));
        builder.environment().put("LAMBDA_TASK_ROOT", directory.toString());
        return new PackagedFunction(directory, lambda, Instant.now(), builder.start());
    }

    private static List<String> command(LambdaJar jar, Path directory) {
        return List.of(
                Path.of(property("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + directory,
                "-cp",
                Path.of("target/lambda-runtime").toAbsolutePath() + "/*",
                "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
                jar.function().handler());
    }

    private static String property(String name) {
        return Objects.requireNonNull(System.getProperty(name), name);
    }

    Init awaitInit() throws IOException, InterruptedException {
        try {
            return init.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw failure("was not initialized");
        }
    }

    /** @return what the handler answers, as JSON */
    JsonNode invoke(Map<String, ?> event) throws IOException, InterruptedException {
        lambda.send(Json.write(event));
        RuntimeApi.Answer answer = lambda.answers().poll(LIMIT.toSeconds(), TimeUnit.SECONDS);
        if (answer == null) {
            throw failure("did not answer");
        }
        if (answer.failed()) {
            throw failure("failed: " + answer.body());
        }
        return Json.read(answer.body().getBytes(StandardCharsets.UTF_8));
    }

    private AssertionError failure(String what) throws IOException {
        return new AssertionError("the function " + what + "\n" + log());
    }

    /** What it wrote so far. */
    String log() throws IOException {
        return Files.readString(directory.resolve("log"));
    }

    /** What it wrote goes with its directory, which belongs to the test. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
        lambda.close();
    }

    /** Memory that is in RAM, as the kernel counts it; 0 where it does not say. */
    private static long residentMiB(Process process) {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
