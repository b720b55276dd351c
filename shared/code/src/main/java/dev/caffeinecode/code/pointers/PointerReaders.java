package dev.caffeinecode.code.pointers;

import dev.caffeinecode.code.FileRole;
import dev.caffeinecode.code.Language;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds what a file says about others, by its name and language. */
public final class PointerReaders {
    /** Files that people write to be read by tools are small. */
    private static final int MAX_CHARACTERS = 1024 * 1024;

    /** Reads files of one kind. It takes any text: what it cannot read it leaves out. */
    @FunctionalInterface
    private interface Reader {
        void read(PointerFile file);
    }

    private static final Map<Pattern, Reader> BY_NAME = new LinkedHashMap<>();

    static {
        on("pom\\.xml", ManifestPointers::maven);
        on("(?:package|lerna)\\.json", ManifestPointers::node);
        on("composer\\.json", ManifestPointers::composer);
        on("pnpm-workspace\\.yaml", ManifestPointers::pnpm);
        on("Cargo\\.toml", ManifestPointers::cargo);
        on("pyproject\\.toml", ManifestPointers::python);
        on("(?:settings|build)\\.gradle(?:\\.kts)?", ManifestPointers::gradle);
        on("go\\.(?:work|mod)", ManifestPointers::go);
        on(".*\\.(?:sln|slnx|csproj|fsproj|vbproj|props|targets)", ManifestPointers::dotnet);
        on("Chart\\.yaml", CloudPointers::chart);
        on("kustomization\\.ya?ml", CloudPointers::kustomize);
        on("(?:docker-)?compose.*\\.ya?ml", CloudPointers::compose);
        on("(?:GNU|BSD)?[Mm]akefile.*|[Jj]ustfile|[Tt]askfile\\.ya?ml", ScriptPointers::read);
        on("Dockerfile.*|.*\\.dockerfile|Containerfile.*", ScriptPointers::read);
    }

    private PointerReaders() {}

    private static void on(String names, Reader reader) {
        BY_NAME.put(Pattern.compile(names), reader);
    }

    /** Returns what a file says, in the order of its lines as far as one reader read it; nothing if it is code. */
    public static List<Pointer> read(String path, Language language, FileRole role, String text) {
        if (text.length() > MAX_CHARACTERS) {
            return List.of();
        }
        PointerFile file = new PointerFile(path, text);
        byName(file);
        byLanguage(file, language, role);
        return file.pointers();
    }

    /** Returns whether anything can be found in such a file. */
    public static boolean knows(String path, Language language, FileRole role) {
        return switch (language.kind()) {
            case PROGRAMMING -> language == Language.BASH || isNamed(path);
            case MARKUP, OTHER -> path.contains("META-INF/") || isNamed(path);
            case DATA ->
                language == Language.SQL
                        || language == Language.PROTOBUF
                        || language == Language.GRAPHQL
                        || language == Language.THRIFT
                        || (language == Language.JSON && role != FileRole.DATA);
            case CONFIGURATION, BUILD, PROSE -> true;
        };
    }

    private static boolean isNamed(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return BY_NAME.keySet().stream().anyMatch(each -> each.matcher(name).matches());
    }

    private static void byName(PointerFile file) {
        BY_NAME.entrySet().stream()
                .filter(each -> each.getKey().matcher(file.name()).matches())
                .findFirst()
                .ifPresent(each -> each.getValue().read(file));
    }

    private static void byLanguage(PointerFile file, Language language, FileRole role) {
        if (file.path().contains("META-INF/")) {
            ConfigurationPointers.read(file);
            ConfigurationPointers.service(file);
            return;
        }
        switch (language) {
            case MARKDOWN -> ProsePointers.markdown(file);
            case RESTRUCTURED_TEXT -> ProsePointers.restructured(file);
            case SQL -> SchemaPointers.sql(file);
            case PROTOBUF, THRIFT -> SchemaPointers.imports(file);
            case GRAPHQL -> SchemaPointers.graphql(file);
            case HCL -> CloudPointers.terraform(file);
            case BASH -> ScriptPointers.read(file);
            case YAML, JSON -> {
                if (role == FileRole.CI) {
                    ScriptPointers.workflow(file);
                }
                SchemaPointers.references(file);
                CloudPointers.template(file);
                ConfigurationPointers.read(file);
            }
            case XML, INI, TOML -> ConfigurationPointers.read(file);
            default -> {
                // says nothing about files, or is code, whose imports are read elsewhere
            }
        }
    }
}
