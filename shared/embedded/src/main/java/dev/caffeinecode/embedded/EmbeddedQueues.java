package dev.caffeinecode.embedded;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import org.apache.pekko.actor.ActorSystem;
import org.elasticmq.StrictSQSLimits$;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * SQS in this process (ElasticMQ), in memory, on a free port of 127.0.0.1, with the limits of the real one. It takes
 * any credentials. Queues are created through the AWS SDK; there is no event source mapping.
 */
public final class EmbeddedQueues implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedQueues.class);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

    /** For an actor system of our own: ElasticMQ's would keep the JVM alive, stop at SIGTERM before us, and log a lot. */
    private static final Config CONFIG = ConfigFactory.parseMap(Map.ofEntries(
            Map.entry("pekko.loggers", List.of("org.apache.pekko.event.slf4j.Slf4jLogger")),
            Map.entry("pekko.logging-filter", "org.apache.pekko.event.slf4j.Slf4jLoggingFilter"),
            Map.entry("pekko.loglevel", "WARNING"),
            Map.entry("pekko.stdout-loglevel", "OFF"),
            Map.entry("pekko.log-dead-letters", "off"),
            Map.entry("pekko.log-dead-letters-during-shutdown", "off"),
            Map.entry("pekko.daemonic", "on"),
            Map.entry("pekko.jvm-exit-on-fatal-error", "off"),
            Map.entry("pekko.coordinated-shutdown.run-by-jvm-shutdown-hook", "off"),
            Map.entry("pekko.actor.default-dispatcher.fork-join-executor.parallelism-max", 4),
            // As ElasticMQ sets it: a receive may wait 20 s, and the parser does not know AWS signatures.
            Map.entry("pekko.http.server.request-timeout", "21 s"),
            Map.entry("pekko.http.server.parsing.illegal-header-warnings", "off")));

    private final ActorSystem system;
    private final URI endpoint;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedQueues(ActorSystem system, URI endpoint) {
        this.system = system;
        this.endpoint = endpoint;
    }

    /**
     * Starts and waits until it answers.
     *
     * @param region part of queue ARNs, for example {@code eu-central-1}
     * @param accountId part of queue URLs and ARNs, 12 digits
     */
    public static EmbeddedQueues start(String region, String accountId) {
        ClassLoader loader = EmbeddedQueues.class.getClassLoader();
        ActorSystem system = ActorSystem.create("caffeinecode-queues", ConfigFactory.load(loader, CONFIG), loader);
        SQSRestServer server = SQSRestServerBuilder.withActorSystem(system)
                .withInterface("127.0.0.1")
                .withPort(0)
                .withAWSRegion(region)
                .withAWSAccountId(accountId)
                .withSQSLimits(StrictSQSLimits$.MODULE$)
                .start();
        InetSocketAddress address = server.waitUntilStarted().localAddress();
        URI endpoint = URI.create("http://127.0.0.1:" + address.getPort());
        LOG.atInfo().addKeyValue("endpoint", endpoint).log("queues started");
        return new EmbeddedQueues(system, endpoint);
    }

    /** For {@code endpointOverride} of the SDK's client. */
    public URI endpoint() {
        return endpoint;
    }

    /** Forgets all messages; safe to call twice and from a shutdown hook. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        // Not through the server: it would wait for receives that wait for messages, 20 seconds.
        system.terminate();
        try {
            system.getWhenTerminated().toCompletableFuture().get(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.atWarn().setCause(e).log("queues did not stop in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
