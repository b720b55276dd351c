package dev.caffeinecode.code.facts;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A value of a JSON text, with the line where it begins. */
public sealed interface JsonValue {
    int line();

    /** A JSON object; if it has a member twice, the first counts. */
    record JsonObject(List<Member> members, int line) implements JsonValue {}

    /** A JSON array. */
    record JsonArray(List<JsonValue> values, int line) implements JsonValue {}

    /** A JSON string, without quotes and escapes. */
    record JsonString(String value, int line) implements JsonValue {}

    /** A number, {@code true}, {@code false} or {@code null}, as it is written. */
    record JsonLiteral(String literal, int line) implements JsonValue {}

    /** A member of an object. */
    record Member(String name, JsonValue value) {}

    /** Returns the members; none if this is no object. */
    default List<Member> members() {
        return this instanceof JsonObject(List<Member> members, int line) && line > 0 ? members : List.of();
    }

    default Optional<JsonValue> find(String name) {
        return members().stream()
                .filter(member -> member.name().equals(name))
                .map(Member::value)
                .findFirst();
    }

    /** Returns the members of an object in this object. */
    default Stream<Member> membersOf(String name) {
        return find(name).stream().flatMap(value -> value.members().stream());
    }

    /** Returns the text of a member that is a string. */
    default Optional<String> text(String name) {
        return find(name).flatMap(JsonValue::text);
    }

    /** Returns the text of this value if it is a string. */
    default Optional<String> text() {
        return this instanceof JsonString string ? Optional.of(string.value()) : Optional.empty();
    }
}
