package dev.caffeinecode.infra;

import dev.caffeinecode.local.template.SamTemplate;
import dev.caffeinecode.local.template.SamTemplate.Value;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Size;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.Schedule;
import software.amazon.awscdk.services.events.targets.LambdaFunction;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.LoggingFormat;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.Tracing;
import software.amazon.awscdk.services.lambda.eventsources.SqsEventSource;
import software.constructs.Construct;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Makes Lambda functions as the template describes them, and what calls them but for the API. */
final class Functions extends Construct {
    private final Props props;

    /**
     * What all functions share.
     *
     * @param root of the project, below which the jars lie
     * @param references what {@code !Ref} of a logical id of the template gives
     */
    record Props(SamTemplate template, Path root, Map<String, String> references, Network network, Queues queues) {
        Props {
            references = Map.copyOf(references);
        }
    }

    Functions(Construct scope, String id, Props props) {
        super(scope, id);
        this.props = props;
    }

    /** @param scratch size of {@code /tmp}; 512 MiB cost nothing */
    Function create(String name, Size scratch) {
        SamTemplate.Function template =
                Objects.requireNonNull(props.template().functions().get(name), name);
        Function function = Function.Builder.create(this, name)
                .runtime(Runtime.JAVA_25)
                .architecture(Architecture.X86_64)
                .handler(template.handler())
                .code(Code.fromAsset(jar(template)))
                .memorySize(template.memoryMiB())
                .timeout(Duration.seconds(template.timeout().toSeconds()))
                .ephemeralStorageSize(scratch)
                .environment(environment(template))
                .tracing(Tracing.ACTIVE)
                .loggingFormat(LoggingFormat.JSON)
                .logGroup(Logs.group(this, name + "Logs"))
                .vpc(props.network().vpc())
                .vpcSubnets(Network.ofFunctions())
                .securityGroups(List.of(props.network().functions()))
                .build();
        template.mappings().forEach(mapping -> map(function, mapping));
        template.schedules().forEach(schedule -> call(function, name, schedule));
        return function;
    }

    private String jar(SamTemplate.Function template) {
        Path jar = props.root().resolve(template.codeUri()).toAbsolutePath().normalize();
        if (!java.nio.file.Files.isRegularFile(jar)) {
            throw new IllegalStateException(template.codeUri() + " is missing; build it with: mvn package");
        }
        return jar.toString();
    }

    private Map<String, String> environment(SamTemplate.Function template) {
        Map<String, String> environment = new TreeMap<>();
        template.environment()
                .forEach((name, value) -> environment.put(
                        name,
                        switch (value) {
                            case Value.Literal literal -> literal.text();
                            case Value.Ref ref ->
                                Objects.requireNonNull(props.references().get(ref.logicalId()), ref.logicalId());
                        }));
        return environment;
    }

    private void map(Function function, SamTemplate.Mapping mapping) {
        function.addEventSource(SqsEventSource.Builder.create(props.queues().get(mapping.queue()))
                .batchSize(mapping.batchSize())
                .maxConcurrency(mapping.maxConcurrency())
                .reportBatchItemFailures(true)
                .build());
    }

    private void call(Function function, String name, SamTemplate.Schedule schedule) {
        Duration rate = Duration.seconds(schedule.rate().toSeconds());
        Rule.Builder.create(this, name + "Schedule")
                .schedule(Schedule.rate(rate))
                // One that is late is of no use: the next does its work.
                .targets(List.of(LambdaFunction.Builder.create(function)
                        .retryAttempts(0)
                        .maxEventAge(rate)
                        .build()))
                .build();
    }
}
