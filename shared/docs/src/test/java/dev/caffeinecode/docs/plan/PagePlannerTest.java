package dev.caffeinecode.docs.plan;

import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.EntryKind;
import dev.caffeinecode.code.FileContent;
import dev.caffeinecode.code.FileFacts;
import dev.caffeinecode.code.Language;
import dev.caffeinecode.code.SourceFile;
import dev.caffeinecode.code.TextEncoding;
import dev.caffeinecode.code.recognition.LanguageRecognizer;
import dev.caffeinecode.code.recognition.RoleRecognizer;
import dev.caffeinecode.docs.Fixture;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class PagePlannerTest {
    private static final int LARGE = 160_000;

    private final TreeMap<String, FileFacts> files = new TreeMap<>();

    private void add(String path, int bytes) {
        Language language = LanguageRecognizer.recognize(path, "");
        SourceFile file = new SourceFile(
                path,
                EntryKind.FILE,
                RoleRecognizer.recognize(path, language, ""),
                language,
                new FileContent(bytes, 1, null, TextEncoding.UTF_8),
                List.of());
        files.put(path, new FileFacts(file, List.of(), List.of(), List.of(), null));
    }

    private PlannedPage plan() {
        return new PagePlanner().plan(CodeGraph.ofFiles(new ArrayList<>(files.values())), "shop");
    }

    private static Stream<PlannedPage> all(PlannedPage page) {
        return Stream.concat(Stream.of(page), page.children().stream().flatMap(PagePlannerTest::all));
    }

    private static List<String> slugs(PlannedPage page) {
        return all(page).map(PlannedPage::slug).toList();
    }

    @Test
    void emptyRepositoryHasTwoPages() {
        assertThat(slugs(plan())).containsExactly("overview", "getting-started");
    }

    @Test
    void repositoryWithOnlyAReadmeHasTwoPages() {
        add("README.md", 400);

        PlannedPage plan = plan();

        assertThat(slugs(plan)).containsExactly("overview", "getting-started");
        assertThat(all(plan).map(page -> page.brief().files())).containsOnly(List.of("README.md"));
    }

    @Test
    void smallRepositoryHasOneModulePage() {
        Fixture shop = Fixture.folder("shop");

        PlannedPage plan = new PagePlanner().plan(shop.graph(), "shop");

        assertThat(slugs(plan)).containsExactly("overview", "getting-started", "modules/root");
        assertThat(plan.title()).isEqualTo("shop");
        assertThat(plan.kind()).isEqualTo(PageKind.OVERVIEW);
        assertThat(plan.brief().files()).containsExactly("README.md", "pom.xml", "src/main/java/shop/Main.java");
        assertThat(plan.count()).isEqualTo(3);
        PlannedPage start = plan.children().getFirst();
        assertThat(start.brief().files()).containsExactly("README.md", "pom.xml", ".github/workflows/build.yml");
        PlannedPage module = plan.children().getLast();
        assertThat(module.title()).isEqualTo("shop source");
        assertThat(module.brief().tests()).containsExactly("src/test/java/shop/cart/CartTest.java");
        assertThat(module.brief().files()).doesNotContain("src/test/java/shop/cart/CartTest.java", "README.md");
    }

    @Test
    void modulesAreNestedAsTheirFoldersAre() {
        add("server/api/a.go", LARGE);
        add("server/store/b.go", LARGE);
        add("server/main.go", 40_000);
        add("web/app.ts", LARGE);
        add("main.go", 40_000);

        PlannedPage plan = plan();

        assertThat(slugs(plan))
                .containsExactly(
                        "overview",
                        "getting-started",
                        "modules/root",
                        "modules/server",
                        "modules/server/api",
                        "modules/server/store",
                        "modules/web");
        PlannedPage server = plan.children().get(2);
        assertThat(server.kind()).isEqualTo(PageKind.GROUP);
        assertThat(server.brief()).isEqualTo(new Brief("server", List.of("server/main.go"), List.of()));
        assertThat(server.children()).extracting(PlannedPage::kind).containsOnly(PageKind.MODULE);
        assertThat(plan.children().get(1).title()).isEqualTo("Root folder");
    }

    @Test
    void slugsAreUniqueWhateverTheFoldersAreCalled() {
        for (String folder : List.of(
                "a b",
                "a-b",
                "A.b",
                "\u00e4-b",
                "\u65e5\u672c",
                "\u65e5\u672c\u8a9e",
                "root",
                "x".repeat(90),
                "x".repeat(91))) {
            add(folder + "/a.go", LARGE);
        }
        add("main.go", 40_000);

        assertThat(slugs(plan()))
                .doesNotHaveDuplicates()
                .hasSize(12)
                .allMatch(slug -> slug.matches("[a-z0-9/-]+") && slug.length() < 100);
    }

    @Test
    void samePlanForTheSameGraph() {
        for (int i = 0; i < 40; i++) {
            add("m" + i % 7 + "/n" + i + "/a.go", 30_000);
        }

        assertThat(plan()).isEqualTo(plan());
    }

    @Test
    void thousandsOfModulesAreBounded() {
        for (int i = 0; i < 2_000; i++) {
            add("area" + i % 20 + "/part" + i + "/a.go", 30_000);
        }

        PlannedPage plan = plan();

        assertThat(plan.count()).isEqualTo(2_022);
        assertThat(slugs(plan)).doesNotHaveDuplicates();
        assertThat(plan.children()).hasSize(21);
    }
}
