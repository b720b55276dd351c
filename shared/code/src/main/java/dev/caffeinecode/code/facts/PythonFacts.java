package dev.caffeinecode.code.facts;

import dev.caffeinecode.code.DependencyScope;
import dev.caffeinecode.code.EntryPointKind;
import dev.caffeinecode.code.ManifestKind;
import dev.caffeinecode.code.facts.Toml.Entry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the build files of Python projects (packaging.python.org, pyproject.toml; setuptools; pip; Poetry). */
final class PythonFacts {
    /** A name, what is optional of it, the versions; behind a semicolon or a hash nothing of interest (PEP 508). */
    private static final Pattern REQUIREMENT =
            Pattern.compile("^\\s*([A-Za-z0-9][\\w.-]*)\\s*(?:\\[[^\\]\\n]{0,200}])?\\s*\\(?([^;#@()\\n]{0,200})");

    private static final Pattern KEYWORD =
            Pattern.compile("\\b(name|description|version|license)\\s*=\\s*[rfu]?[\"']([^\"'\\n]{1,500})[\"']");
    private static final Pattern REQUIRES = Pattern.compile("install_requires\\s*=\\s*\\[([^\\]]*)]");
    private static final Pattern QUOTED = Pattern.compile("[\"']([^\"'\\n]+)[\"']");
    private static final Pattern INI_SECTION = Pattern.compile("^\\[([^\\]]+)]\\s*$");
    private static final Pattern INI_KEY = Pattern.compile("^([\\w.-]+)\\s*[=:]\\s*(.*)$");

    private static final Pattern POETRY =
            Pattern.compile("^tool\\.poetry\\.(?:group\\.)?((?:[\\w-]+(?=\\.)|dev(?=-))?)[.-]?dependencies$");

    /** Nobody asks for more in one list. */
    private static final int MAX_REQUIREMENTS = 1_000;

    private PythonFacts() {}

    static Facts pyproject(FactFile file) {
        Map<String, String> values = new HashMap<>();
        for (Entry entry : Toml.parse(file.lines())) {
            switch (entry.table()) {
                case "project" -> {
                    if (entry.key().equals("dependencies")) {
                        requirements(file, entry, DependencyScope.RUNTIME);
                    } else if (!entry.text().isEmpty()) {
                        values.put(entry.key(), entry.text());
                    }
                }
                case "tool.poetry" -> {
                    if (!entry.text().isEmpty()) {
                        values.putIfAbsent(entry.key(), entry.text());
                    }
                }
                case "project.optional-dependencies" -> requirements(file, entry, DependencyScope.OPTIONAL);
                case "dependency-groups", "tool.pdm.dev-dependencies" -> requirements(file, entry, scope(entry.key()));
                case "tool.uv" -> {
                    if (entry.key().equals("dev-dependencies")) {
                        requirements(file, entry, DependencyScope.DEVELOPMENT);
                    }
                }
                case "build-system" -> {
                    if (entry.key().equals("requires")) {
                        requirements(file, entry, DependencyScope.BUILD);
                    }
                }
                case "project.scripts", "project.gui-scripts", "tool.poetry.scripts" ->
                    file.entryPoint(EntryPointKind.BINARY, entry.key(), entry.line());
                default -> Match.first(POETRY, entry.table()).ifPresent(group -> poetry(file, entry, group));
            }
        }
        return manifest(file, ManifestKind.PYPROJECT, values);
    }

    private static DependencyScope scope(String group) {
        return group.contains("test") ? DependencyScope.TEST : DependencyScope.DEVELOPMENT;
    }

    /** Reads {@code Pipfile} (pipenv.pypa.io), whose tables look like those of Poetry. */
    static Facts pipfile(FactFile file) {
        for (Entry entry : Toml.parse(file.lines())) {
            if (entry.table().equals("packages") || entry.table().equals("dev-packages")) {
                poetry(file, entry, entry.table().equals("packages") ? "" : "dev");
            }
        }
        return file.manifest(ManifestKind.PIPENV, null, null, null, null);
    }

    private static void requirements(FactFile file, Entry entry, DependencyScope scope) {
        List<String> lines = entry.value().lines().toList();
        int from = 0;
        for (String each : entry.strings().stream().limit(MAX_REQUIREMENTS).toList()) {
            int at = from;
            while (at < lines.size() && !lines.get(at).contains(each)) {
                at++;
            }
            from = at < lines.size() ? at : from;
            requirement(file, each, scope, entry.line() + from);
        }
    }

