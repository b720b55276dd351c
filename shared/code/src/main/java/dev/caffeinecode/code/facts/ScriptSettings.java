package dev.caffeinecode.code.facts;

import dev.caffeinecode.code.facts.JsonValue.JsonArray;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads by what names imports of TypeScript and JavaScript find files: those of {@code tsconfig.json} and
 * {@code jsconfig.json} (typescriptlang.org/tsconfig: paths, baseUrl, extends, references) and of {@code package.json}.
 * They are properties; a list is one text, its parts separated by line ends.
 */
public final class ScriptSettings {
    /** The folder that imports are looked for in. */
    public static final String BASE = "tsconfig.baseUrl";

    /** Begins the name of a property for each pattern of imports, whose value is where such files lie. */
    public static final String PATHS = "tsconfig.paths ";

    /** The files whose settings hold as well. */
    public static final String EXTENDS = "tsconfig.extends";

    /** The parts that a project consists of, each with settings of its own. */
    public static final String PARTS = "tsconfig.references";

    /** Begins the name of a property for each name that a package calls files of its own by. */
    public static final String IMPORTS = "package.imports ";

    /** Begins the name of a property for each path that a package can be imported by, from its name on. */
    public static final String EXPORTS = "package.exports ";

    private static final int MAX_PATTERNS = 500;
    private static final int MAX_DEPTH = 5;
    private static final int MAX_CHARACTERS = 200;
    private static final int MAX_TEXTS = 8;

    private ScriptSettings() {}

    static Facts read(FactFile file) {
        JsonValue json = Json.parse(file.text()).orElse(null);
        if (json == null) {
            return Facts.NONE;
        }
        put(file, EXTENDS, texts(json.find("extends")));
        put(
                file,
                PARTS,
                json.find("references").stream()
                        .flatMap(value -> value instanceof JsonArray array ? array.values().stream() : Stream.empty())
                        .flatMap(part -> part.text("path").stream()));
        Optional<JsonValue> options = json.find("compilerOptions");
        put(file, BASE, texts(options.flatMap(value -> value.find("baseUrl"))));
        options.stream()
                .flatMap(value -> value.membersOf("paths"))
                .limit(MAX_PATTERNS)
                .forEach(member -> put(file, PATHS + member.name(), texts(Optional.of(member.value()))));
        return file.facts();
    }

    /** Reads how {@code package.json} names files for others and itself (nodejs.org/api/packages.html). */
    static void names(FactFile file, JsonValue json) {
        json.membersOf("imports").limit(MAX_PATTERNS).forEach(each -> put(file, IMPORTS + each.name(), each.value()));
        Optional<JsonValue> exports = json.find("exports");
        boolean byPath = exports.stream()
                .flatMap(value -> value.members().stream())
                .anyMatch(each -> each.name().startsWith("."));
        if (byPath) {
            json.membersOf("exports")
                    .limit(MAX_PATTERNS)
                    .forEach(each -> put(file, EXPORTS + each.name(), each.value()));
        } else {
            exports.ifPresent(value -> put(file, EXPORTS + ".", value));
        }
    }

    /** A path, or several of which a condition chooses; those for browsers are the exception. */
    private static void put(FactFile file, String name, JsonValue value) {
        List<String> paths = new ArrayList<>();
        List<String> last = new ArrayList<>();
        collect(value, false, paths, last, 0);
        paths.addAll(last);
        put(file, name, paths.stream().distinct());
    }

    private static void collect(JsonValue value, boolean browser, List<String> paths, List<String> last, int depth) {
        value.text().ifPresent(browser ? last::add : paths::add);
        if (depth < MAX_DEPTH) {
            value.members()
                    .forEach(each ->
                            collect(each.value(), browser || each.name().equals("browser"), paths, last, depth + 1));
        }
    }

    private static Stream<String> texts(Optional<JsonValue> value) {
        List<JsonValue> several = value.stream()
                .flatMap(each -> each instanceof JsonArray array ? array.values().stream() : Stream.of(each))
                .toList();
        return several.stream().flatMap(each -> each.text().stream());
    }

    private static void put(FactFile file, String name, Stream<String> texts) {
        StringBuilder value = new StringBuilder();
        for (String text :
                texts.filter(each -> !each.isBlank()).limit(MAX_TEXTS).toList()) {
            if (value.length() + text.length() < MAX_CHARACTERS) {
                value.append(value.isEmpty() ? "" : "\n").append(text);
            }
        }
        if (!value.isEmpty()) {
            file.property(name, value.toString());
        }
    }
}
