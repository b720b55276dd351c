package dev.caffeinecode.code.facts;

import dev.caffeinecode.code.Dependency;
import dev.caffeinecode.code.DependencyScope;
import dev.caffeinecode.code.EntryPoint;
import dev.caffeinecode.code.EntryPointKind;
import dev.caffeinecode.code.LineRange;
import dev.caffeinecode.code.Location;
import dev.caffeinecode.code.Manifest;
import dev.caffeinecode.code.ManifestKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Objects;

import static dev.caffeinecode.code.DependencyScope.DEVELOPMENT;
import static dev.caffeinecode.code.DependencyScope.RUNTIME;
import static dev.caffeinecode.code.DependencyScope.TEST;
import static org.assertj.core.api.Assertions.assertThat;

class ManifestsTest {
    @Test
    void npm() {
        Facts facts = FactReaders.read("web/package.json", """
                {
                  // settings have comments
                  "name": "@acme/shop",
                  "description": "Sells\\n things \\u0026 more",
                  "version": "1.2.3",
                  "license": {"type": "MIT"},
                  "main": "dist/index.js",
                  "bin": {"shop": "bin/shop.js"},
                  "dependencies": {"react": "^19", "zod": "1"},
                  "devDependencies": {"jest": "1"},
                  "peerDependencies": {"react": "*", "vue": "3"},
                }
                """);

        assertThat(facts.manifest())
                .isEqualTo(new Manifest(
                        "web/package.json",
                        ManifestKind.NPM,
                        "@acme/shop",
                        "Sells things & more",
                        "1.2.3",
                        "MIT",
                        List.of(
                                asks("react", "^19", RUNTIME, 9),
                                asks("zod", "1", RUNTIME, 9),
                                asks("vue", "3", RUNTIME, 11),
                                asks("jest", "1", DEVELOPMENT, 10))));
        assertThat(facts.entryPoints())
                .containsExactly(
                        entry(EntryPointKind.BINARY, "shop", "web/package.json", 8),
                        entry(EntryPointKind.LIBRARY, "dist/index.js", "web/package.json", 7));
    }

    @Test
    void maven() {
        assertThat(manifest("pom.xml", """
                <?xml version="1.0"?>
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <parent><groupId>a</groupId><artifactId>parent</artifactId><version>7</version></parent>
                  <artifactId>shop</artifactId>
                  <description>Sells
                    things</description>
                  <licenses><license><name>MIT</name></license></licenses>
                  <dependencyManagement><dependencies>
                    <dependency><groupId>x</groupId><artifactId>managed</artifactId></dependency>
                  </dependencies></dependencyManagement>
                  <dependencies>
                    <dependency><artifactId>core</artifactId><groupId>b</groupId></dependency>
                    <!-- <dependency><groupId>c</groupId><artifactId>out</artifactId></dependency> -->
                    <dependency><groupId>c</groupId><artifactId><![CDATA[web]]></artifactId>
                      <exclusions><exclusion><groupId>z</groupId><artifactId>z</artifactId></exclusion></exclusions>
                    </dependency>
                  </dependencies>
                </project>
                """))
                .isEqualTo(new Manifest(
                        "pom.xml",
                        ManifestKind.MAVEN,
                        "shop",
                        "Sells things",
                        "7",
                        "MIT",
                        List.of(asks("b:core", null, RUNTIME, 12), asks("c:web", null, RUNTIME, 14))));
    }

    @Test
    void gradle() {
        assertThat(manifest("app/build.gradle.kts", """
                description = "Sells things"
                version = "1.0"
                dependencies {
                    implementation("org.slf4j:slf4j-api:2.0")
                    api 'com.acme:core:1'
                    implementation(platform("io.micronaut:bom:4"))
                    testImplementation("org.junit:junit:5")
                    implementation(project(":core"))
                }
                """))
                .isEqualTo(new Manifest(
                        "app/build.gradle.kts",
                        ManifestKind.GRADLE,
                        null,
                        "Sells things",
                        "1.0",
                        null,
                        List.of(
                                asks("org.slf4j:slf4j-api", "2.0", RUNTIME, 4),
                                asks("com.acme:core", "1", RUNTIME, 5),
                                asks("io.micronaut:bom", "4", RUNTIME, 6),
                                asks("org.junit:junit", "5", TEST, 7))));
        assertThat(manifest("settings.gradle", "rootProject.name = 'shop'\n").name())
                .isEqualTo("shop");
    }

    @Test
    void pyproject() {
        Facts facts = FactReaders.read("pyproject.toml", """
                [project]
                name = "shop"  # the name
                description = 'Sells "things"'
                version = "1.0"
                license = {text = "MIT"}
                dependencies = [
                    "click>=8.1.3",   # not "this"
                    'werkzeug[watchdog] >= 3; python_version > "3"',
                ]
                classifiers = ["a", "b"]

                [project.scripts]
                shop = "shop.cli:main"

                [tool.other]
                name = "no"
                """);

        assertThat(facts.manifest())
                .isEqualTo(new Manifest(
                        "pyproject.toml",
                        ManifestKind.PYPROJECT,
                        "shop",
                        "Sells \"things\"",
                        "1.0",
                        "MIT",
                        List.of(asks("click", ">=8.1.3", RUNTIME, 7), asks("werkzeug", ">= 3", RUNTIME, 8))));
        assertThat(facts.entryPoints()).containsExactly(entry(EntryPointKind.BINARY, "shop", "pyproject.toml", 13));
    }