    /** Of a group; empty for what the code needs to run. */
    private static void poetry(FactFile file, Entry entry, String group) {
        Map<String, String> said = entry.members();
        if (entry.key().equals("python")) {
            return;
        }
        boolean optional = said.getOrDefault("optional", "").equals("true");
        DependencyScope main = optional ? DependencyScope.OPTIONAL : DependencyScope.RUNTIME;
        file.dependency(
                entry.key(),
                said.getOrDefault("version", entry.value().startsWith("{") ? "" : entry.text()),
                group.isEmpty() ? main : scope(group),
                entry.line());
    }

    /** A script may compute anything; what it says literally is believed. */
    static Facts setupScript(FactFile file) {
        Map<String, String> values = new HashMap<>();
        int call = file.text().indexOf("setup(");
        String arguments = call < 0 ? "" : file.text().substring(call);
        Matcher keyword = KEYWORD.matcher(arguments);
        while (keyword.find()) {
            values.putIfAbsent(Match.group(keyword, 1), Match.group(keyword, 2));
        }
        Match.first(REQUIRES, arguments).ifPresent(list -> {
            Matcher quoted = QUOTED.matcher(list);
            int line = 1 + lineEnds(file.text(), file.text().length() - arguments.length() + arguments.indexOf(list));
            while (quoted.find()) {
                int before = lineEnds(list, quoted.start());
                requirement(file, Match.group(quoted, 1), DependencyScope.RUNTIME, line + before);
            }
        });
        return manifest(file, ManifestKind.SETUPTOOLS, values);
    }

    private static int lineEnds(String text, int before) {
        return (int) text.substring(0, before).chars().filter(c -> c == '\n').count();
    }

    static Facts setupConfiguration(FactFile file) {
        Map<String, String> values = new HashMap<>();
        String section = "";
        String key = "";
        int number = 0;
        for (String line : file.lines()) {
            number++;
            Matcher header = INI_SECTION.matcher(line);
            Matcher pair = INI_KEY.matcher(line);
            if (header.matches()) {
                section = Match.group(header, 1);
                key = "";
            } else if (pair.matches()) {
                key = Match.group(pair, 1);
                if (section.equals("metadata")) {
                    values.putIfAbsent(key, Match.group(pair, 2));
                }
                if (section.equals("options") && key.equals("install_requires")) {
                    requirement(file, Match.group(pair, 2), DependencyScope.RUNTIME, number);
                } else if (section.equals("options.extras_require")) {
                    requirement(file, Match.group(pair, 2), DependencyScope.OPTIONAL, number);
                }
            } else if (section.equals("options") && key.equals("install_requires")) {
                requirement(file, line, DependencyScope.RUNTIME, number);
            } else if (section.equals("options.extras_require")) {
                requirement(file, line, DependencyScope.OPTIONAL, number);
            } else if (section.equals("options.entry_points") && key.equals("console_scripts")) {
                file.entryPoint(
                        EntryPointKind.BINARY, line.replaceFirst("=.*", "").strip(), number);
            }
        }
        return manifest(file, ManifestKind.SETUPTOOLS, values);
    }

    static Facts requirements(FactFile file) {
        String name = file.name();
        boolean tools = name.contains("dev") || name.contains("lint") || name.contains("docs");
        DependencyScope scope = name.contains("test")
                ? DependencyScope.TEST
                : tools ? DependencyScope.DEVELOPMENT : DependencyScope.RUNTIME;
        List<String> lines = file.lines();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).startsWith("-")) {
                requirement(file, lines.get(i), scope, i + 1);
            }
        }
        return file.manifest(ManifestKind.PIP, null, null, null, null);
    }

    private static void requirement(FactFile file, String text, DependencyScope scope, int line) {
        Matcher requirement = REQUIREMENT.matcher(text);
        if (requirement.find()) {
            String versions = Match.group(requirement, 2).replaceFirst("\\s--.*|\\s\\\\\\s*$", "");
            file.dependency(Match.group(requirement, 1), versions, scope, line);
        }
    }

    private static Facts manifest(FactFile file, ManifestKind kind, Map<String, String> values) {
        return file.manifest(
                kind, values.get("name"), values.get("description"), values.get("version"), values.get("license"));
    }
}
