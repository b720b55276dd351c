package dev.caffeinecode.code.versions;

import dev.caffeinecode.code.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
class LockFilesTest {
    @Test
    void npmPinsWhatLiesAtTheTopOfTheModules() {
        assertThat(pins("web/package-lock.json", """
                {"name": "shop", "lockfileVersion": 3, "packages": {
                  "": {"version": "1.0.0", "dependencies": {"react": "^19"}},
                  "node_modules/react": {"version": "19.0.1", "dev": true, "engines": {"node": ">=1"}},
                  "node_modules/a/node_modules/react": {"version": "17.0.0"},
                  "node_modules/@acme/x": {"resolved": "x", "version": "2.0.0"}
                }, "dependencies": {"old": {"version": "0.1.0", "requires": {"b": "1"},
                  "dependencies": {"b": {"version": "9.9.9"}}}}}
                """)).containsExactly("react@19.0.1", "@acme/x@2.0.0", "old@0.1.0");
    }

    @Test
    void yarnPinsByWhatIsAskedFor() {
        assertThat(pins("yarn.lock", """
                # yarn lockfile v1

                "@babel/core@^7.0.0", "@babel/core@^7.1.0":
                  version "7.2.3"
                  dependencies:
                    version "9"
                left-pad@1:
                  version "1.3.0"
                """))
                .containsExactly(
                        "@babel/core@7.2.3 for ^7.0.0", "@babel/core@7.2.3 for ^7.1.0", "left-pad@1.3.0 for 1");
        assertThat(pins("yarn.lock", """
                __metadata:
                  version: 8

                "@babel/core@npm:^7.0.0, @babel/core@npm:^7.1.0":
                  version: 7.2.3
                  resolution: "@babel/core@npm:7.2.3"
                "shop@workspace:.":
                  version: 0.0.0-use.local
                """))
                .containsExactly("@babel/core@7.2.3 for ^7.0.0", "@babel/core@7.2.3 for ^7.1.0");
    }

    @Test
    void pnpmPinsInAllItsVersions() {
        assertThat(pins("pnpm-lock.yaml", """
                lockfileVersion: '9.0'
                importers:
                  packages/a:
                    dependencies:
                      vue:
                        specifier: ^3.4.0
                        version: 3.4.1(typescript@5.0.0)
                      b:
                        specifier: workspace:*
                        version: link:../b
                packages:
                  '@vue/shared@3.4.1':
                    resolution: {integrity: x}
                  vue@3.4.1:
                    peerDependencies:
                      typescript: '*'
                snapshots:
                  vue@9.9.9: {}
                """))
                .containsExactly("vue@3.4.1 for ^3.4.0", "@vue/shared@3.4.1", "vue@3.4.1");
        assertThat(pins("pnpm-lock.yaml", """
                packages:
                  /@vue/shared/3.2.0:
                    dev: true
                  /vue-loader/15.0.0_webpack@5.0.0:
                    dev: true
                """)).contains("@vue/shared@3.2.0");
    }

    @Test
    void othersPinByNameAndVersion() {
        assertThat(pins("Cargo.lock", """
                version = 4
                [[package]]
                name = "log"
                version = "0.4.22"
                dependencies = [
                 "x",
                ]
                """)).containsExactly("log@0.4.22");
        assertThat(pins(
                        "uv.lock",
                        "[[package]]\nname = \"click\"\nversion = \"8.1.7\"\n[package.metadata]\nname = \"x\"\n"))
                .containsExactly("click@8.1.7");
        assertThat(pins("Pipfile.lock", "{\"default\": {\"click\": {\"hashes\": [\"a\"], \"version\": \"==8.1\"}}}"))
                .containsExactly("click@8.1");
        assertThat(pins("Gemfile.lock", """
                PATH
                  specs:
                    shop (1.0)
                GEM
                  specs:
                    rack (3.1.8)
                      base64 (>= 0)
                """)).containsExactly("rack@3.1.8");
        assertThat(pins("composer.lock", """
                {"packages": [{"name": "a/b", "version": "v1.2", "require": {"name": "x"}, "authors": [{"name": "y"}]},
                 {"name": "c/d", "version": "2"}], "packages-dev": [{"name": "e/f", "version": "3"}]}
                """)).containsExactly("a/b@v1.2", "c/d@2", "e/f@3");
        assertThat(pins("packages.lock.json", """
                {"version": 1, "dependencies": {"net8.0": {"Serilog": {"type": "Direct", "resolved": "4.0.1"}}}}
                """)).containsExactly("Serilog@4.0.1");
        assertThat(pins("gradle.lockfile", "# x\norg.slf4j:slf4j-api:2.0.17=compileClasspath\nempty=\n"))
                .containsExactly("org.slf4j:slf4j-api@2.0.17");
        assertThat(pins("Package.resolved", """
                {"pins": [{"identity": "alamofire", "location": "x", "state": {"revision": "r", "version": "5.9.0"}}]}
                """)).containsExactly("alamofire@5.9.0");
        assertThat(pins("bun.lock", "{\"packages\": {\"zod\": [\"zod@3.1.0\", \"\", {}, \"sha\"],}}"))
                .containsExactly("zod@3.1.0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "package-lock.json",
                "yarn.lock",
                "pnpm-lock.yaml",
                "Cargo.lock",
                "Gemfile.lock",
                "composer.lock",
                "packages.lock.json",
                "gradle.lockfile",
                "Package.resolved",
                "Pipfile.lock",
                "bun.lock"
            })
    void nothingIsTooOddToBeRead(String path) {
        Random random = new Random(7);
        List<String> pieces = List.of(
                "{",
                "}",
                "[",
                "]",
                "\"",
                "\\",
                "\n",
                " ",
                ":",
                ",",
                "a",
                "@",
                "packages",
                "version",
                "[[package]]\n",
                "name = \"a\"\n",
                "specifier: ",
                "    a (1)\n",
                "=",
                "\u4e2d",
                "/",
                "(");
        for (int round = 0; round < 100; round++) {
            String text = Samples.mixed(pieces, 200, random);
            assertThat(pins(path, text)).isNotNull();
        }
        for (String piece : pieces) {
            assertThat(pins(path, piece.repeat(100_000))).isNotNull();
        }
    }

    @Test
    void pinsAreReadToALimit() {
        StringBuilder lock = new StringBuilder();
        for (int i = 0; i < 200_000; i++) {
            lock.append("[[package]]\nname = \"p").append(i).append("\"\nversion = \"1\"\n");
        }

        assertThat(pins("Cargo.lock", lock.toString())).hasSize(100_000);
    }

    private static List<String> pins(String path, String text) {
        return LockFiles.read(path, text.getBytes(StandardCharsets.UTF_8)).locked().stream()
                .map(pin -> pin.name() + "@" + pin.version() + (pin.asked().isEmpty() ? "" : " for " + pin.asked()))
                .toList();
    }
}