    @Test
    void otherFilesOfPython() {
        assertThat(manifest("setup.py", """
                from setuptools import setup
                NAME = "no"
                setup(
                    name="shop", version='1.0', description=u"Sells",
                    install_requires=["click>=8", 'jinja2'],
                )
                """))
                .isEqualTo(new Manifest(
                        "setup.py",
                        ManifestKind.SETUPTOOLS,
                        "shop",
                        "Sells",
                        "1.0",
                        null,
                        List.of(asks("click", ">=8", RUNTIME, 5), asks("jinja2", null, RUNTIME, 5))));
        Facts configured = FactReaders.read("setup.cfg", """
                [metadata]
                name = shop
                [options]
                install_requires =
                    click >= 8
                    jinja2
                [options.entry_points]
                console_scripts =
                    shop = shop.cli:main
                """);
        assertThat(Objects.requireNonNull(configured.manifest()).needs()).containsExactly("click", "jinja2");
        assertThat(configured.entryPoints()).containsExactly(entry(EntryPointKind.BINARY, "shop", "setup.cfg", 9));
        assertThat(manifest("requirements.txt", "# x\n-r base.txt\nclick==8\n  jinja2 ; x\n")
                        .needs())
                .containsExactly("click", "jinja2");
    }

    @Test
    void poetry() {
        assertThat(manifest("pyproject.toml", """
                [tool.poetry]
                name = "shop"
                [tool.poetry.dependencies]
                python = "^3.12"
                click = {version = "^8", optional = true}
                """).needs()).containsExactly("click");
    }

    @Test
    void go() {
        assertThat(manifest("go.mod", """
                module github.com/acme/shop

                go 1.24
                require github.com/a/one v1.0.0
                require (
                \tgithub.com/b/two v2.1.0+incompatible
                \tgithub.com/c/three v0.0.1 // indirect
                )
                """))
                .isEqualTo(new Manifest(
                        "go.mod",
                        ManifestKind.GO,
                        "github.com/acme/shop",
                        null,
                        null,
                        null,
                        List.of(
                                asks("github.com/a/one", "v1.0.0", RUNTIME, 4),
                                asks("github.com/b/two", "v2.1.0+incompatible", RUNTIME, 6))));
    }

    @Test
    void cargo() {
        Facts facts = FactReaders.read("Cargo.toml", """
                [package]
                name = "shop"
                version = "1.0.0"
                description = \"\"\"
                Sells
                things
                \"\"\"
                license = "MIT"

                [[bin]]
                name = "shopd"
                path = "src/main.rs"

                [dependencies]
                serde = { version = "1", features = ["derive"] }
                log.workspace = true
                [dependencies.clap]
                version = "4"
                [dev-dependencies]
                tempfile = "3"
                """);

        assertThat(facts.manifest())
                .isEqualTo(new Manifest(
                        "Cargo.toml",
                        ManifestKind.CARGO,
                        "shop",
                        "Sells things",
                        "1.0.0",
                        "MIT",
                        List.of(
                                asks("serde", "1", RUNTIME, 15),
                                asks("log", null, RUNTIME, 16),
                                asks("clap", "4", RUNTIME, 18),
                                asks("tempfile", "3", DEVELOPMENT, 20))));
        assertThat(facts.entryPoints()).containsExactly(entry(EntryPointKind.BINARY, "shopd", "Cargo.toml", 11));
    }

    @Test
    void othersByTheirFirstDependency() {
        assertThat(manifest("composer.json", "{\"name\": \"a/b\", \"require\": {\"php\": \"8\", \"x/y\": \"1\"}}")
                        .needs())
                .containsExactly("x/y");
        assertThat(manifest("Gemfile", "source 'x'\ngem 'rails', '~> 8'\n").needs())
                .containsExactly("rails");
        assertThat(manifest("shop.gemspec", """
                        Gem::Specification.new do |s|
                          s.name = 'shop'
                          s.version = X::V
                          s.add_dependency 'rack', '3'
                        end
                        """))
                .isEqualTo(new Manifest(
                        "shop.gemspec",
                        ManifestKind.RUBYGEMS,
                        "shop",
                        null,
                        null,
                        null,
                        List.of(asks("rack", "3", RUNTIME, 4))));
        assertThat(
                        manifest(
                                "src/Shop.csproj",
                                "<Project><PropertyGroup><Version>1</Version></PropertyGroup>"
                                        + "<ItemGroup><PackageReference Include=\"Serilog\" Version=\"4\"/></ItemGroup></Project>"))
                .isEqualTo(new Manifest(
                        "src/Shop.csproj",
                        ManifestKind.DOTNET,
                        "Shop",
                        null,
                        "1",
                        null,
                        List.of(asks("Serilog", "4", RUNTIME, 1))));
        assertThat(manifest(
                        "CMakeLists.txt",
                        "project(shop VERSION 1.2 DESCRIPTION \"Sells\" LANGUAGES C)\nfind_package(ZLIB)\n"))
                .isEqualTo(new Manifest(
                        "CMakeLists.txt",
                        ManifestKind.CMAKE,
                        "shop",
                        "Sells",
                        "1.2",
                        null,
                        List.of(asks("ZLIB", null, RUNTIME, 2))));
        assertThat(manifest(
                                "Package.swift",
                                "let package = Package(\n  name: \"Shop\",\n"
                                        + "  dependencies: [.package(url: \"https://x/y\", from: \"1\")])")
                        .name())
                .isEqualTo("Shop");
    }

    private static Dependency asks(String name, @Nullable String requirement, DependencyScope scope, int line) {
        return new Dependency(name, requirement, scope, line);
    }

    private static Manifest manifest(String path, String text) {
        return Objects.requireNonNull(FactReaders.read(path, text).manifest());
    }

    private static EntryPoint entry(EntryPointKind kind, String name, String path, int line) {
        return new EntryPoint(kind, name, new Location(path, new LineRange(line, line)));
    }
}
