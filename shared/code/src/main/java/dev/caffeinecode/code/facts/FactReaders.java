package dev.caffeinecode.code.facts;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the reader for a file, by its name. */
public final class FactReaders {
    /** Files that state facts are small. */
    private static final int MAX_CHARACTERS = 2 * 1024 * 1024;

    private static final Map<Pattern, FactReader> BY_NAME = new LinkedHashMap<>();
    private static final Pattern WORKFLOW_FOLDER = Pattern.compile(
            "(?:^|/)(?:\\.github/(?:workflows|actions)|\\.circleci|\\.azure-pipelines|\\.buildkite)/.*\\.ya?ml$");

    static {
        on("package\\.json", NodeFacts::read);
        on("[jt]sconfig(?:[.-][\\w.-]+)?\\.json", ScriptSettings::read);
        on("pom\\.xml", MavenFacts::read);
        on("(?:build|settings)\\.gradle(?:\\.kts)?", GradleFacts::read);
        on("libs\\.versions\\.toml", GradleFacts::catalog);
        on("(?:dependencies|versions|libs|libraries)\\.gradle", GradleFacts::maps);
        on("pnpm-workspace\\.yaml", NodeFacts::catalogs);
        on("Pipfile", PythonFacts::pipfile);
        on("Directory\\.(?:Packages|Build)\\.props", DotnetFacts::shared);
        on("build\\.sbt", OtherManifests::sbt);
        on("pyproject\\.toml", PythonFacts::pyproject);
        on("setup\\.py", PythonFacts::setupScript);
        on("setup\\.cfg", PythonFacts::setupConfiguration);
        on("requirements.*\\.(?:txt|in)", PythonFacts::requirements);
        on("go\\.mod", GoFacts::read);
        on("Cargo\\.toml", CargoFacts::read);
        on("composer\\.json", ComposerFacts::read);
        on("Gemfile", RubyFacts::gemfile);
        on(".*\\.gemspec", RubyFacts::gemspec);
        on(".*\\.(?:cs|fs|vb)proj", DotnetFacts::read);
        on("CMakeLists\\.txt", OtherManifests::cmake);
        on("Package\\.swift", OtherManifests::swift);
        on("(?:GNU|BSD)?[Mm]akefile", ScriptFacts::makefile);
        on("[Jj]ustfile", ScriptFacts::justfile);
        on("Dockerfile.*|.*\\.dockerfile|Containerfile", ScriptFacts::dockerfile);
        on(
                "(?i)(?:readme|contributing|install|building|development|hacking).*\\.(?:md|markdown|rst|txt|adoc)",
                ReadmeFacts::read);
        on("(?i)readme", ReadmeFacts::read);
        on("""
                action\\.ya?ml
                \\.gitlab-ci.*\\.ya?ml
                \\.travis\\.yml
                azure-pipelines.*\\.ya?ml
                \\.?appveyor\\.ya?ml
                bitbucket-pipelines\\.yml
                \\.drone\\.ya?ml
                \\.cirrus\\.yml
                \\.woodpecker.*\\.ya?ml
                buildspec\\.ya?ml
                cloudbuild\\.ya?ml
                [Tt]askfile\\.ya?ml
                """, WorkflowFacts::read);
    }

    private FactReaders() {}

    /** Reads files whose names match one of the patterns, one on each line. */
    private static void on(String patterns, FactReader reader) {
        BY_NAME.put(Pattern.compile(String.join("|", patterns.lines().toList())), reader);
    }

    /** Returns whether something reads files of this name. */
    public static boolean knows(String path) {
        return reader(path).isPresent();
    }

    public static Facts read(String path, String text) {
        return text.length() > MAX_CHARACTERS
                ? Facts.NONE
                : reader(path)
                        .map(reader -> reader.read(new FactFile(path, text)))
                        .orElse(Facts.NONE);
    }

    private static Optional<FactReader> reader(String path) {
        if (WORKFLOW_FOLDER.matcher(path).find()) {
            return Optional.of(WorkflowFacts::read);
        }
        String name = path.substring(path.lastIndexOf('/') + 1);
        return BY_NAME.entrySet().stream()
                .filter(each -> each.getKey().matcher(name).matches())
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
