package dev.caffeinecode.infra;

import dev.caffeinecode.local.template.SamTemplate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** The cloud and {@code template.yaml}, and with it the local process, are wired alike. */
class TemplateDriftTest {
    private static final Template TEMPLATE = SynthesizedStack.template();
    private static final RawTemplate RAW = RawTemplate.bundled();

    static Set<String> functions() {
        return SynthesizedStack.sam().functions().keySet();
    }

    @ParameterizedTest
    @MethodSource("functions")
    void functionsHaveTheSameSizeAndTime(String name) {
        Map<?, ?> expected = RAW.function(name);
        Map<?, ?> made = SynthesizedStack.function(name);

        assertThat(made.get("Handler")).isEqualTo(expected.get("Handler"));
        assertThat(made.get("MemorySize")).isEqualTo(expected.get("MemorySize"));
        assertThat(made.get("Timeout")).isEqualTo(expected.get("Timeout"));
        assertThat(made.get("Runtime")).isEqualTo(RAW.globals().get("Runtime"));
        assertThat(made.get("Architectures")).isEqualTo(RAW.globals().get("Architectures"));
        Object scratch = expected.get("EphemeralStorage");
        assertThat(made.get("EphemeralStorage")).isEqualTo(scratch == null ? Map.of("Size", 512) : scratch);
    }

    @ParameterizedTest
    @MethodSource("functions")
    void functionsReadTheSameVariables(String name) {
        Map<?, ?> environment = (Map<?, ?>)
                Objects.requireNonNull(SynthesizedStack.function(name).get("Environment"));
        Map<?, ?> variables = (Map<?, ?>) Objects.requireNonNull(environment.get("Variables"));

        assertThat(variables.keySet()).isEqualTo(template(name).environment().keySet());
    }

    @ParameterizedTest
    @MethodSource("functions")
    void functionsMayPutMessagesIntoTheSameQueues(String name) {
        Map<String, String> queues = SynthesizedStack.queues();
        Map<String, Map<String, Object>> policies = TEMPLATE.findResources("AWS::IAM::Policy");

        Set<String> allowed = new HashSet<>();
        policies.forEach((id, policy) -> {
            if (id.startsWith("Functions" + name)) {
                statements(policy).stream()
                        .filter(statement ->
                                String.valueOf(statement.get("Action")).contains("sqs:SendMessage"))
                        .forEach(statement -> queues.forEach((queue, logicalId) -> {
                            if (String.valueOf(statement.get("Resource")).contains(logicalId)) {
                                allowed.add(queue);
                            }
                        }));
            }
        });

        assertThat(allowed).isEqualTo(RAW.mayPutInto(name));
    }

    @Test
    void queuesHideParkAndDeliverMessagesAlike() {
        SynthesizedStack.sam()
                .queues()
                .forEach((name, queue) -> queue.deadLetters()
                        .ifPresent(parked -> TEMPLATE.hasResourceProperties(
                                "AWS::SQS::Queue",
                                Map.of(
                                        "VisibilityTimeout",
                                        queue.visibility().toSeconds(),
                                        "RedrivePolicy",
                                        Map.of(
                                                "maxReceiveCount",
                                                5,
                                                "deadLetterTargetArn",
                                                Map.of("Fn::GetAtt", List.of(logicalId(parked), "Arn")))))));
        SynthesizedStack.sam()
                .functions()
                .values()
                .forEach(function -> function.mappings()
                        .forEach(mapping -> TEMPLATE.hasResourceProperties(
                                "AWS::Lambda::EventSourceMapping",
                                Map.of(
                                        "EventSourceArn",
                                        Map.of("Fn::GetAtt", List.of(logicalId(mapping.queue()), "Arn")),
                                        "BatchSize",
                                        mapping.batchSize(),
                                        "FunctionResponseTypes",
                                        List.of("ReportBatchItemFailures"),
                                        "ScalingConfig",
                                        Map.of("MaximumConcurrency", mapping.maxConcurrency())))));
        TEMPLATE.resourceCountIs("AWS::Lambda::EventSourceMapping", 3);
    }

    @Test
    void sweepIsCalledEveryMinute() {
        TEMPLATE.hasResourceProperties(
                "AWS::Events::Rule",
                Map.of(
                        "ScheduleExpression",
                        "rate(1 minute)",
                        "Targets",
                        List.of(Match.objectLike(Map.of(
                                "Arn",
                                Map.of(
                                        "Fn::GetAtt",
                                        List.of(Match.stringLikeRegexp("^FunctionsSweepFunction"), "Arn")))))));
    }

    @Test
    void apiHasExactlyTheRoutesOfTheTemplate() {
        Map<String, Map<String, Object>> resources = TEMPLATE.findResources("AWS::ApiGateway::Resource");
        Set<String> made = TEMPLATE.findResources("AWS::ApiGateway::Method").values().stream()
                .map(method -> properties(method))
                .map(method -> method.get("HttpMethod") + " " + path(method.get("ResourceId"), resources))
                .collect(Collectors.toSet());

        assertThat(made)
                .isEqualTo(template("ApiFunction").routes().stream()
                        .map(route -> route.method() + " " + route.path())
                        .collect(Collectors.toSet()));
    }

    private static SamTemplate.Function template(String name) {
        return Objects.requireNonNull(SynthesizedStack.sam().functions().get(name));
    }

    private static String logicalId(String queue) {
        return Objects.requireNonNull(SynthesizedStack.queues().get(queue), queue);
    }

    private static Map<?, ?> properties(Map<?, ?> resource) {
        return (Map<?, ?>) Objects.requireNonNull(resource.get("Properties"));
    }

    private static List<Map<?, ?>> statements(Map<String, Object> policy) {
        Map<?, ?> document =
                (Map<?, ?>) Objects.requireNonNull(properties(policy).get("PolicyDocument"));
        return ((List<?>) Objects.requireNonNull(document.get("Statement")))
                .stream().<Map<?, ?>>map(statement -> (Map<?, ?>) statement).toList();
    }

    /** Walks up to the root of the API, which is no resource of its own. */
    private static String path(@Nullable Object reference, Map<String, Map<String, Object>> resources) {
        if (reference instanceof Map<?, ?> map && map.get("Ref") instanceof String id) {
            Map<?, ?> resource = properties(Objects.requireNonNull(resources.get(id), id));
            return path(Objects.requireNonNull(resource.get("ParentId")), resources) + "/" + resource.get("PathPart");
        }
        return "";
    }
}
