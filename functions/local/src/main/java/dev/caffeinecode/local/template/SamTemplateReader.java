package dev.caffeinecode.local.template;

import dev.caffeinecode.local.template.SamTemplate.Function;
import dev.caffeinecode.local.template.SamTemplate.Mapping;
import dev.caffeinecode.local.template.SamTemplate.Queue;
import dev.caffeinecode.local.template.SamTemplate.Route;
import dev.caffeinecode.local.template.SamTemplate.Schedule;
import dev.caffeinecode.local.template.SamTemplate.Value;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code template.yaml}; what it does not know, it does not need. */
public final class SamTemplateReader {
    private static final Pattern RATE = Pattern.compile("rate\\((?<count>[0-9]+) (?<unit>minute|hour|day)s?\\)");
    private static final Duration DEFAULT_VISIBILITY = Duration.ofSeconds(30);

    private final Node root;

    private SamTemplateReader(Node root) {
        this.root = root;
    }

    /** The template that this project is deployed with, as it was when it was built. */
    public static SamTemplate bundled() {
        try (InputStream yaml = SamTemplateReader.class.getResourceAsStream("/template.yaml")) {
            return read(Objects.requireNonNull(yaml, "template.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException when something that is needed is missing */
    public static SamTemplate read(InputStream yaml) {
        return new SamTemplateReader(Node.parse(yaml)).read();
    }

    private SamTemplate read() {
        Map<String, Function> functions = new HashMap<>();
        Map<String, Queue> queues = new HashMap<>();
        List<String> buckets = new ArrayList<>();
        root.get("Resources").entries().forEach((id, resource) -> {
            Node properties = resource.get("Properties");
            switch (resource.get("Type").text()) {
                case "AWS::Serverless::Function" -> functions.put(id, function(id, properties));
                case "AWS::SQS::Queue" -> queues.put(id, queue(properties));
                case "AWS::S3::Bucket" -> buckets.add(id);
                default -> {
                    // not made by the local process
                }
            }
        });
        return new SamTemplate(functions, queues, buckets);
    }

    private Function function(String id, Node properties) {
        Map<String, Value> environment = new HashMap<>();
        globals()
                .get("Environment")
                .get("Variables")
                .entries()
                .forEach((name, value) -> environment.put(name, value(value)));
        properties
                .get("Environment")
                .get("Variables")
                .entries()
                .forEach((name, value) -> environment.put(name, value(value)));
        List<Route> routes = new ArrayList<>();
        List<Mapping> mappings = new ArrayList<>();
        List<Schedule> schedules = new ArrayList<>();
        for (Node event : properties.get("Events").entries().values()) {
            Node details = event.get("Properties");
            switch (event.get("Type").text()) {
                case "Api" -> routes.add(route(details));
                case "SQS" -> mappings.add(mapping(details));
                case "Schedule" -> schedules.add(schedule(details));
                default ->
                    throw new IllegalArgumentException(
                            "unknown event in " + id + ": " + event.get("Type").text());
            }
        }
        return new Function(
                id,
                properties.get("Handler").text(),
                properties.get("CodeUri").text(),
                properties.get("MemorySize").number(128),
                Duration.ofSeconds(properties.get("Timeout").number(3)),
                environment,
                routes,
                mappings,
                schedules);
    }

    private Node globals() {
        return root.get("Globals").get("Function");
    }

    private static Value value(Node node) {
        Optional<String> reference = node.intrinsic("Ref");
        return reference.isPresent() ? new Value.Ref(reference.get()) : new Value.Literal(node.text());
    }

    private static Route route(Node details) {
        return new Route(
                details.get("Method").text().toUpperCase(Locale.ROOT),
                details.get("Path").text());
    }

    private static Mapping mapping(Node details) {
        return new Mapping(
                attribute(details.get("Queue")),
                details.get("BatchSize").number(10),
                details.get("ScalingConfig").get("MaximumConcurrency").number(1_000));
    }

    /** Of {@code !GetAtt Queue.Arn}, the queue. */
    private static String attribute(Node node) {
        String attribute = node.intrinsic("GetAtt").orElseThrow(() -> new IllegalArgumentException("expected !GetAtt"));
        return attribute.substring(0, attribute.indexOf('.'));
    }

    private static Schedule schedule(Node details) {
        String text = details.get("Schedule").text();
        Matcher rate = RATE.matcher(text);
        if (!rate.matches()) {
            throw new IllegalArgumentException("only rates are known as schedules: " + text);
        }
        long count = Long.parseLong(String.valueOf(rate.group("count")));
        return new Schedule(
                switch (String.valueOf(rate.group("unit"))) {
                    case "minute" -> Duration.ofMinutes(count);
                    case "hour" -> Duration.ofHours(count);
                    default -> Duration.ofDays(count);
                });
    }

    private static Queue queue(Node properties) {
        Node redrive = properties.get("RedrivePolicy");
        Optional<String> deadLetters =
                redrive.isAbsent() ? Optional.empty() : Optional.of(attribute(redrive.get("deadLetterTargetArn")));
        return new Queue(
                Duration.ofSeconds(properties.get("VisibilityTimeout").number((int) DEFAULT_VISIBILITY.toSeconds())),
                deadLetters,
                redrive.get("maxReceiveCount").number(0));
    }
}
