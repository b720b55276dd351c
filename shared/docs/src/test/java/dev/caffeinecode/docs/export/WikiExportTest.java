package dev.caffeinecode.docs.export;

import dev.caffeinecode.code.text.TextLines;
import dev.caffeinecode.docs.markdown.Links;
import dev.caffeinecode.docs.page.Page;
import dev.caffeinecode.docs.page.PageId;
import dev.caffeinecode.docs.page.PageState;
import dev.caffeinecode.docs.plan.Brief;
import dev.caffeinecode.docs.plan.PageKind;
import dev.caffeinecode.docs.run.RunId;
import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.Failure;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import static org.assertj.core.api.Assertions.assertThat;

class WikiExportTest {
    private static final WikiExport.About ABOUT = new WikiExport.About(
            "shop",
            "https://example.org/shop.git",
            "0123456789abcdef0123456789abcdef01234567",
            "technical-wiki 1",
            "outline");
    private static final Page ROOT = page(1, null, "overview", "shop", PageKind.OVERVIEW, PageState.OUTLINED);
    private static final Page GROUP = page(2, 1, "modules/server", "server", PageKind.GROUP, PageState.WRITTEN);
    private static final Page MODULE = page(3, 2, "modules/server/api", "api [x]", PageKind.MODULE, PageState.WRITTEN);
    private static final List<Page> PAGES = List.of(MODULE, ROOT, GROUP);

    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, String> sources = new LinkedHashMap<>();

    private static Page page(
            int id, @Nullable Integer parent, String slug, String title, PageKind kind, PageState state) {
        return new Page(
                new PageId(new UUID(0, id)),
                new RunId(new UUID(0, 9)),
                parent == null ? null : new PageId(new UUID(0, parent)),
                0,
                slug,
                title,
                kind,
                new Brief("", List.of(), List.of()),
                state,
                state == PageState.FAILED ? null : "digest",
                false,
                state == PageState.FAILED ? new Failure(ErrorCode.INTERNAL, "because *of* it") : null,
                Instant.EPOCH);
    }

    private byte[] zip(List<Page> pages) throws IOException {
        return zip(ABOUT, pages);
    }

