package dev.caffeinecode.code.links;

import dev.caffeinecode.code.ExternalPackage;
import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class PackageVersionsTest {
    @Test
    void lockFileNearestAboveTheManifestWins() throws InterruptedException {
        Linked shop = Linked.of("package.json", "{\"name\": \"shop\", \"dependencies\": {\"zod\": \"^3\"}}")
                .and("yarn.lock", "zod@^3:\n  version \"3.1.0\"\nreact@^19:\n  version \"19.0.0\"\n")
                .and("web/package.json", "{\"name\": \"web\", \"dependencies\": {\"react\": \"^19\", \"shop\": \"*\"}}")
                .and("web/yarn.lock", "react@^19:\n  version \"19.0.1\"\n");

        assertThat(packages(shop)).containsExactly("react 19.0.1", "zod 3.1.0");
    }

    @Test
    void withoutALockFileWhatIsAskedForCounts() throws InterruptedException {
        Linked shop = Linked.of("a/package.json", "{\"dependencies\": {\"zod\": \"^4\"}}")
                .and("package.json", "{\"dependencies\": {\"zod\": \"^3\"}}")
                .and("b/package.json", "{\"dependencies\": {\"react\": \"*\", \"x\": \"git+https://u:p@h/x\"}}");

        assertThat(packages(shop)).containsExactly("react *", "x null", "zod ^3");
    }

    @Test
    void lockedPackagesThatOnlyOthersNeedAreNoNodesUnlessImported() throws InterruptedException {
        Linked shop = Linked.of("package.json", "{\"dependencies\": {\"zod\": \"^3\"}}")
                .and(
                        "yarn.lock",
                        "zod@^3:\n  version \"3.1.0\"\nms@2:\n  version \"2.1.3\"\nleft@1:\n  version \"1\"\n")
                .and("a.js", "import ms from 'ms';\n");

        assertThat(packages(shop)).containsExactly("ms 2.1.3", "zod 3.1.0");
    }

    @Test
    void parentPomsGiveVersionsAndProperties() throws InterruptedException {
        Linked shop = Linked.of("pom.xml", """
                <project><groupId>com.acme</groupId><artifactId>parent</artifactId><version>1</version>
                  <properties><slf4j.version>2.0.17</slf4j.version><guava>33</guava></properties>
                  <dependencyManagement><dependencies><dependency><groupId>org.slf4j</groupId>
                    <artifactId>slf4j-api</artifactId><version>${slf4j.version}</version></dependency></dependencies>
                  </dependencyManagement></project>
                """).and("core/pom.xml", """
                <project><parent><groupId>com.acme</groupId><artifactId>parent</artifactId><version>1</version></parent>
                  <artifactId>core</artifactId><dependencies>
                    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-api</artifactId></dependency>
                    <dependency><groupId>com.google.guava</groupId><artifactId>guava</artifactId>
                      <version>${guava}</version></dependency>
                    <dependency><groupId>x</groupId><artifactId>y</artifactId><version>${nowhere}</version></dependency>
                  </dependencies></project>
                """).and("web/pom.xml", """
                <project><parent><groupId>com.acme</groupId><artifactId>parent</artifactId><version>1</version></parent>
                  <artifactId>web</artifactId><dependencies>
                    <dependency><groupId>${project.groupId}</groupId><artifactId>core</artifactId></dependency>
                  </dependencies></project>
                """);

        assertThat(packages(shop))
                .containsExactly("com.google.guava:guava 33", "org.slf4j:slf4j-api 2.0.17", "x:y null");
    }

    @Test
    void catalogsAndMapsOfGradleGiveNamesAndVersions() throws InterruptedException {
        Linked shop = Linked.of("gradle/libs.versions.toml", """
                [versions]
                slf4j = "2.0.17"
                [libraries]
                slf4j-api = { module = "org.slf4j:slf4j-api", version.ref = "slf4j" }
                guava = "com.google.guava:guava:33"
                """)
                .and(
                        "app/build.gradle.kts",
                        "dependencies {\n  implementation(libs.slf4j.api)\n  api(libs.guava)\n}\n");
        Linked older = Linked.of("gradle/dependencies.gradle", """
                versions += [
                  slf4j: "1.7.36",
                ]
                libs += [
                  slf4jApi: "org.slf4j:slf4j-api:$versions.slf4j",
                  commonsIo: "commons-io:commons-io:2.11",
                  scalaLogging: "com.typesafe:scala-logging_$versions.baseScala:3.9",
                ]
                """).and("build.gradle", """
                dependencies {
                  implementation libs.slf4jApi
                  api libs.commonsIo
                  api libs.scalaLogging
                  api libs.unknown
                }
                """);

        assertThat(packages(shop)).containsExactly("com.google.guava:guava 33", "org.slf4j:slf4j-api 2.0.17");
        assertThat(packages(older))
                .containsExactly(
                        "com.typesafe:scala-logging 3.9", "commons-io:commons-io 2.11", "org.slf4j:slf4j-api 1.7.36");
    }

    @Test
    void workspacesAndCentralFilesGiveVersions() throws InterruptedException {
        Linked cargo = Linked.of("Cargo.toml", "[workspace.dependencies]\nserde = \"1\"\n")
                .and("a/Cargo.toml", "[package]\nname = \"a\"\n[dependencies]\nserde.workspace = true\n")
                .and("b/Cargo.toml", "[package]\nname = \"b\"\n[dependencies]\na = { path = \"../a\" }\n")
                .and("Cargo.lock", """
                        [[package]]
                        name = "serde"
                        version = "0.9.15"
                        [[package]]
                        name = "serde"
                        version = "1.0.215"
                        """);
        Linked dotnet = Linked.of(
                        "Directory.Packages.props",
                        "<Project><ItemGroup><PackageVersion Include=\"Serilog\" Version=\"4.0\"/></ItemGroup></Project>")
                .and(
                        "src/A/A.csproj",
                        "<Project><ItemGroup><PackageReference Include=\"Serilog\"/></ItemGroup></Project>");
        Linked pnpm = Linked.of("pnpm-workspace.yaml", "packages:\n  - a\ncatalog:\n  vite: ^5.4.8\n  'react': 19\n")
                .and("a/package.json", "{\"devDependencies\": {\"vite\": \"catalog:\"}}");

        assertThat(packages(cargo)).containsExactly("serde 1.0.215");
        assertThat(packages(dotnet)).containsExactly("Serilog 4.0");
        assertThat(packages(pnpm)).containsExactly("vite ^5.4.8");
    }

    private static List<String> packages(Linked repository) throws InterruptedException {
        return repository.graph().packages().stream()
                .map(PackageVersionsTest::shown)
                .toList();
    }

    private static String shown(ExternalPackage each) {
        return each.name() + " " + each.version();
    }
}
