package dev.caffeinecode.code.pointers;

import dev.caffeinecode.code.facts.Json;
import dev.caffeinecode.code.facts.JsonValue;
import dev.caffeinecode.code.facts.JsonValue.JsonArray;
import dev.caffeinecode.code.facts.Toml;
import dev.caffeinecode.code.facts.Xml;
import dev.caffeinecode.code.pointers.Pointer.Kind;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Modules, workspaces and programs that manifests name. */
final class ManifestPointers {
    private static final Pattern INCLUDE = Pattern.compile("^\\s*+include(?:Build)?\\b");
    private static final Pattern PROJECT =
            Pattern.compile("\\bproject\\(\\s{0,9}(?:path:\\s{0,9})?[\"'](:[^\"']{1,200})[\"']");
    private static final Pattern QUOTED = Pattern.compile("[\"']([^\"']{1,200})[\"']");
    private static final Pattern YAML_ITEM = Pattern.compile("^\\s*+-\\s*+[\"']?([^\"'#]{1,200}?)[\"']?\\s*+$");
    private static final Pattern USE =
            Pattern.compile("^\\s*+(?:use\\s++)?(\\.{1,2}(?:/[^\\s()/]{1,100})*+)\\s*+(?://.*)?$");
    private static final Pattern REPLACE = Pattern.compile("=>\\s*+(\\.{1,2}/\\S{1,200})");
    private static final Pattern PROJECT_FILE =
            Pattern.compile("[\"']([^\"'*$]{1,200}\\.(?:\\w{2}proj|props|targets|sln))[\"']");

    private ManifestPointers() {}

    static void maven(PointerFile file) {
        for (Xml.Element element : Xml.parse(file.text())) {
            if (element.path().endsWith("modules/module")) {
                file.path(element.text(), element.line());
                file.in(element.text(), element.line(), "pom.xml");
            } else if (element.path().equals("project/parent/relativePath")) {
                file.path(element.text(), element.line());
                file.in(element.text(), element.line(), "pom.xml");
            }
        }
    }

    static void node(PointerFile file) {
        JsonValue json = Json.parse(file.text()).orElse(null);
        if (json == null) {
            return;
        }
        json.find("workspaces").ifPresent(value -> {
            workspaces(file, value);
            value.find("packages").ifPresent(packages -> workspaces(file, packages));
        });
        json.find("packages").ifPresent(value -> workspaces(file, value));
        for (String entry : List.of("main", "module", "types", "typings", "browser", "bin", "exports")) {
            json.find(entry).ifPresent(value -> files(file, value, 0));
        }
        json.membersOf("scripts")
                .forEach(script -> script.value()
                        .text()
                        .ifPresent(text ->
                                ScriptPointers.words(file, text, script.value().line())));
    }

    private static void workspaces(PointerFile file, JsonValue value) {
        if (value instanceof JsonArray array) {
            array.values()
                    .forEach(each -> each.text().ifPresent(folder -> file.in(folder, each.line(), "package.json")));
        }
    }

    /** A file, or several by name or condition, some levels deep. */
    private static void files(PointerFile file, JsonValue value, int depth) {
        value.text().filter(path -> path.indexOf('*') < 0).ifPresent(path -> file.path(path, value.line()));
        if (depth < 5) {
            value.members().forEach(member -> files(file, member.value(), depth + 1));
        }
    }

    static void composer(PointerFile file) {
        JsonValue json = Json.parse(file.text()).orElse(null);
        if (json != null && json.find("bin").orElse(null) instanceof JsonArray array) {
            array.values().forEach(each -> each.text().ifPresent(path -> file.path(path, each.line())));
        }
    }

    static void pnpm(PointerFile file) {
        List<String> lines = file.lines();
        boolean inside = false;
        for (int i = 0; i < lines.size(); i++) {
            Matcher item = YAML_ITEM.matcher(lines.get(i));
            if (inside && item.matches()) {
                file.in(String.valueOf(item.group(1)), i + 1, "package.json");
            } else if (!lines.get(i).isBlank() && !lines.get(i).startsWith("#")) {
                inside = lines.get(i).startsWith("packages:");
            }
        }
    }

    static void cargo(PointerFile file) {
        for (Toml.Entry entry : Toml.parse(file.lines())) {
            if (entry.table().equals("workspace") && entry.key().equals("members")) {
                entry.strings().stream().limit(1_000).forEach(each -> file.in(each, entry.line(), "Cargo.toml"));
            } else if (entry.key().equals("path") || entry.key().endsWith(".path")) {
                file.path(entry.text(), entry.line());
                file.in(entry.text(), entry.line(), "Cargo.toml");
            } else if (entry.members().containsKey("path")) {
                file.in(entry.members().getOrDefault("path", ""), entry.line(), "Cargo.toml");
            } else if (entry.table().equals("package")
                    && List.of("build", "readme", "license-file").contains(entry.key())) {
                file.path(entry.text(), entry.line());
            }
        }
    }

    static void python(PointerFile file) {
        for (Toml.Entry entry : Toml.parse(file.lines())) {
            String text = entry.text();
            if (entry.table().endsWith("scripts") && text.contains(":")) {
                file.add(Kind.SYMBOL, text.replaceFirst(":", "#").replaceFirst("\\s*\\[.*", ""), entry.line());
            } else if (entry.key().equals("readme") || entry.key().startsWith("license")) {
                entry.strings().stream().limit(9).forEach(each -> file.path(each, entry.line()));
            } else if (entry.table().startsWith("tool.uv.") && entry.key().equals("members")) {
                entry.strings().stream().limit(1_000).forEach(each -> file.in(each, entry.line(), "pyproject.toml"));
            } else if (entry.members().containsKey("path")) {
                file.in(entry.members().getOrDefault("path", ""), entry.line(), "pyproject.toml");
            }
        }
    }

    /** {@code :core:api} lies in {@code core/api}, counted from where the settings are: the root, mostly. */
    static void gradle(PointerFile file) {
        boolean including = false;
        List<String> lines = file.lines();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean goesOn = including && (line.isBlank() || line.stripLeading().matches("^[\"'/].*"));
            including = goesOn || INCLUDE.matcher(line).find();
            Matcher quoted = (including ? QUOTED : PROJECT).matcher(line);
            while (quoted.find()) {
                String folder =
                        String.valueOf(quoted.group(1)).replaceFirst("^:", "").replace(':', '/');
                file.in(folder, i + 1, "build.gradle", "build.gradle.kts", "settings.gradle", "settings.gradle.kts");
            }
        }
    }

    static void go(PointerFile file) {
        List<String> lines = file.lines();
        for (int i = 0; i < lines.size(); i++) {
            for (Pattern pattern : List.of(USE, REPLACE)) {
                Matcher folder = pattern.matcher(lines.get(i));
                if (folder.find()) {
                    file.in(String.valueOf(folder.group(1)), i + 1, "go.mod");
                }
            }
        }
    }

    static void dotnet(PointerFile file) {
        List<String> lines = file.lines();
        for (int i = 0; i < lines.size(); i++) {
            Matcher quoted = PROJECT_FILE.matcher(lines.get(i));
            while (quoted.find()) {
                file.path(String.valueOf(quoted.group(1)).replace('\\', '/'), i + 1);
            }
        }
    }
}
