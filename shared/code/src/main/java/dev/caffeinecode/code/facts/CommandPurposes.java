package dev.caffeinecode.code.facts;

import dev.caffeinecode.code.CommandPurpose;
import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells what commands are for, by the tools that people use. */
final class CommandPurposes {
    private static final Pattern CHAIN = Pattern.compile("&&|;|\\|\\||\\R");

    /** The order decides: what deploys also builds, what tests also compiles. */
    private static final Map<CommandPurpose, Pattern> BY_TEXT = new LinkedHashMap<>();

    private static final Map<CommandPurpose, Pattern> BY_NAME = new LinkedHashMap<>();

    static {
        text(CommandPurpose.DEPLOY, """
                docker push
                kubectl apply
                helm (?:install|upgrade)
                terraform apply
                cdk deploy
                sam deploy
                serverless deploy
                twine upload
                (?:npm|pnpm|yarn|cargo|poetry|lerna|vsce|uv) publish
                goreleaser
                gem push
                dotnet nuget push
                mvnw? .*\\bdeploy\\b
                gradlew? .*\\bpublish
                gh release
                fly deploy
                vercel
                netlify deploy
                firebase deploy
                gcloud .*deploy
                """);
        text(CommandPurpose.INSTALL, """
                (?:npm|pnpm|bun) (?:ci|i|install|add)\\b
                yarn(?: install| add|$)
                pip3? install
                pipx install
                poetry install
                uv (?:sync|pip|add|tool)
                bundle install
                gem install
                apt(?:-get)? (?:-\\S+ )*install
                apk add
                (?:yum|dnf|brew|port|choco|scoop|winget|pacman|zypper|snap|conda|mamba) (?:-\\S+ )*(?:install|-S)
                go (?:get|install|mod download)
                cargo install
                composer (?:install|require)
                dotnet (?:restore|add|tool install)
                make (?:\\S+ )*install\\b
                mix deps\\.get
                git clone
                python3? -m venv
                virtualenv
                pod install
                pipenv install
                cmake --install
                sudo make install
                python3? setup\\.py (?:install|develop)
                docker pull
                """);
        text(CommandPurpose.FORMAT, """
                \\bblack\\b
                \\bisort\\b
                gofmt
                goimports
                gofumpt
                cargo fmt
                rustfmt
                prettier
                spotless:?apply
                clang-format
                ruff format
                dotnet format
                ktlint -F
                swiftformat
                rubocop -[aA]
                go fmt
                \\bmix format\\b
                terraform fmt
                shfmt
                yapf
                """);
        text(CommandPurpose.LINT, """
                \\blint
                eslint
                ruff\\b
                flake8
                pylint
                mypy
                pyright
                golangci
                go vet
                staticcheck
                clippy
                checkstyle
                spotbugs
                rubocop
                shellcheck
                hadolint
                tsc --noEmit
                phpstan
                psalm
                swiftlint
                stylelint
                pre-commit
                detekt
                ktlint
                spotless:?check
                clang-tidy
                biome check
                cppcheck
                """);
        text(CommandPurpose.TEST, """
                \\bpytest
                \\btox\\b
                \\bnox\\b
                go test
                cargo (?:nextest|test)
                (?:npm|pnpm|yarn|bun|deno)(?: run)? (?:t|test)\\b
                mvnw?\\b.*\\b(?:test|verify)\\b
                gradlew?\\b.*\\b(?:test|check)
                \\bctest\\b
                \\bjest\\b
                vitest
                mocha
                rspec
                phpunit
                dotnet test
                swift test
                unittest
                rake (?:test|spec)
                make (?:\\S+ )*(?:test|check)\\b
                sbt .*test
                mix test
                bazel test
                rails test
                playwright
                cypress
                karma
                runtest
                manage\\.py test
                meson test
                zig build test
                """);
        text(CommandPurpose.BUILD, """
                docker (?:buildx )?build
                mvnw?\\b.*\\b(?:package|install|compile)\\b
                gradlew?\\b.*\\b(?:build|assemble|jar)
                (?:npm|pnpm|yarn|bun)(?: run)? build
                cargo build
                go build
                \\bcmake\\b
                \\bninja\\b
                ^make(?: -\\S+)*(?: all| build\\S*)?$
                dotnet (?:build|publish|pack)
                swift build
                \\btsc\\b
                webpack
                vite build
                rollup
                python3? -m build
                setup\\.py (?:build|sdist)
                sbt .*(?:compile|package|assembly)
                bazel build
                meson (?:compile|setup)
                rake build
                mix compile
                cabal build
                stack build
                \\./configure
                autoreconf
                zig build
                hugo
                mkdocs build
                """);
        text(CommandPurpose.RUN, """
                (?:npm|pnpm|yarn|bun)(?: run)? (?:start|dev|serve)
                docker(?:-| )compose (?:\\S+ )*up
                docker run
                podman run
                java (?:\\S+ )*-jar
                cargo run
                go run
                (?:^|\\s)(?:python3?|node|ruby|php|deno|bun) (?:-\\S+ )*\\S+\\.(?:py|js|mjs|ts|rb|php)\\b
                python3? -m \\w+
                flask run
                uvicorn
                gunicorn
                rails s
                dotnet run
                swift run
                bootRun
                spring-boot:run
                mn:run
                manage\\.py runserver
                mix phx\\.server
                streamlit run
                \\./[\\w/-]*(?:server|run|start)[\\w-]*\\b
                make (?:run|serve|start|up|dev)\\b
                vite$
                next (?:dev|start)
                nodemon
                """);
        name(CommandPurpose.DEPLOY, "deploy|publish|release|push");
        name(CommandPurpose.LINT, "lint|eslint|check-?style|type-?check|typecheck|vet|analy[sz]e|mypy");
        name(CommandPurpose.FORMAT, "format|fmt|prettier|fix");
        name(CommandPurpose.TEST, "test|check|spec|e2e|coverage|unit|integration|bench");
        name(CommandPurpose.INSTALL, "install|setup|bootstrap|init|deps|prepare");
        name(CommandPurpose.BUILD, "build|compile|dist|package|bundle|all|docs|assemble");
        name(CommandPurpose.RUN, "start|run|serve|dev|watch|up|server|demo|example");
    }

