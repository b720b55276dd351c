package dev.caffeinecode.local;

import dev.caffeinecode.embedded.EmbeddedStartException;
import dev.caffeinecode.embedded.ProcessLock;
import dev.caffeinecode.local.http.ApiGateway;
import dev.caffeinecode.local.lambda.LocalFunction;
import dev.caffeinecode.local.queue.EventSourceMapping;
import dev.caffeinecode.local.services.CloudClients;
import dev.caffeinecode.local.services.DataDirectory;
import dev.caffeinecode.local.services.LocalResources;
import dev.caffeinecode.local.services.LocalServices;
import dev.caffeinecode.local.template.SamTemplate;
import dev.caffeinecode.local.template.SamTemplateReader;
import dev.caffeinecode.platform.database.DatabaseUrl;
import dev.caffeinecode.platform.database.SchemaMigration;
import dev.caffeinecode.platform.step.Steps;
import dev.caffeinecode.search.EmbeddingQueue;
import io.micronaut.context.ApplicationContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The whole service in this process: what the template says, on services of this machine. */
public final class LocalProcess implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalProcess.class);

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final SamTemplate template = SamTemplateReader.bundled();
    private final DataDirectory data;
    private final Map<String, String> environment;
    private final String token;
    private URI address = URI.create("about:blank");

    private LocalProcess(DataDirectory data, Map<String, String> environment) throws IOException {
        this.data = data;
        this.environment = environment;
        this.token = new LocalIssuer(data.secret()).token();
    }

    /**
     * Starts everything, takes up the work that an earlier process left, and waits until requests are served.
     *
     * @param port 0 for any that is free
     * @param environment of the operating system
     * @throws EmbeddedStartException with a sentence that says what to do
     * @throws IOException when the port is taken, or the data directory cannot be used
     */
    public static LocalProcess start(DataDirectory data, int port, Map<String, String> environment)
            throws IOException, InterruptedException {
        LocalProcess process = new LocalProcess(data, environment);
        try {
            process.start(port);
            return process;
        } catch (IOException | InterruptedException | RuntimeException e) {
            process.close();
            throw e;
        }
    }

    private void start(int port) throws IOException, InterruptedException {
        ProcessLock lock = data.lock()
                .orElseThrow(() -> new EmbeddedStartException("another caffeine process uses " + data.path()
                        + "; stop it, or choose another folder with --data"));
        keep(lock);
        LocalServices services = keep(LocalServices.start(data, environment));
        SqsClient sqs = keep(CloudClients.sqs(services.cloud()));
        LocalResources resources = resources(services, sqs);
        SchemaMigration.run(DatabaseUrl.parse(services.databaseUrl()));
        ApplicationContext context = keep(context(services, resources));
        List<LocalFunction> functions = functions(context);
        context.getBean(Steps.class).recoverAll();
        context.getBean(EmbeddingQueue.class).queueAllMissing();
        startMappings(sqs, resources, functions);
        keep(ScheduledInvocations.start(functions));
        ApiGateway gateway = keep(ApiGateway.start(port, functions));
        address = gateway.address();
        data.publishAddress(address.toString());
        keep(data::withdrawAddress);
    }

    private LocalResources resources(LocalServices services, SqsClient sqs) {
        try (S3Client s3 = CloudClients.s3(services.cloud())) {
            String prefix = environment.getOrDefault("CAFFEINE_RESOURCE_PREFIX", LocalResources.DEFAULT_PREFIX);
            return LocalResources.create(sqs, s3, template, prefix);
        }
    }

    private ApplicationContext context(LocalServices services, LocalResources resources) throws IOException {
        LocalSettings settings = new LocalSettings(template, data, services, resources, environment);
        return ApplicationContext.builder()
                .deduceEnvironment(false)
                .singletons(services.cloud())
                .propertySources(settings.propertySources())
                .start();
    }

    private List<LocalFunction> functions(ApplicationContext context) {
        List<LocalFunction> functions = new ArrayList<>();
        for (SamTemplate.Function function : template.functions().values()) {
            functions.add(keep(LocalFunction.create(function, context)));
        }
        return functions;
    }

    private void startMappings(SqsClient sqs, LocalResources resources, List<LocalFunction> functions) {
        for (LocalFunction function : functions) {
            int concurrency = LocalSettings.maxConcurrency(function.function());
            for (SamTemplate.Mapping mapping : function.function().mappings()) {
                keep(EventSourceMapping.start(
                        sqs,
                        new EventSourceMapping.MappedQueue(
                                Objects.requireNonNull(resources.reference(mapping.queue())),
                                resources.arn(mapping.queue()),
                                Objects.requireNonNull(template.queues().get(mapping.queue()))
                                        .visibility(),
                                mapping.batchSize(),
                                Math.min(mapping.maxConcurrency(), concurrency)),
                        function));
            }
        }
    }

    private synchronized <T extends AutoCloseable> T keep(T part) {
        started.push(part);
        return part;
    }

    public URI address() {
        return address;
    }

    /** A token of the one user. */
    public String token() {
        return token;
    }

    /** Stops all that was started, in reverse; work under way is taken up by the next start. */
    @Override
    public synchronized void close() {
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception e) { // close() may throw anything; the others are still to be closed
                LOG.atWarn().setCause(e).log("a part of the process did not stop as it should");
            }
        }
    }
}
