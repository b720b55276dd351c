package dev.caffeinecode.local.template;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What of {@code template.yaml} the local process wires itself by.
 *
 * @param functions by logical id
 * @param queues by logical id
 * @param buckets logical ids
 */
public record SamTemplate(Map<String, Function> functions, Map<String, Queue> queues, List<String> buckets) {
    public SamTemplate {
        functions = Map.copyOf(functions);
        queues = Map.copyOf(queues);
        buckets = List.copyOf(buckets);
    }

    /**
     * A Lambda function.
     *
     * @param handler class name
     * @param codeUri jar, relative to the template
     * @param memoryMiB what it is given in the cloud
     * @param environment variables; a value is literal or names a resource or parameter
     */
    public record Function(
            String name,
            String handler,
            String codeUri,
            int memoryMiB,
            Duration timeout,
            Map<String, Value> environment,
            List<Route> routes,
            List<Mapping> mappings,
            List<Schedule> schedules) {
        public Function {
            environment = Map.copyOf(environment);
            routes = List.copyOf(routes);
            mappings = List.copyOf(mappings);
            schedules = List.copyOf(schedules);
        }
    }

    /**
     * A request that API Gateway hands to a function.
     *
     * @param method in capitals
     * @param path with variables in braces
     */
    public record Route(String method, String path) {}

    /**
     * A queue that a function takes from.
     *
     * @param queue logical id
     * @param maxConcurrency invocations at the same time, at least 1
     */
    public record Mapping(String queue, int batchSize, int maxConcurrency) {}

    /** A function that is invoked again and again. */
    public record Schedule(Duration rate) {}

    /**
     * An SQS queue.
     *
     * @param deadLetters logical id of the queue for messages that were received too often; empty when there is none
     * @param maxReceives before that; 0 when there is none
     */
    public record Queue(Duration visibility, Optional<String> deadLetters, int maxReceives) {}

    /** A value of an environment variable. */
    public sealed interface Value {
        /** As it stands. */
        record Literal(String text) implements Value {}

        /** What {@code !Ref} of a resource or parameter gives. */
        record Ref(String logicalId) implements Value {}
    }
}