    private CommandPurposes() {}

    /** Knows the commands of a purpose by patterns, one on each line. */
    private static void text(CommandPurpose purpose, String patterns) {
        BY_TEXT.put(purpose, Pattern.compile(String.join("|", patterns.lines().toList())));
    }

    private static void name(CommandPurpose purpose, String words) {
        BY_NAME.put(purpose, Pattern.compile("(?:^|[-_:.\\s])(?:" + words + ")s?(?:$|[-_:.\\s])"));
    }

    /** Tells what a command is for by its text, the last part of it that says something; empty if none does. */
    static Optional<CommandPurpose> of(String command) {
        String line = command.length() > 1000 ? command.substring(0, 1000) : command;
        List<String> parts = List.of(CHAIN.split(line));
        return parts.reversed().stream()
                .flatMap(part -> first(BY_TEXT, part.strip()).stream())
                .findFirst();
    }

    /** Tells what a script is for, by its name or, if that says nothing, by its text. */
    static Optional<CommandPurpose> ofScript(@Nullable String name, String command) {
        Optional<CommandPurpose> named =
                name == null || name.length() > 100 ? Optional.empty() : first(BY_NAME, name.toLowerCase(Locale.ROOT));
        return named.isPresent() ? named : of(command);
    }

    private static Optional<CommandPurpose> first(Map<CommandPurpose, Pattern> patterns, String text) {
        return patterns.entrySet().stream()
                .filter(each -> each.getValue().matcher(text).find())
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
