package dev.caffeinecode.local;

import dev.caffeinecode.local.services.CloudClients;
import dev.caffeinecode.local.services.DataDirectory;
import dev.caffeinecode.local.services.LocalResources;
import dev.caffeinecode.local.services.LocalServices;
import dev.caffeinecode.local.template.SamTemplate;
import dev.caffeinecode.local.template.SamTemplate.Value;
import io.micronaut.context.env.MapPropertySource;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.PropertySource.PropertyConvention;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the functions are configured with in this process: the variables that the template gives them, with its references
 * resolved, and a few settings that only hold on one machine. Variables of the operating system override both.
 */
final class LocalSettings {
    /** Below the variables of the operating system, above application.properties. */
    private static final int TEMPLATE_ORDER = -250;

    private static final int CONNECTIONS = 16;

    private final SamTemplate template;
    private final DataDirectory data;
    private final LocalServices services;
    private final LocalResources resources;
    private final Map<String, String> environment;

    LocalSettings(
            SamTemplate template,
            DataDirectory data,
            LocalServices services,
            LocalResources resources,
            Map<String, String> environment) {
        this.template = template;
        this.data = data;
        this.services = services;
        this.resources = resources;
        this.environment = environment;
    }

    PropertySource[] propertySources() throws IOException {
        return new PropertySource[] {fromTemplate(), ofThisMachine()};
    }

    private PropertySource fromTemplate() throws IOException {
        Map<String, String> parameters = Map.of(
                "DatabaseUrl", services.databaseUrl(),
                "TokenSecret", data.secret(),
                "ModelProvider", environment.getOrDefault("CAFFEINE_MODELS_PROVIDER", "outline"),
                "EmbeddingProvider", environment.getOrDefault("CAFFEINE_EMBEDDINGS_PROVIDER", "local"),
                "EmbeddingModel",
                        environment.getOrDefault("CAFFEINE_EMBEDDINGS_BEDROCK", "amazon.titan-embed-text-v2:0"));
        Map<String, Object> variables = new HashMap<>();
        for (SamTemplate.Function function : template.functions().values()) {
            function.environment().forEach((name, value) -> variables.put(name, resolve(value, parameters)));
        }
        return new MapPropertySource("template", variables) {
            @Override
            public PropertyConvention getConvention() {
                return PropertyConvention.ENVIRONMENT_VARIABLE;
            }

            @Override
            public int getOrder() {
                return TEMPLATE_ORDER;
            }
        };
    }

    private String resolve(Value value, Map<String, String> parameters) {
        return switch (value) {
            case Value.Literal literal -> literal.text();
            case Value.Ref ref -> {
                String known = parameters.get(ref.logicalId());
                yield known != null
                        ? known
                        : Objects.requireNonNull(resources.reference(ref.logicalId()), ref.logicalId());
            }
        };
    }

    private PropertySource ofThisMachine() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("aws.region", CloudClients.region().id());
        settings.put("aws.s3.path-style-access-enabled", true);
        settings.put("caffeine.clone-urls.http", true);
        settings.put("caffeine.clone-urls.local-paths", true);
        settings.put("caffeine.scratch.directory", data.resolve("scratch").toString());
        settings.put("datasources.default.maximum-pool-size", CONNECTIONS);
        settings.put("datasources.default.data-source-properties.prepareThreshold", 5);
        String anthropicKey = environment.get("ANTHROPIC_API_KEY");
        if (anthropicKey != null) {
            settings.put("caffeine.models.anthropic-api-key", anthropicKey);
        }
        return PropertySource.of("this-machine", settings, TEMPLATE_ORDER);
    }

    /**
     * Invocations of one function at the same time. Clones and indexes share the processors with everything else; pages
     * mostly wait, for a model or for each other.
     */
    static int maxConcurrency(SamTemplate.Function function) {
        int processors = Runtime.getRuntime().availableProcessors();
        return List.of("CloneFunction", "IndexFunction").contains(function.name()) ? 2 : Math.max(4, 2 * processors);
    }
}
