package dev.caffeinecode.infra;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** What of {@code template.yaml} its reader leaves out, because the local process has no use for it. */
final class RawTemplate {
    private final Map<?, ?> root;

    private RawTemplate(Map<?, ?> root) {
        this.root = root;
    }

    static RawTemplate bundled() {
        try (InputStream yaml = RawTemplate.class.getResourceAsStream("/template.yaml")) {
            Map<?, ?> root = new Yaml(new Intrinsics()).load(Objects.requireNonNull(yaml, "template.yaml"));
            return new RawTemplate(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<?, ?> globals() {
        return map(map(root, "Globals"), "Function");
    }

    Map<?, ?> function(String name) {
        return map(map(map(root, "Resources"), name), "Properties");
    }

    /** The queues that a function may put messages into. */
    Set<String> mayPutInto(String function) {
        Set<String> queues = new TreeSet<>();
        if (function(function).get("Policies") instanceof List<?> policies) {
            for (Object policy : policies) {
                if (((Map<?, ?>) policy).get("SQSSendMessagePolicy") instanceof Map<?, ?> send) {
                    queues.add(String.valueOf(send.get("QueueName")).replace(".QueueName", ""));
                }
            }
        }
        return queues;
    }

    private static Map<?, ?> map(Map<?, ?> parent, String key) {
        return (Map<?, ?>) Objects.requireNonNull(parent.get(key), key);
    }

    /** {@code !Ref X} and {@code !GetAtt X} become {@code X}. */
    private static final class Intrinsics extends SafeConstructor {
        Intrinsics() {
            super(new LoaderOptions());
            yamlMultiConstructors.put("!", new AbstractConstruct() {
                @Override
                public Object construct(Node node) {
                    return node instanceof ScalarNode scalar ? scalar.getValue() : node.toString();
                }
            });
        }
    }
}
