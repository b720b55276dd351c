package dev.caffeinecode.code.pointers;

import dev.caffeinecode.code.pointers.Pointer.Kind;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files that descriptions of containers and of the cloud name. */
final class CloudPointers {
    private static final Pattern SOURCE = Pattern.compile("^\\s*+source\\s*+=\\s*+\"(\\.{1,2}/[^\"]{1,200})\"");
    private static final Pattern FUNCTION = Pattern.compile(
            "\\b(?:file|templatefile|filebase64|fileexists|filemd5|filesha256|filebase64sha256)\\(\\s{0,9}"
                    + "\"(?:\\$\\{path\\.(?:module|root|cwd)}/)?([^\"$]{1,200})\"");
    private static final Pattern YAML_PAIR = Pattern.compile(
            "^\\s*+(?:-\\s++)?[\"']?([\\w-]{1,60})[\"']?\\s*+:\\s*+[\"']?([^\"'#\\s,][^\"'#,]{0,200}?)[\"']?,?\\s*+$");
    private static final Pattern YAML_ITEM =
            Pattern.compile("^\\s*+-\\s++[\"']?([^\"'#:\\s]{1,200})[\"']?\\s*+(?:#.*)?$");
    private static final List<String> CHART_FILES = List.of("values.yaml", "values.schema.json", "templates/*");

    private CloudPointers() {}

    static void terraform(PointerFile file) {
        List<String> lines = file.lines();
        for (int i = 0; i < lines.size(); i++) {
            Matcher source = SOURCE.matcher(lines.get(i));
            Matcher function = FUNCTION.matcher(lines.get(i));
            if (source.find()) {
                file.in(String.valueOf(source.group(1)), i + 1, "*.tf");
            }
            while (function.find()) {
                file.path(String.valueOf(function.group(1)), i + 1);
            }
        }
    }

    static void chart(PointerFile file) {
        CHART_FILES.forEach(each -> file.path("./" + each, 1));
        List<String> lines = file.lines();
        for (int i = 0; i < lines.size(); i++) {
            Matcher pair = YAML_PAIR.matcher(lines.get(i));
            if (pair.matches() && String.valueOf(pair.group(2)).startsWith("file://")) {
                file.in(String.valueOf(pair.group(2)).substring("file://".length()), i + 1, "Chart.yaml");
            }
        }
    }

    /** Everything that is listed is a file or a folder with a file of the same kind. */
    static void kustomize(PointerFile file) {
        List<String> lines = file.lines();
        for (int i = 0; i < lines.size(); i++) {
            Matcher item = YAML_ITEM.matcher(lines.get(i));
            Matcher pair = YAML_PAIR.matcher(lines.get(i));
            String target = item.matches()
                    ? String.valueOf(item.group(1))
                    : pair.matches() && "path".equals(pair.group(1)) ? String.valueOf(pair.group(2)) : "";
            if (!target.isEmpty()) {
                file.path(target, i + 1);
                file.in(target, i + 1, "kustomization.yaml", "kustomization.yml");
            }
        }
    }

    static void compose(PointerFile file) {
        List<String> lines = file.lines();
        String context = "";
        for (int i = 0; i < lines.size(); i++) {
            Matcher pair = YAML_PAIR.matcher(lines.get(i));
            if (pair.matches()) {
                String value = String.valueOf(pair.group(2));
                switch (String.valueOf(pair.group(1))) {
                    case "build", "context" -> {
                        context = value;
                        file.in(value, i + 1, "Dockerfile");
                    }
                    case "dockerfile" -> file.in(context, i + 1, value);
                    case "env_file", "file", "extends" -> file.path(value, i + 1);
                    default -> {
                        // not a file
                    }
                }
            }
        }
        ScriptPointers.read(file);
    }

    /** CloudFormation and SAM: the code of functions, templates in templates. */
    static void template(PointerFile file) {
        if (!file.text().contains("AWSTemplateFormatVersion") && !file.text().contains("AWS::")) {
            return;
        }
        List<String> lines = file.lines();
        String code = "";
        for (int i = 0; i < lines.size(); i++) {
            Matcher pair = YAML_PAIR.matcher(lines.get(i));
            if (!pair.matches()) {
                continue;
            }
            String value = String.valueOf(pair.group(2));
            switch (String.valueOf(pair.group(1))) {
                case "CodeUri", "ContentUri" -> {
                    code = value.replaceFirst("/+$", "");
                    file.path(value, i + 1);
                    file.in(value, i + 1, "pom.xml", "build.gradle", "package.json", "requirements.txt", "go.mod");
                }
                case "TemplateURL", "DefinitionUri", "SchemaUri", "Location" -> file.path(value, i + 1);
                case "Handler" -> handler(file, code, value, i + 1);
                default -> {
                    // not a file
                }
            }
        }
    }

    /** {@code com.acme.Cart::handle} is a method, {@code src/app.handle} a function in a file. */
    private static void handler(PointerFile file, String code, String handler, int line) {
        int method = handler.indexOf("::");
        if (method > 0) {
            file.add(Kind.SYMBOL, handler.substring(0, method) + "#" + handler.substring(method + 2), line);
            return;
        }
        file.add(Kind.SYMBOL, handler, line);
        int dot = handler.lastIndexOf('.');
        if (dot > 0) {
            String stem = handler.substring(0, dot).replace('.', '/');
            file.in(code, line, stem + ".py", stem + ".js", stem + ".mjs", stem + ".ts", stem + ".rb");
        }
    }
}
