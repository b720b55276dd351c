package dev.caffeinecode.code.facts;

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
    private static final Pattern REQUIREMENT = Pattern.compile("^\\s*([A-Za-z0-9][\\w.-]*)");
    private static final Pattern KEYWORD =
            Pattern.compile("\\b(name|description|version|license)\\s*=\\s*[rfu]?[\"']([^\"'\\n]{1,500})[\"']");
    private static final Pattern REQUIRES = Pattern.compile("install_requires\\s*=\\s*\\[([^\\]]*)]");
    private static final Pattern QUOTED = Pattern.compile("[\"']([^\"'\\n]+)[\"']");
    private static final Pattern INI_SECTION = Pattern.compile("^\\[([^\\]]+)]\\s*$");
    private static final Pattern INI_KEY = Pattern.compile("^([\\w.-]+)\\s*[=:]\\s*(.*)$");

    private PythonFacts() {}

    static Facts pyproject(FactFile file) {
        Map<String, String> values = new HashMap<>();
        for (Entry entry : Toml.parse(file.lines())) {
            List<String> strings = entry.strings();
            switch (entry.table()) {
                case "project" -> {
                    if (entry.key().equals("dependencies")) {
                        strings.forEach(each -> requirement(file, each));
                    } else if (!strings.isEmpty()) {
                        values.put(entry.key(), strings.getFirst());
                    }
                }
                case "tool.poetry" -> {
                    if (!strings.isEmpty()) {
                        values.putIfAbsent(entry.key(), strings.getFirst());
                    }
                }
                case "tool.poetry.dependencies" -> poetryDependency(file, entry);
                case "project.scripts", "project.gui-scripts", "tool.poetry.scripts" ->
                    file.entryPoint(EntryPointKind.BINARY, entry.key(), entry.line());
                default -> {
                    // another tool's table
                }
            }
        }
        return manifest(file, ManifestKind.PYPROJECT, values);
    }

    private static void poetryDependency(FactFile file, Entry entry) {
        if (!entry.key().equals("python")) {
            file.dependency(entry.key());
        }
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
            while (quoted.find()) {
                requirement(file, Match.group(quoted, 1));
            }
        });
        return manifest(file, ManifestKind.SETUPTOOLS, values);
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
            } else if (section.equals("options") && key.equals("install_requires")) {
                requirement(file, line);
            } else if (section.equals("options.entry_points") && key.equals("console_scripts")) {
                file.entryPoint(
                        EntryPointKind.BINARY, line.replaceFirst("=.*", "").strip(), number);
            }
        }
        return manifest(file, ManifestKind.SETUPTOOLS, values);
    }

    static Facts requirements(FactFile file) {
        file.lines().stream().filter(line -> !line.startsWith("-")).forEach(line -> requirement(file, line));
        return file.manifest(ManifestKind.PIP, null, null, null, null);
    }

    private static void requirement(FactFile file, String text) {
        Match.first(REQUIREMENT, text).ifPresent(file::dependency);
    }

    private static Facts manifest(FactFile file, ManifestKind kind, Map<String, String> values) {
        return file.manifest(
                kind, values.get("name"), values.get("description"), values.get("version"), values.get("license"));
    }
}
