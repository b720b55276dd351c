package dev.caffeinecode.code.modules;

import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.EntryKind;
import dev.caffeinecode.code.FileContent;
import dev.caffeinecode.code.FileFacts;
import dev.caffeinecode.code.FileRole;
import dev.caffeinecode.code.Language;
import dev.caffeinecode.code.Manifest;
import dev.caffeinecode.code.ManifestKind;
import dev.caffeinecode.code.SourceFile;
import dev.caffeinecode.code.TextEncoding;
import dev.caffeinecode.code.recognition.LanguageRecognizer;
import dev.caffeinecode.code.recognition.RoleRecognizer;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

class ModuleTreeTest {
    private static final ModuleBudget BUDGET = new ModuleBudget(10_000, 1_000);

    private final List<FileFacts> files = new ArrayList<>();

    @Test
    void smallRepositoryIsOneModule() {
        add("src/main/java/a/A.java", 4_000);
        add("pom.xml", 400);

        assertThat(shown()).isEqualTo("root []: pom.xml src/main/java/a/A.java\n");
    }

    @Test
    void rootIsCalledWhatItsManifestSaysElseAsIsAsked() {
        assertThat(ModuleTree.of(CodeGraph.ofFiles(files), BUDGET, "redis")
                        .root()
                        .name())
                .isEqualTo("redis");
        manifest("package.json", "@acme/shop");

        assertThat(tree().root().name()).isEqualTo("shop");
    }

    @Test
    void largeFoldersAreModulesAndSmallOnesBelongToTheirParent() {
        add("server/src/main/java/com/acme/api/A.java", 20_000);
        add("server/src/main/java/com/acme/api/B.java", 10_000);
        add("server/src/main/java/com/acme/store/C.java", 24_000);
        add("server/src/main/java/com/acme/tiny/D.java", 700);
        add("server/src/main/java/com/acme/Main.java", 1_000);
        add("web/app.ts", 12_000);
        add("tiny/x.py", 300);
        add("build.gradle", 300);

        assertThat(shown()).isEqualTo("""
                root []: build.gradle tiny/x.py
                  server [server/src/main/java/com/acme]: server/src/main/java/com/acme/Main.java server/src/main/java/com/acme/tiny/D.java
                    api [server/src/main/java/com/acme/api]: server/src/main/java/com/acme/api/A.java server/src/main/java/com/acme/api/B.java
                    store [server/src/main/java/com/acme/store]: server/src/main/java/com/acme/store/C.java
                  web [web]: web/app.ts
                """);
    }

    @Test
    void namesAreShortBelowAnotherAndLabelsUnique() {
        for (String part : List.of("clients", "server")) {
            add(part + "/admin/A.java", 20_000);
            add(part + "/api/A.java", 20_000);
        }

        assertThat(names()).containsExactly("root", "clients", "admin", "api", "server", "admin", "api");
        assertThat(tree().labels())
                .containsOnly(
                        Map.entry("", "root"),
                        Map.entry("clients", "clients"),
                        Map.entry("clients/admin", "clients / admin"),
                        Map.entry("clients/api", "clients / api"),
                        Map.entry("server", "server"),
                        Map.entry("server/admin", "server / admin"),
                        Map.entry("server/api", "server / api"));
    }

    @Test
    void modulesSideBySideHaveDifferentNames() {
        add("a/core/src/main/java/x/A.java", 30_000);
        add("b/core/src/main/java/x/A.java", 30_000);
        add("c/API/A.java", 30_000);
        add("api/A.java", 30_000);
        add("api/B.java", 30_000);

        assertThat(names()).containsExactly("root", "a/core", "api", "A", "B", "b/core", "c/API");
    }

    @Test
    void moduleIsNotCalledAsTheOneAroundIt() {
        manifest("package.json", "@acme/Shop");
        add("src/shop/app.ts", 30_000);
        add("src/shop/cart.ts", 30_000);
        add("docs/a.ts", 30_000);
        add("server/src/main/java/com/acme/server/A.java", 30_000);
        add("server/src/main/java/com/acme/store/B.java", 30_000);

        assertThat(names())
                .containsExactly("Shop", "docs", "server", "acme/server", "store", "src/shop", "app", "cart");
    }

    @Test
    void partIsCalledAfterWhatElseItHoldsWhenItsFolderHasThatName() {
        for (String name : List.of("gin", "gin_mode", "context", "context_file")) {
            add(name + ".go", 17_000);
        }
        manifest("go.mod", "github.com/gin-gonic/gin/v2");

        assertThat(names()).containsExactly("gin", "context", "gin and gin_mode");
    }

    @Test
    void testsWithoutSourcesAreCalledAfterTheirBuild() {
        for (String version : List.of("22", "23")) {
            add("upgrade-" + version + "/src/test/java/org/acme/tests/SmokeTest.java", 30_000);
        }

        assertThat(names()).containsExactly("root", "upgrade-22", "upgrade-23");
    }

