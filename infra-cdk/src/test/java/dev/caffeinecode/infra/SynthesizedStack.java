package dev.caffeinecode.infra;

import dev.caffeinecode.local.template.SamTemplate;
import dev.caffeinecode.local.template.SamTemplateReader;
import software.amazon.awscdk.App;
import software.amazon.awscdk.assertions.Template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** What the stack becomes, synthesized once for all tests; jars of one byte stand for those of the functions. */
final class SynthesizedStack {
    private static final SamTemplate SAM = SamTemplateReader.bundled();
    private static final Template TEMPLATE = synthesize();

    private SynthesizedStack() {}

    static Template template() {
        return TEMPLATE;
    }

    static SamTemplate sam() {
        return SAM;
    }

    /** The one function whose handler is that of the template's function of this name. */
    static Map<?, ?> function(String name) {
        String handler = Objects.requireNonNull(SAM.functions().get(name)).handler();
        Map<String, Map<String, Object>> found =
                TEMPLATE.findResources("AWS::Lambda::Function", Map.of("Properties", Map.of("Handler", handler)));
        assertThat(found).as(name).hasSize(1);
        return (Map<?, ?>)
                Objects.requireNonNull(found.values().iterator().next().get("Properties"));
    }

    /** Logical ids of CloudFormation, by those of the template; the CDK puts a path before and a hash after. */
    static Map<String, String> queues() {
        return TEMPLATE.findResources("AWS::SQS::Queue").keySet().stream()
                .collect(Collectors.toMap(id -> id.replaceFirst("^Queues(.*).{8}$", "$1"), id -> id));
    }

    private static Template synthesize() {
        try {
            Path root = Files.createTempDirectory("infra-cdk-test-");
            for (SamTemplate.Function function : SAM.functions().values()) {
                Path jar = root.resolve(function.codeUri());
                Files.createDirectories(Objects.requireNonNull(jar.getParent()));
                Files.write(jar, new byte[1]);
            }
            return Template.fromStack(new CaffeineStack(new App(), "CaffeineCode", SAM, root));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
