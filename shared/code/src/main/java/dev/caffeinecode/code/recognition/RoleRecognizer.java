package dev.caffeinecode.code.recognition;

import dev.caffeinecode.code.FileRole;
import dev.caffeinecode.code.Language;

import java.util.List;
import java.util.regex.Pattern;

/** Tells what a text file is for, by the customs of the tools that read such files. */
public final class RoleRecognizer {
    private static final List<Custom> CUSTOMS = List.of(
            new Custom(FileRole.CI, """
                    \\.gitlab-ci.*\\.ya?ml \\.travis\\.yml Jenkinsfile.* azure-pipelines.*\\.ya?ml
                    \\.drone\\.ya?ml \\.?appveyor\\.ya?ml bitbucket-pipelines\\.yml cloudbuild\\.ya?ml
                    \\.cirrus\\.yml \\.woodpecker.*\\.ya?ml buildspec\\.ya?ml
                    """, """
                    (?:^|/)\\.github/(?:workflows|actions)/.*\\.ya?ml$
                    (?:^|/)\\.(?:circleci|azure-pipelines|buildkite|woodpecker|semaphore)/
                    """),
            new Custom(FileRole.CONTAINER, """
                    Dockerfile.* .*\\.dockerfile Containerfile.* (?:docker-)?compose.*\\.ya?ml \\.dockerignore
                    Chart\\.yaml skaffold\\.ya?ml docker-bake\\.hcl
                    """, ""),
            new Custom(FileRole.BUILD, """
                    pom\\.xml .*\\.gradle(?:\\.kts)? gradle\\.properties libs\\.versions\\.toml package\\.json
                    lerna\\.json pnpm-workspace\\.yaml setup\\.(?:py|cfg) pyproject\\.toml
                    requirements.*\\.(?:txt|in) Pipfile tox\\.ini noxfile\\.py MANIFEST\\.in environment\\.ya?ml
                    [Mm]akefile.* GNUmakefile .*\\.mk CMakeLists\\.txt .*\\.cmake configure(?:\\.(?:ac|in))?
                    meson\\.build meson_options\\.txt go\\.(?:mod|work) Cargo\\.toml Gemfile .*\\.gemspec
                    Rakefile composer\\.json .*\\.(?:csproj|fsproj|vbproj|sln|slnx|props|targets|nuspec|sbt)
                    global\\.json NuGet\\.config build\\.(?:rs|xml|sc|zig|zig\\.zon|sh|py)
                    WORKSPACE(?:\\.bazel)? MODULE\\.bazel BUILD(?:\\.bazel)? Package\\.swift Podfile [Jj]ustfile
                    [Tt]askfile\\.ya?ml mix\\.exs rebar\\.config dune-project tsconfig.*\\.json
                    (?:webpack|vite|vitest|rollup|esbuild|gulpfile|Gruntfile|turbo).*\\.(?:[cm]?[jt]s|json)
                    (?:nx|babel|tsup|jest).*\\.(?:[cm]?[jt]s|json)
                    \\.?goreleaser\\.ya?ml
                    """, """
                    (?:^|/)buildSrc/
                    """),
            new Custom(FileRole.API_DESCRIPTION, """
                    .*\\.(?:proto|graphqls?|gql|thrift|wsdl|raml|avdl|fbs)
                    (?:openapi|swagger|asyncapi).*\\.(?:ya?ml|json)
                    """, ""),
            new Custom(FileRole.SCHEMA, """
                    .*\\.(?:sql|ddl|prisma|xsd|avsc)
                    """, """
                    (?:^|/)db/(?:migrate/[^/]*|schema)\\.rb$
                    (?:^|/)alembic/versions/[^/]*\\.py$
                    (?:^|/)migrations/[Vm]?\\d[^/]*\\.(?:py|js|ts|php|go|rb)$
                    """));