    @Test
    void moduleIsCalledAfterItsBuildNotItsPackage() {
        add("core-testing/src/main/kotlin/shop/A.kt", 20_000);
        add("core-testing/src/main/kotlin/shop/internal/B.kt", 20_000);
        add("core-testing/build.gradle.kts", 300);
        add("core/src/main/kotlin/shop/C.kt", 20_000);
        add("core/src/main/kotlin/shop/internal/D.kt", 20_000);

        assertThat(names()).containsExactly("root", "core", "internal", "core-testing", "internal");
    }

    @Test
    void buildWithTwoLargePackagesLendsItsNameToNeither() {
        add("core/src/main/java/api/A.java", 30_000);
        add("core/src/main/java/store/B.java", 30_000);

        assertThat(names()).containsExactly("root", "core", "api", "store");
    }

    @Test
    void outerModuleHasTheShorterName() {
        add("crates/ignore/build.rs", 30_000);
        add("crates/ignore/src/a.rs", 30_000);

        assertThat(names()).containsExactly("root", "ignore", "src");
    }

    @Test
    void oneLargeFileIsNoPartOfItsFolder() {
        add("web/bundle.ts", 90_000);
        add("api/a.ts", 30_000);

        assertThat(names()).containsExactly("root", "api", "web");
    }

    @Test
    void settingsOfToolsBelongToTheFolderTheyLieIn() {
        for (String name : List.of("gin", "gin_errors", "gin_test", "context", "context_file", "mode")) {
            add(name + ".go", 17_000);
        }
        add(".github/workflows/gin.yml", 3_000);
        add(".github/gin.md", 300);
        add(".gin.toml", 300);

        assertThat(owner("gin.go")).isEqualTo("#gin");
        assertThat(owner(".github/workflows/gin.yml")).isEmpty();
        assertThat(owner(".gin.toml")).isEmpty();
    }

    @Test
    void partOfAFolderIsCalledWhatItsFilesHaveInCommon() {
        for (String name : List.of("OkHttp", "OkHttpClient", "Cache", "CacheControl", "Zebra")) {
            add("okhttp3/" + name + ".kt", 14_000);
        }

        assertThat(names()).contains("OkHttp", "Cache");
        assertThat(owner("okhttp3/OkHttp.kt")).isEqualTo("okhttp3#ok");
    }

    @Test
    void testsBelongToWhatTheyTest() {
        add("a/src/main/java/p/x/A.java", 30_000);
        add("a/src/main/java/p/y/B.java", 30_000);
        add("a/src/test/java/p/x/ATest.java", 90_000);
        add("a/src/test/java/p/y/z/OtherTest.java", 90_000);
        add("go/one/one.go", 30_000);
        add("go/one/one_test.go", 90_000);
        add("py/shop/cart.py", 30_000);
        add("tests/unit/test_cart.py", 90_000);
        add("js/ui/button.ts", 30_000);
        add("js/ui/__tests__/deep/other.spec.ts", 90_000);

        assertThat(owner("a/src/test/java/p/x/ATest.java")).isEqualTo(owner("a/src/main/java/p/x/A.java"));
        assertThat(owner("a/src/test/java/p/y/z/OtherTest.java")).isEqualTo(owner("a/src/main/java/p/y/B.java"));
        assertThat(owner("go/one/one_test.go")).isEqualTo(owner("go/one/one.go"));
        assertThat(owner("tests/unit/test_cart.py")).isEqualTo(owner("py/shop/cart.py"));
        assertThat(owner("js/ui/__tests__/deep/other.spec.ts")).isEqualTo(owner("js/ui/button.ts"));
    }

    @Test
    void testsOfNothingAreAModuleOfTheirOwn() {
        add("src/a.c", 30_000);
        add("tests/all.sh", 30_000);

        assertThat(owner("tests/all.sh")).isEqualTo("tests");
    }

    @Test
    void flatFolderIsPartedByFirstWordsAndThenByName() {
        for (String name : List.of("cluster", "cluster_legacy", "cluster_slots")) {
            add("src/" + name + ".c", 7_000);
        }
        for (char c = 'a'; c <= 'p'; c++) {
            add("src/" + String.valueOf(c).repeat(3) + ".c", 9_000);
            add("src/" + String.valueOf(c).repeat(3) + ".h", 500);
        }

        ModuleTree tree = tree();

        assertThat(tree.moduleOf("src/cluster.c").orElseThrow().files()).hasSize(3);
        assertThat(tree.moduleOf("src/cluster.c").orElseThrow().name()).isEqualTo("cluster");
        for (char c = 'a'; c <= 'p'; c++) {
            String stem = "src/" + String.valueOf(c).repeat(3);
            assertThat(owner(stem + ".c")).isEqualTo(owner(stem + ".h"));
        }
        assertThat(tree.root().all())
                .allSatisfy(module -> assertThat(module.tokens()).isLessThan(12_000));
    }