    private byte[] zip(WikiExport.About about, List<Page> pages) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new WikiExport(about, pages)
                .write(
                        out,
                        page -> texts.getOrDefault(page.slug(), "Text.\n"),
                        path -> Optional.ofNullable(sources.get(path)).map(TextLines::of));
        return out.toByteArray();
    }

    private Map<String, String> export(Page... pages) throws IOException {
        return files(zip(List.of(pages)));
    }

    private static Map<String, String> files(byte[] export) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(export))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String before = files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                assertThat(before).isNull();
            }
        }
        return files;
    }

    private Map<String, String> export() throws IOException {
        return export(PAGES.toArray(Page[]::new));
    }

    private static String file(Map<String, String> files, String name) {
        return Objects.requireNonNull(files.get(name), name);
    }

    @Test
    void everyPageIsAFileAndTheRootIsTheReadme() throws IOException {
        assertThat(export()).containsOnlyKeys("README.md", "modules/server.md", "modules/server/api.md", "llms.txt");
    }

    @Test
    void pageSaysWhereItStandsAndWhereItComesFrom() throws IOException {
        assertThat(file(export(), "modules/server/api.md"))
                .isEqualTo("[shop](../../README.md) / [server](../server.md)\n\n# api \\[x\\]\n\nText.\n\n---\n\n"
                        + "shop at commit `0123456789ab`, template `technical-wiki 1`, written by `outline`. Links with"
                        + " line numbers lead to copies of the cited files at that commit.\n");
    }

    @Test
    void linksLeadFromFileToFile() throws IOException {
        sources.put("src/a b.py", "one\ntwo");
        sources.put("pom.xml", "<project/>");
        texts.put(
                "modules/server/api",
                "See [`x`](source:src/a%20b.py#L1-L2), [all](source:pom.xml), [up](page:overview).\n");
        texts.put("overview", "[x](source:src/a%20b.py#L2-L2) [down](page:modules/server/api)\n");

        Map<String, String> files = export();

        assertThat(file(files, "modules/server/api.md"))
                .contains(
                        "See [`x`](../../source/src/a%20b.py#L1-L2), [all](../../source/pom.xml), [up](../../README.md).");
        assertThat(file(files, "README.md")).contains("[x](source/src/a%20b.py#L2-L2) [down](modules/server/api.md)");
        assertThat(files)
                .containsEntry("source/src/a b.py", "one\ntwo\n")
                .containsEntry("source/pom.xml", "<project/>\n");
    }

    @Test
    void codeIsNotRewritten() throws IOException {
        texts.put("overview", "```\n[x](source:a.py)\n```\n\n> ```\n> [x](page:modules/server)\n> ```\n");

        assertThat(file(export(), "README.md")).contains("[x](source:a.py)", "> [x](page:modules/server)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../../etc/passwd",
                "/etc/passwd",
                "a/../../b",
                "..",
                "C:\\windows\\x",
                "con.java",
                "dir/aux/NUL.txt",
                "trailing. ",
                "dots.../x",
                ".git/hooks/post-checkout",
                ".envrc",
                "a\nb\u0000c",
                "\u202egpj.exe",
                "x:ads",
                "<img src=x>|?*\"",
                "COM\u00b9.txt"
            })
    void copiesStayInTheirFolderAndAreNamesEverywhere(String path) throws IOException {
        sources.put(path, "text");
        texts.put("overview", "[x](" + Links.sourceDestination(path) + ")\n");

        List<String> copies = export().keySet().stream()
                .filter(name -> name.startsWith("source/"))
                .toList();

        assertThat(copies).hasSize(1);
        for (String segment : copies.getFirst().split("/")) {
            assertThat(segment)
                    .matches("[A-Za-z0-9_ +@,()\\[\\]=~.-]+")
                    .doesNotMatch("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?")
                    .doesNotStartWith(".")
                    .doesNotMatch(".*[. ]");
        }
    }

    @Test
    void pathsThatDifferOnlyInWhatFileSystemsForgetAreKeptApart() throws IOException {
        List<String> paths = List.of(
                "Foo.py",
                "foo.py",
                "caf\u00e9.py",
                "cafe\u0301.py",
                "caf_.py",
                "a/b",
                "a_b",
                "x".repeat(200),
                "y" + "x".repeat(199));
        StringBuilder text = new StringBuilder();
        for (String path : paths) {
            sources.put(path, path);
            text.append("[x](").append(Links.sourceDestination(path)).append(")\n");
        }
        texts.put("overview", text.toString());

        Map<String, String> files = export();

        assertThat(files.keySet().stream().map(name -> name.toLowerCase(Locale.ROOT)))
                .doesNotHaveDuplicates();
        assertThat(files.entrySet().stream()
                        .filter(file -> file.getKey().startsWith("source/"))
                        .map(Map.Entry::getValue))
                .containsExactlyInAnyOrderElementsOf(
                        paths.stream().map(path -> path + "\n").toList());
        assertThat(files.keySet()).allMatch(name -> name.length() < 200);
    }

    @Test
    void everyLinkOfTheExportLeadsToAFileOfIt() throws IOException {
        for (String path : List.of("src/[slug]/(a) b.ts", "src/.hidden/x.py", "\u65e5\u672c.py")) {
            sources.put(path, "x");
            texts.merge("modules/server/api", "[x](" + Links.sourceDestination(path) + ")\n", String::concat);
        }

        Map<String, String> files = export();

        Pattern.compile("]\\(([^)#]+)(?:#[^)]*)?\\)")
                .matcher(file(files, "modules/server/api.md"))
                .results()
                .forEach(link -> {
                    String target = URI.create("modules/server/")
                            .resolve(URI.create(String.valueOf(link.group(1))))
                            .getPath();
                    assertThat(files).containsKey(target);
                });
    }

    @Test
    void sourceThatCannotBeReadIsLeftOut() throws IOException {
        texts.put("overview", "[x](source:image.png)\n");

        assertThat(export()).doesNotContainKey("source/image.png");
    }

    @Test
    void pageWithoutATextSaysWhy() throws IOException {
        Map<String, String> files = export(ROOT, page(4, 1, "modules/x", "x", PageKind.MODULE, PageState.FAILED));

        assertThat(file(files, "modules/x.md")).contains("This page could not be written. because \\*of\\* it\n");
        assertThat(file(files, "llms.txt")).doesNotContain("modules/x.md");
    }

    @Test
    void hostileNameOfARepositoryStaysText() throws IOException {
        String name = "<img src=x onerror=alert(1)>\n# [x](javascript:alert(1))";
        WikiExport.About about = new WikiExport.About(
                name, "https://example.org/" + name, ABOUT.commit(), ABOUT.template(), ABOUT.writer());
        Page root = page(1, null, "overview", name, PageKind.OVERVIEW, PageState.OUTLINED);
        Page below = page(2, 1, "modules/a", "a", PageKind.MODULE, PageState.OUTLINED);

        Map<String, String> files = files(zip(about, List.of(root, below)));

        for (String file : List.of("README.md", "modules/a.md", "llms.txt")) {
            String html = HtmlRenderer.builder()
                    .build()
                    .render(Parser.builder().build().parse(file(files, file)));
            assertThat(html).contains("&lt;img src=x").doesNotContain("<img", "href=\"javascript");
            assertThat(html.split("<h1", -1)).hasSizeLessThanOrEqualTo(2);
        }
    }

    @Test
    void indexListsThePagesFromTheRootDown() throws IOException {
        assertThat(file(export(), "llms.txt")).isEqualTo("""
                # shop

                > Documentation of `https://example.org/shop.git` at commit 0123456789abcdef0123456789abcdef01234567.

                ## Pages

                - [shop](README.md)
                - [server](modules/server.md)
                - [api \\[x\\]](modules/server/api.md)
                """);
    }

    @Test
    void samePagesGiveTheSameBytes() throws IOException {
        sources.put("b.py", "b");
        sources.put("a.py", "a");
        texts.put("overview", "[x](source:b.py) [y](source:a.py)\n");

        assertThat(zip(PAGES)).isEqualTo(zip(PAGES));
    }
}
