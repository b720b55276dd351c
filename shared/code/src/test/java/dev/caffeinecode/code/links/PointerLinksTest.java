package dev.caffeinecode.code.links;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PointerLinksTest {
    private static final String CART = "package com.acme;\npublic class Cart {\n  public void add() {}\n}\n";

    @Test
    void manifestsNameModulesAndPackages() throws InterruptedException {
        assertThat(Linked.of("pom.xml", "<project><modules><module>core</module></modules></project>")
                        .and("core/pom.xml", "<project><artifactId>core</artifactId></project>")
                        .references())
                .containsExactly("pom.xml -mention-> core/pom.xml");
        assertThat(Linked.of(
                                "package.json",
                                "{\"workspaces\": [\"packages/*\"], \"main\": \"./lib/a.js\",\n"
                                        + "\"scripts\": {\"build\": \"node scripts/build.mjs\"}, \"dependencies\": {\"zod\": \"1\"}}")
                        .and("packages/b/package.json", "{\"name\": \"b\", \"devDependencies\": {\"zod\": \"1\"}}")
                        .and("packages/c/package.json", "{\"name\": \"c\", \"dependencies\": {\"b\": \"*\"}}")
                        .and("packages/c/deep/package.json", "{}")
                        .and("scripts/build.mjs", "")
                        .and("lib/a.js", "")
                        .references())
                .containsExactly(
                        "package.json -mention-> lib/a.js",
                        "package.json -mention-> packages/b/package.json",
                        "package.json -mention-> packages/c/package.json",
                        "package.json -mention-> scripts/build.mjs",
                        "package.json -mention-> npm/zod",
                        "packages/b/package.json -mention-> npm/zod",
                        "packages/c/package.json -mention-> packages/b/package.json");
    }

    @Test
    void buildsOfOtherLanguagesNameTheirParts() throws InterruptedException {
        assertThat(Linked.of("Cargo.toml", "[workspace]\nmembers = [\"crates/*\"]\n")
                        .and("crates/a/Cargo.toml", "[dependencies]\nb = { path = \"../b\" }\n")
                        .and("crates/b/Cargo.toml", "")
                        .references())
                .containsExactly(
                        "Cargo.toml -mention-> crates/a/Cargo.toml",
                        "Cargo.toml -mention-> crates/b/Cargo.toml",
                        "crates/a/Cargo.toml -mention-> crates/b/Cargo.toml",
                        "crates/a/Cargo.toml -mention-> cargo/b");
        assertThat(Linked.of("settings.gradle", "include ':core',\n  ':web:api'\n")
                        .and("core/build.gradle", "dependencies {\n  api project(':web:api')\n}\n")
                        .and("web/api/build.gradle.kts", "")
                        .references())
                .containsExactly(
                        "core/build.gradle -mention-> web/api/build.gradle.kts",
                        "settings.gradle -mention-> core/build.gradle",
                        "settings.gradle -mention-> web/api/build.gradle.kts");
        assertThat(Linked.of("go.work", "go 1.24\nuse (\n\t./a\n\t./b // x\n)\n")
                        .and("a/go.mod", "module a.b/a\nreplace a.b/b => ../b\n")
                        .and("b/go.mod", "module a.b/b\n")
                        .references())
                .containsExactly(
                        "a/go.mod -mention-> b/go.mod", "go.work -mention-> a/go.mod", "go.work -mention-> b/go.mod");
        assertThat(Linked.of("Shop.sln", "Project(\"{X}\") = \"A\", \"src\\A\\A.csproj\", \"{Y}\"\n")
                        .and("src/A/A.csproj", "<Project><ProjectReference Include=\"..\\B\\B.csproj\"/></Project>")
                        .and("src/B/B.csproj", "<Project/>")
                        .references())
                .containsExactly("Shop.sln -mention-> src/A/A.csproj", "src/A/A.csproj -mention-> src/B/B.csproj");
    }

    @Test
    void workflowsMakefilesAndDockerfilesNameScripts() throws InterruptedException {
        assertThat(Linked.of(".github/workflows/ci.yml", """
                        jobs:
                          a:
                            uses: ./.github/workflows/shared.yml
                          b:
                            steps:
                              - uses: ./.github/actions/setup
                              - uses: actions/checkout@v4
                              - run: scripts/test --all
                              # - run: scripts/old
                        """)
                        .and(".github/workflows/shared.yml", "")
                        .and(".github/actions/setup/action.yml", "")
                        .and("scripts/test", "#!/bin/sh\n\"$(dirname \"$0\")/lib.sh\"\n")
                        .and("scripts/lib.sh", "")
                        .and("scripts/old", "")
                        .and("Makefile", "test:\n\tbash scripts/test ../../etc/passwd\n")
                        .and(
                                "Dockerfile",
                                "FROM x\nCOPY --from=b go.mod ./\nENTRYPOINT [\"/bin/sh\", \"scripts/lib.sh\"]\n")
                        .and("go.mod", "module a.b/c\n")
                        .references())
                .containsExactly(
                        ".github/workflows/ci.yml -mention-> .github/actions/setup/action.yml",
                        ".github/workflows/ci.yml -mention-> .github/workflows/shared.yml",
                        ".github/workflows/ci.yml -mention-> scripts/test",
                        "Dockerfile -mention-> scripts/lib.sh",
                        "Makefile -mention-> scripts/test",
                        "scripts/test -mention-> scripts/lib.sh");
    }

    @Test
    void cloudAndContainerFilesNameTheirParts() throws InterruptedException {
        assertThat(Linked.of("compose.yaml", "services:\n  web:\n    build: ./web\n    env_file: web.env\n")
                        .and("web/Dockerfile", "FROM x\n")
                        .and("web.env", "A=1\n")
                        .references())
                .containsExactly("compose.yaml -mention-> web.env", "compose.yaml -mention-> web/Dockerfile");
        assertThat(Linked.of("main.tf", "module \"a\" {\n  source = \"./modules/a\"\n}\n")
                        .and("modules/a/main.tf", "x = templatefile(\"${path.module}/a.tpl\", {})\n")
                        .and("modules/a/a.tpl", "")
                        .references())
                .containsExactly(
                        "main.tf -mention-> modules/a/main.tf", "modules/a/main.tf -mention-> modules/a/a.tpl");
        assertThat(Linked.of("template.yaml", """
                        AWSTemplateFormatVersion: '2010-09-09'
                        Resources:
                          Add:
                            Type: AWS::Serverless::Function
                            Properties:
                              CodeUri: functions/
                              Handler: com.acme.Cart::add
                          Py:
                            Properties:
                              CodeUri: py/
                              Handler: app.handle
                        """)
                        .and("functions/src/Cart.java", CART)
                        .and("functions/pom.xml", "<project/>")
                        .and("py/app.py", "def handle():\n    pass\n")
                        .references())
                .contains(
                        "template.yaml -mention-> functions/pom.xml",
                        "template.yaml -mention-> py/app.py",
                        "template.yaml -mention-> com.acme.Cart.add");
        assertThat(Linked.of("k/overlays/a/kustomization.yaml", "resources:\n  - ../../base\n  - a.yaml\n")
                        .and("k/base/kustomization.yaml", "")
                        .and("k/overlays/a/a.yaml", "")
                        .and("chart/Chart.yaml", "name: a\n")
                        .and("chart/values.yaml", "")
                        .and("chart/templates/a.yaml", "")
                        .references())
                .containsExactly(
                        "chart/Chart.yaml -mention-> chart/templates/a.yaml",
                        "chart/Chart.yaml -mention-> chart/values.yaml",
                        "k/overlays/a/kustomization.yaml -mention-> k/base/kustomization.yaml",
                        "k/overlays/a/kustomization.yaml -mention-> k/overlays/a/a.yaml");
    }

    @Test
    void schemasNameTablesAndOtherSchemas() throws InterruptedException {
        assertThat(Linked.of("db/V1.sql", "CREATE TABLE IF NOT EXISTS shop.\"cart\" (id int);\n")
                        .and(
                                "db/V2.sql",
                                "-- drop table cart\nALTER TABLE cart ADD x int;\nCREATE TABLE item (c int REFERENCES cart);\n")
                        .and("db/V3.sql", "/* from cart\n drop table item */\nselect 1;\n")
                        .references())
                .containsExactly("db/V2.sql -mention-> db/V1.sql");
        assertThat(Linked.of("api/a.proto", "import \"shop/b.proto\";\nimport \"google/protobuf/any.proto\";\n")
                        .and("api/proto/shop/b.proto", "")
                        .and("openapi.yaml", "openapi: 3.0.0\nx:\n  $ref: './schemas/cart.yaml#/Cart'\n")
                        .and("schemas/cart.yaml", "")
                        .and("q/a.graphql", "#import \"./f.graphql\"\n")
                        .and("q/f.graphql", "")
                        .references())
                .containsExactly(
                        "api/a.proto -import-> api/proto/shop/b.proto",
                        "openapi.yaml -mention-> schemas/cart.yaml",
                        "q/a.graphql -import-> q/f.graphql");
    }

    @Test
    void documentsNameFilesAndConfigurationNamesTypes() throws InterruptedException {
        assertThat(Linked.of("docs/README.md", """
                        See [the cart](../src/Cart.java#L3), [here](guide/), [out](https://x.y/README.md)
                        [up](../../../etc/passwd) and [root](/src/Cart.java).
                        ```
                        [code](../src/Other.java)
                        ```
                        """)
                        .and("docs/guide/index.md", "")
                        .and("src/Cart.java", CART)
                        .and("src/Other.java", "class Other {}")
                        .references())
                .containsExactly(
                        "docs/README.md -mention-> docs/guide/index.md", "docs/README.md -mention-> src/Cart.java");
        assertThat(Linked.of("src/Cart.java", CART)
                        .and(
                                "beans.xml",
                                "<beans>\n<bean class=\"com.acme.Cart\"/>\n<bean class=\"org.other.X\"/></beans>")
                        .and("app.properties", "# com.acme.Cart\nshop.cart=com.acme.Cart\n")
                        .and("res/META-INF/services/com.acme.Api", "com.acme.Cart # x\n")
                        .and("src/Api.java", "package com.acme;\npublic interface Api {}\n")
                        .references())
                .containsExactly(
                        "app.properties -mention-> com.acme.Cart",
                        "beans.xml -mention-> com.acme.Cart",
                        "res/META-INF/services/com.acme.Api -mention-> com.acme.Api",
                        "res/META-INF/services/com.acme.Api -mention-> com.acme.Cart");
    }
}
