package dev.caffeinecode.code.rules;

import dev.caffeinecode.code.TextEncoding;
import dev.caffeinecode.code.rules.Attributes.Stated;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.nio.charset.StandardCharsets;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(30)
class PathRulesTest {
    @Test
    void lastLineThatFitsWins() {
        PathRules rules = rules(".gitattributes", """
                # comment linguist-vendored
                *.gen.js linguist-generated
                /lib/** text linguist-vendored=true
                lib/own.js -linguist-vendored eol=lf
                "with blank.js" linguist-generated
                api/*.js linguist-generated=false
                api/z.js !linguist-generated
                folder/ linguist-generated
                !bad linguist-generated
                docs/** linguist-documentation
                """);

        assertThat(rules.attributes("deep/a.gen.js").generated()).isEqualTo(Stated.YES);
        assertThat(rules.attributes("lib/a/b.js").vendored()).isEqualTo(Stated.YES);
        assertThat(rules.attributes("x/lib/b.js").vendored()).isEqualTo(Stated.NOTHING);
        assertThat(rules.attributes("lib/own.js").vendored()).isEqualTo(Stated.NO);
        assertThat(rules.attributes("a/with blank.js").generated()).isEqualTo(Stated.YES);
        assertThat(rules.attributes("api/x.gen.js").generated()).isEqualTo(Stated.NO);
        assertThat(rules.attributes("api/z.js").generated()).isEqualTo(Stated.NOTHING);
        assertThat(rules.attributes("folder/a")).isEqualTo(Attributes.NONE);
        assertThat(rules.attributes("bad")).isEqualTo(Attributes.NONE);
        assertThat(rules.attributes("docs/a/b.html").documentation()).isEqualTo(Stated.YES);
    }

    @Test
    void attributesNearerToTheFileWinInWhateverOrderTheyCome() {
        byte[] outer = "*.js linguist-generated\n".getBytes(StandardCharsets.UTF_8);
        byte[] inner = "a.js -linguist-generated\n".getBytes(StandardCharsets.UTF_8);
        PathRules one = new PathRules.Builder()
                .add(".gitattributes", outer)
                .add("web/.gitattributes", inner)
                .build();
        PathRules other = new PathRules.Builder()
                .add("web/.gitattributes", inner)
                .add(".gitattributes", outer)
                .build();

        for (PathRules rules : List.of(one, other)) {
            assertThat(rules.attributes("web/x/a.js").generated()).isEqualTo(Stated.NO);
            assertThat(rules.attributes("web/b.js").generated()).isEqualTo(Stated.YES);
            assertThat(rules.attributes("webb/a.js").generated()).isEqualTo(Stated.YES);
        }
    }

    @Test
    void charsetsGoBySectionsAndFolders() {
        PathRules rules = new PathRules.Builder()
                .add(".editorconfig", """
                        [*]
                        charset = utf-8
                        [*.{txt,Properties}]
                        charset = latin1
                        [lib/**.c]
                        charset=UTF-16LE ; as they are
                        """.getBytes(StandardCharsets.UTF_8))
                .add("web/.editorconfig", "root = true\n".getBytes(StandardCharsets.UTF_8))
                .build();

        assertThat(rules.charset("a/b.txt")).contains(TextEncoding.WINDOWS_1252);
        assertThat(rules.charset("b.Properties")).contains(TextEncoding.WINDOWS_1252);
        assertThat(rules.charset("lib/x/y.c")).contains(TextEncoding.UTF_16_LE);
        assertThat(rules.charset("lib/y.c")).contains(TextEncoding.UTF_16_LE);
        assertThat(rules.charset("y.c")).contains(TextEncoding.UTF_8);
        assertThat(rules.charset("web/b.txt")).isEmpty();
    }

    @Test
    void onlyWantedFilesAreRead() {
        PathRules rules = new PathRules.Builder()
                .include(List.of("src", "*.md"))
                .exclude(List.of("src/gen/", "**/*Test.java"))
                .build();

        assertThat(rules.isWanted("src/a/B.java")).isTrue();
        assertThat(rules.isWanted("docs/a.md")).isTrue();
        assertThat(rules.isWanted("docs/a.txt")).isFalse();
        assertThat(rules.isWanted("src/gen/x/B.java")).isFalse();
        assertThat(rules.isWanted("src/a/BTest.java")).isFalse();
        assertThat(PathRules.NONE.isWanted("anything")).isTrue();
    }

    @Test
    void patternsAreThoseOfGit() {
        assertThat(Glob.of("a/**/b").fits("a/b")).isTrue();
        assertThat(Glob.of("a/**/b").fits("a/x/y/b")).isTrue();
        assertThat(Glob.of("a/*/b").fits("a/x/y/b")).isFalse();
        assertThat(Glob.of("[a-c]?[!x].js").fits("deep/bzy.js")).isTrue();
        assertThat(Glob.of("[a-c]?[!x].js").fits("bzx.js")).isFalse();
        assertThat(Glob.of("\\*.js").fits("*.js")).isTrue();
        assertThat(Glob.of("\\*.js").fits("a.js")).isFalse();
        assertThat(Glob.of("/a").fits("b/a")).isFalse();
    }

    @Test
    void hostilePatternsCostLittle() {
        String name = "a".repeat(5_000);
        assertThat(Glob.of("*a".repeat(500) + "b").fits(name)).isFalse();
        assertThat(Glob.of("**/a/".repeat(200) + "b").fits("a/".repeat(2_000) + "c"))
                .isFalse();
        PathRules rules = rules("x/.editorconfig", "[" + "{a,b}".repeat(50) + "]\ncharset = latin1\n[[\n[]\n[{]\n{\n");
        assertThat(rules.charset("x/a")).isEmpty();
        for (String text : List.of("[", "[a", "[!", "\\", "\"", "", "/", "//", "**", "***", "[]-a]", "{,}")) {
            assertThat(rules(".gitattributes", text + " linguist-generated\n").attributes("a/b"))
                    .isNotNull();
            assertThat(rules(".editorconfig", "[" + text + "]\ncharset = latin1\n")
                            .charset("a/b"))
                    .isNotNull();
        }
    }

    private static PathRules rules(String path, String text) {
        return new PathRules.Builder()
                .add(path, text.getBytes(StandardCharsets.UTF_8))
                .build();
    }
}
