package dev.caffeinecode.local.json;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/** Writes and reads JSON without types of our own. */
public final class Json {
    private static final ObjectMapper MAPPER = ObjectMapper.getDefault();

    private Json() {}

    /** @param values texts, numbers, booleans, lists and maps of such */
    public static byte[] write(Map<String, ?> values) {
        try {
            return MAPPER.writeValueAsBytes(values);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing in memory fails to be written
        }
    }

    /** @throws IOException when it is not JSON */
    public static JsonNode read(byte[] json) throws IOException {
        JsonNode node = MAPPER.readValue(json, JsonNode.class);
        return node == null ? JsonNode.nullNode() : node;
    }

    /** A value below, by a path of names; empty when it, or one on the way, is absent or null. */
    public static Optional<JsonNode> find(JsonNode node, String... path) {
        Optional<JsonNode> found = Optional.of(node);
        for (String name : path) {
            found = found.filter(JsonNode::isObject).flatMap(parent -> Optional.ofNullable(parent.get(name)));
        }
        return found.filter(value -> !value.isNull());
    }

    /** Empty when there is none. */
    public static String text(JsonNode node, String... path) {
        return find(node, path)
                .filter(JsonNode::isValueNode)
                .map(JsonNode::coerceStringValue)
                .orElse("");
    }

    /** 0 when there is none. */
    public static long number(JsonNode node, String... path) {
        return find(node, path)
                .filter(JsonNode::isNumber)
                .map(JsonNode::getLongValue)
                .orElse(0L);
    }

    /** False when there is none. */
    public static boolean isTrue(JsonNode node, String... path) {
        return find(node, path)
                .filter(JsonNode::isBoolean)
                .map(JsonNode::getBooleanValue)
                .orElse(false);
    }
}
