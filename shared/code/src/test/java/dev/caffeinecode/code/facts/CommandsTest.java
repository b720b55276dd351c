package dev.caffeinecode.code.facts;

import dev.caffeinecode.code.Command;
import dev.caffeinecode.code.CommandPurpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class CommandsTest {
    @ParameterizedTest
    @CsvSource({
        "mvn -B verify, TEST",
        "./mvnw package -DskipTests, BUILD",
        "./gradlew build, BUILD",
        "npm ci, INSTALL",
        "npm run build, BUILD",
        "npm test, TEST",
        "yarn, INSTALL",
        "python -m pytest -x, TEST",
        "pip install -e ., INSTALL",
        "python3 -m venv .venv, INSTALL",
        "ruff check ., LINT",
        "ruff format ., FORMAT",
        "go build ./..., BUILD",
        "go run ./cmd/shop, RUN",
        "cargo clippy, LINT",
        "docker build -t x ., BUILD",
        "docker compose up -d, RUN",
        "docker push x, DEPLOY",
        "kubectl apply -f x, DEPLOY",
        "make, BUILD",
        "make -j4, BUILD",
        "make test, TEST",
        "sudo make install, INSTALL",
        "./bin/start-server.sh, RUN",
        "node server.js, RUN"
    })
    void purposeFollowsTheTool(String command, CommandPurpose purpose) {
        assertThat(CommandPurposes.of(command)).contains(purpose);
    }

    @ParameterizedTest
    @CsvSource({"echo hello", "cd src", "export A=1", "ls -la", "Usage: shop [OPTIONS]"})
    void otherCommandsHaveNone(String command) {
        assertThat(CommandPurposes.of(command)).isEmpty();
    }

    @Test
    void scriptsOfNpm() {
        assertThat(shown("package.json", """
                {"packageManager": "pnpm@9", "scripts": {
                  "test": "x",
                  "lint:fix": "x",
                  "docs": "typedoc",
                  "weird": "x"
                }}
                """))
                .containsExactly(
                        "2 test test: pnpm run test",
                        "3 lint lint:fix: pnpm run lint:fix",
                        "4 build docs: pnpm run docs",
                        "5 other weird: pnpm run weird");
    }

    @Test
    void targetsOfMake() {
        assertThat(shown("Makefile", """
                .PHONY: all test
                CC := gcc
                all: build
                \techo done
                test: all ## runs tests
                \t./run
                \t./more
                out/a.o: a.c
                \tcc -c a.c
                VAR = x
                """)).containsExactly("3-4 build all: make all", "5-7 test test: make test");
    }

    @Test
    void stepsOfWorkflows() {
        assertThat(shown(".github/workflows/ci.yml", """
                name: CI
                jobs:
                  build:
                    steps:
                      - uses: actions/checkout@v4
                      - name: Set up
                        run: npm ci
                      - run: |
                          # build it
                          npm run build \\
                            --if-present
                          echo done

                          npm test
                      - name: Run tests
                        run: ./ci/all.sh
                      - run: echo nothing
                  deploy:
                    steps:
                    - name: Ship
                      run: >-
                        docker push x
                """))
                .containsExactly(
                        "7 install Set up: npm ci",
                        "10-11 build null: npm run build --if-present",
                        "14 test null: npm test",
                        "16 test Run tests: ./ci/all.sh",
                        "22 deploy Ship: docker push x");
    }

    @Test
    void scriptsOfOtherCi() {
        assertThat(shown(".gitlab-ci.yml", """
                test:
                  before_script:
                    - pip install tox
                  script:
                  - tox -e py
                  - |
                    cargo test
                    echo
                  only: [main]
                """))
                .containsExactly(
                        "3 install null: pip install tox", "5 test null: tox -e py", "6-8 test null: cargo test\necho");
        assertThat(shown(".circleci/config.yml", """
                jobs:
                  a:
                    steps:
                      - run:
                          name: Test
                          command: go test ./...
                """)).containsExactly("6 test Test: go test ./...");
    }

    @Test
    void instructionsOfDocker() {
        assertThat(shown("Dockerfile", """
                FROM node:24
                RUN apt-get update && \\
                    apt-get install -y git
                RUN echo x
                ENTRYPOINT ["java", "-jar", "app.jar"]
                CMD npm start
                """))
                .containsExactly(
                        "2-3 install null: apt-get update && apt-get install -y git",
                        "5 run null: java -jar app.jar",
                        "6 run null: npm start");
    }

    @Test
    void blocksOfReadmes() {
        assertThat(shown("README.md", """
                # Shop
                Run `npm start` now.
                ```bash
                # install it
                npm install && \\
                  npm run build
                shop --help
                ```
                ```js
                npm test
                ```
                ~~~console
                $ pip install shop
                Installing npm ci
                (venv) $ flask run
                ~~~
                """))
                .containsExactly(
                        "5-6 build null: npm install && npm run build",
                        "13 install null: pip install shop",
                        "15 run null: flask run");
        assertThat(shown("README.rst", """
                Install::

                .. code-block:: text

                    $ pip install shop

                Test

                .. code:: sh

                    tox
                """)).containsExactly("5 install null: pip install shop", "11 test null: tox");
    }

    @Test
    void readmeThatNeverEndsItsBlockIsRead() {
        assertThat(shown("README.md", "```sh\nnpm ci\n" + "x\n".repeat(1000)))
                .containsExactly("2 install null: npm ci");
    }

    private static List<String> shown(String path, String text) {
        return FactReaders.read(path, text).commands().stream()
                .map(CommandsTest::shown)
                .toList();
    }

    private static String shown(Command command) {
        return command.source().lines() + " " + command.purpose().label() + " " + command.name() + ": "
                + command.line();
    }
}