    private static final Pattern TEST_FOLDER = Pattern.compile(
            "(?:^|/)(?:tests?|__tests__|__mocks__|specs?|testdata|test-data|fixtures|e2e|testing|testFixtures"
                    + "|androidTest|functionalTest|intTest|integTest|[\\w-]+[-_.]tests?)/");
    private static final Pattern TEST_NAME = anyOf("""
            test_.*\\.py conftest\\.py .*_test\\.(?:go|py|rb|exs|cc|cpp|c|dart|rs|ts|js) .*_spec\\.rb
            .*[.-](?:test|spec)\\.[cm]?[jt]sx?
            .*(?:Tests?|IT|TestCase|Spec)\\.(?:java|kt|scala|groovy|cs|swift|php) tests?\\.(?:py|rs|js|ts|c|cpp)
            """);
    private static final Pattern DOCUMENTATION_FOLDER = Pattern.compile("(?:^|/)docs?/");
    private static final Pattern SETTINGS_FOLDER = Pattern.compile("(?:^|/)(?:config|conf|\\.config)/[^/]+$");
    private static final Pattern API_HEAD = Pattern.compile(
            "^[ \\t]*(?:openapi|swagger|asyncapi)\\s*:|^[ \\t]*\"(?:openapi|swagger|asyncapi)\"\\s*:",
            Pattern.MULTILINE);

    private RoleRecognizer() {}

    /** Matches what one of the patterns matches; white space parts them. */
    private static Pattern anyOf(String patterns) {
        return Pattern.compile(String.join("|", patterns.strip().split("\\s+")));
    }

    /** A role that files have by their names, all of which match a pattern, or by something in their paths. */
    private record Custom(FileRole role, Pattern names, Pattern paths) {
        Custom(FileRole role, String names, String paths) {
            this(role, anyOf(names), anyOf(paths));
        }

        boolean fits(String path, String name) {
            return names.matcher(name).matches()
                    || (!paths.pattern().isEmpty() && paths.matcher(path).find());
        }
    }

    /**
     * Tells the role of a text file that people of this repository wrote.
     *
     * @param head the first some thousand characters
     */
    public static FileRole recognize(String path, Language language, String head) {
        boolean test = isTest(path);
        String name = path.substring(path.lastIndexOf('/') + 1);
        for (Custom custom : CUSTOMS) {
            boolean fixture = test && custom.role() == FileRole.BUILD && path.contains("/");
            if (!fixture && custom.fits(path, name)) {
                return custom.role();
            }
        }
        Language.Kind kind = language.kind();
        if (kind == Language.Kind.PROSE) {
            return FileRole.DOCUMENTATION;
        }
        if ((language == Language.YAML || language == Language.JSON)
                && API_HEAD.matcher(head).find()) {
            return FileRole.API_DESCRIPTION;
        }
        if (test) {
            return kind == Language.Kind.DATA || kind == Language.Kind.OTHER ? FileRole.DATA : FileRole.TEST;
        }
        return switch (kind) {
            case PROGRAMMING -> FileRole.SOURCE;
            case MARKUP -> DOCUMENTATION_FOLDER.matcher(path).find() ? FileRole.DOCUMENTATION : FileRole.SOURCE;
            case CONFIGURATION -> FileRole.CONFIGURATION;
            case BUILD -> FileRole.BUILD;
            case DATA -> isConfiguration(path) ? FileRole.CONFIGURATION : FileRole.DATA;
            case PROSE -> FileRole.DOCUMENTATION;
            case OTHER -> isConfiguration(path) ? FileRole.CONFIGURATION : FileRole.DATA;
        };
    }

    /** Returns whether a path is one of a test; what is in {@code src/main} is not, whatever its package is called. */
    public static boolean isTest(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return TEST_NAME.matcher(name).matches()
                || (!path.contains("src/main/") && TEST_FOLDER.matcher(path).find());
    }

    /** Files whose names begin with a dot, and those in folders of settings, configure tools. */
    private static boolean isConfiguration(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.startsWith(".")
                || path.startsWith(".")
                || SETTINGS_FOLDER.matcher(path).find();
    }
}