    @Test
    void whatNobodyWroteIsLeftOutButCounted() {
        add("a.py", 100);
        files.add(new FileFacts(file("b.min.js", FileRole.GENERATED, 9_000), List.of(), List.of(), List.of(), null));
        files.add(new FileFacts(file("vendor/c.go", FileRole.VENDORED, 9_000), List.of(), List.of(), List.of(), null));
        files.add(new FileFacts(file("d.png", FileRole.BINARY, 9_000), List.of(), List.of(), List.of(), null));

        ModuleTree tree = tree();

        assertThat(tree.leftOut())
                .containsOnly(
                        Map.entry(FileRole.GENERATED, 1),
                        Map.entry(FileRole.VENDORED, 1),
                        Map.entry(FileRole.BINARY, 1));
        assertThat(tree.moduleOf("vendor/c.go")).isEmpty();
    }

    @Test
    void everyFileIsInExactlyOneModule() {
        Random random = large();

        List<String> all = tree().root().all().stream()
                .flatMap(module -> module.files().stream())
                .toList();

        assertThat(random).isNotNull();
        assertThat(all).doesNotHaveDuplicates().hasSameSizeAs(files);
    }

    @Test
    void smallChangesMoveFewFiles() {
        Random random = large();
        Map<String, String> before = owners(tree());
        int moved = 0;
        for (int change = 0; change < 20; change++) {
            int at = random.nextInt(files.size());
            SourceFile file = files.get(at).file();
            switch (change % 3) {
                case 0 -> files.set(at, facts(file.path(), (int) (file.content().bytes() * 1.1)));
                case 1 -> add(file.directory() + "/new" + change + ".py", 3_000);
                default -> files.remove(at);
            }
            Map<String, String> after = owners(tree());
            moved += (int) before.entrySet().stream()
                    .filter(each ->
                            after.containsKey(each.getKey()) && !each.getValue().equals(after.get(each.getKey())))
                    .count();
            before = after;
        }

        assertThat(moved).isLessThan(20 * files.size() / 50);
    }

    @Test
    void emptyRepositoryHasAnEmptyRoot() {
        assertThat(tree().root().files()).isEmpty();
        assertThat(tree().root().isLeaf()).isTrue();
    }

    private Random large() {
        Random random = new Random(3);
        for (int i = 0; i < 1_500; i++) {
            String folder = "p" + random.nextInt(6) + "/q" + random.nextInt(5)
                    + (random.nextBoolean() ? "/r" + random.nextInt(4) : "");
            add(folder + "/" + (char) ('a' + random.nextInt(26)) + "_file" + i + ".py", 200 + random.nextInt(9_000));
        }
        return random;
    }

    private ModuleTree tree() {
        files.sort(Comparator.comparing(FileFacts::path));
        return ModuleTree.of(CodeGraph.ofFiles(files), BUDGET);
    }

    private List<String> names() {
        return tree().root().all().stream().map(CodeModule::name).toList();
    }

    private String owner(String path) {
        return tree().moduleOf(path).orElseThrow().id();
    }

    private static Map<String, String> owners(ModuleTree tree) {
        Map<String, String> owners = new HashMap<>();
        tree.root().all().forEach(module -> module.files().forEach(file -> owners.put(file, module.id())));
        return owners;
    }

    private String shown() {
        StringBuilder text = new StringBuilder();
        show(tree().root(), 0, text);
        return text.toString();
    }

    private static void show(CodeModule module, int depth, StringBuilder text) {
        text.append("  ".repeat(depth))
                .append(module.name())
                .append(" [")
                .append(module.id())
                .append("]:");
        module.files().forEach(file -> text.append(' ').append(file));
        text.append('\n');
        module.children().forEach(child -> show(child, depth + 1, text));
    }

    private void manifest(String path, String name) {
        files.add(new FileFacts(
                file(path, FileRole.BUILD, 100),
                List.of(),
                List.of(),
                List.of(),
                new Manifest(path, ManifestKind.NPM, name, null, null, null, List.of())));
    }

    private void add(String path, int bytes) {
        files.add(facts(path, bytes));
    }

    private static FileFacts facts(String path, int bytes) {
        Language language = LanguageRecognizer.recognize(path, "");
        FileRole role = RoleRecognizer.recognize(path, language, "");
        return new FileFacts(file(path, role, bytes), List.of(), List.of(), List.of(), null);
    }

    private static SourceFile file(String path, FileRole role, int bytes) {
        FileContent content = new FileContent(bytes, 1, null, TextEncoding.UTF_8);
        return new SourceFile(path, EntryKind.FILE, role, LanguageRecognizer.recognize(path, ""), content, List.of());
    }
}
