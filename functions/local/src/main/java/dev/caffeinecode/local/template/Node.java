package dev.caffeinecode.local.template;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.ScalarNode;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A part of a CloudFormation template, or nothing; asking nothing for more gives nothing. */
final class Node {
    private static final Node ABSENT = new Node(null);

    private final @Nullable Object value;

    private Node(@Nullable Object value) {
        this.value = value;
    }

    static Node parse(InputStream yaml) {
        return new Node(new Yaml(new Intrinsics()).load(new InputStreamReader(yaml, StandardCharsets.UTF_8)));
    }

    boolean isAbsent() {
        return value == null;
    }

    Node get(String key) {
        return value instanceof Map<?, ?> map && map.containsKey(key) ? new Node(map.get(key)) : ABSENT;
    }

    /** Of a mapping, in order; none of anything else. */
    Map<String, Node> entries() {
        Map<String, Node> entries = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, entry) -> entries.put(String.valueOf(key), new Node(entry)));
        }
        return entries;
    }

    /** @throws IllegalArgumentException when it is not a scalar */
    String text() {
        if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        throw new IllegalArgumentException("expected a text, found " + value);
    }

    int number(int otherwise) {
        return value == null ? otherwise : Integer.parseInt(text());
    }

    /** The argument of an intrinsic function in its short form; empty when this is none of that name. */
    Optional<String> intrinsic(String name) {
        return value instanceof Intrinsic call && call.name().equals(name)
                ? Optional.of(call.argument())
                : Optional.empty();
    }

    /** Such as {@code !Ref Queue}. */
    private record Intrinsic(String name, String argument) {}

    /** Reads {@code !Name argument} as an intrinsic; creates no other types than YAML's own. */
    private static final class Intrinsics extends SafeConstructor {
        Intrinsics() {
            super(new LoaderOptions());
            yamlMultiConstructors.put("!", new AbstractConstruct() {
                @Override
                public @Nullable Object construct(org.yaml.snakeyaml.nodes.Node node) {
                    String name = node.getTag().getValue().substring(1);
                    return node instanceof ScalarNode scalar ? new Intrinsic(name, scalar.getValue()) : null;
                }
            });
        }
    }
}
