package dev.caffeinecode.code.links;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** How imports of TypeScript and JavaScript find files by what settings call them. */
class ScriptLinksTest {
    private static final String USE = "import { add } from '%s'\nadd()\n";
    private static final String ADD = "export function add() {}\n";

    @Test
    void pathsOfTheNearestSettingsNameFolders() throws InterruptedException {
        Linked shop = Linked.of("tsconfig.json", """
                        {
                          // for all
                          "compilerOptions": {
                            "paths": {"@lib/*": ["./old/*", "./libs/*/src"], "math": ["libs/math/src/all.ts"]},
                          },
                        }
                        """)
                .and("libs/math/src/index.ts", ADD)
                .and("libs/math/src/all.ts", ADD)
                .and("app/main.ts", USE.formatted("@lib/math"))
                .and("app/other.ts", USE.formatted("math"));

        assertThat(shop.references())
                .contains(
                        "app/main.ts -import-> libs/math/src/index.ts", "app/other.ts -import-> libs/math/src/all.ts");
    }

    @Test
    void settingsBuildOnOthersAndAreCountedFromTheirOwnFolder() throws InterruptedException {
        Linked shop = Linked.of("config/base.json", "{}")
                .and("config/tsconfig.base.json", "{\"compilerOptions\": {\"paths\": {\"~*\": [\"../libs/*\"]}}}")
                .and("app/tsconfig.json", "{\"extends\": \"../config/tsconfig.base\"}")
                .and("web/tsconfig.json", "{\"files\": [], \"references\": [{\"path\": \"./tsconfig.app.json\"}]}")
                .and(
                        "web/tsconfig.app.json",
                        "{\"compilerOptions\": {\"baseUrl\": \"code\"}, \"extends\": [\"../app\"]}")
                .and("libs/math.ts", ADD)
                .and("app/src/main.ts", USE.formatted("~math"))
                .and("other/main.ts", USE.formatted("~math"));

        assertThat(shop.references())
                .contains("app/src/main.ts -import-> libs/math.ts")
                .noneMatch(each -> each.startsWith("other/main.ts -import-> libs"));
    }

    @Test
    void partsOfAProjectSayWhatItDoesNot() throws InterruptedException {
        Linked shop = Linked.of(
                        "tsconfig.json", "{\"files\": [], \"references\": [{\"path\": \"./tsconfig.app.json\"}]}")
                .and("tsconfig.app.json", "{\"compilerOptions\": {\"paths\": {\"=/*\": [\"./code/*\"]}}}")
                .and("code/math.ts", ADD)
                .and("code/web/main.ts", USE.formatted("=/math"));

        assertThat(shop.references()).contains("code/web/main.ts -import-> code/math.ts");
    }

    @Test
    void baseUrlIsWhereImportsBegin() throws InterruptedException {
        Linked shop = Linked.of("jsconfig.json", "{\"compilerOptions\": {\"baseUrl\": \"./code\"}}")
                .and("code/math.js", ADD)
                .and("code/web/main.js", USE.formatted("math"));

        assertThat(shop.references()).contains("code/web/main.js -import-> code/math.js");
    }

    @Test
    void packagesNameFilesForThemselvesAndForOthers() throws InterruptedException {
        Linked shop = Linked.of("math/package.json", """
                        {
                          "name": "@acme/math",
                          "exports": {
                            ".": {"types": "./types/all.d.ts", "default": "./code/all.js"},
                            "./*": {"browser": "./code/browser/*.js", "default": "./code/*.js"}
                          },
                          "imports": {"#own": "./code/own.js"}
                        }
                        """)
                .and("math/code/all.js", ADD)
                .and("math/code/one.ts", ADD)
                .and("math/code/browser/one.ts", ADD)
                .and("math/code/own.ts", ADD)
                .and("math/code/deep/use.ts", USE.formatted("#own"))
                .and("app/main.ts", USE.formatted("@acme/math"))
                .and("app/other.ts", USE.formatted("@acme/math/one"));

        assertThat(shop.references())
                .contains(
                        "app/main.ts -import-> math/code/all.js",
                        "app/other.ts -import-> math/code/one.ts",
                        "math/code/deep/use.ts -import-> math/code/own.ts");
    }

    @Test
    void settingsThatBuildOnEachOtherEnd() throws InterruptedException {
        Linked shop = Linked.of(
                        "tsconfig.json", "{\"extends\": \"./tsconfig.b.json\", \"references\": [{\"path\": \".\"}]}")
                .and("tsconfig.b.json", "{\"extends\": [\"./tsconfig\", \"./tsconfig.b\", \"./tsconfig.json\"]}")
                .and("math.ts", ADD)
                .and("main.ts", USE.formatted("./math"));

        assertThat(shop.references()).contains("main.ts -import-> math.ts");
    }
}
