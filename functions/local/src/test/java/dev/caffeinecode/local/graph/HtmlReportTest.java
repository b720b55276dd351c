package dev.caffeinecode.local.graph;

import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.index.CodeIndexer;
import dev.caffeinecode.code.index.IndexOptions;
import dev.caffeinecode.code.index.ProgressListener;
import dev.caffeinecode.code.index.SourceBlob;
import dev.caffeinecode.local.json.Json;
import io.micronaut.json.tree.JsonNode;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

class HtmlReportTest {
    private static final String HOSTILE = "src/<!--<script></script><img src=x onerror=alert(1)>&amp;{{data}}.py";

    private final List<SourceBlob> files = new ArrayList<>();

    @Test
    void dataHoldsModulesFilesSymbolsAndWhatUsesWhat() throws IOException, InterruptedException {
        add("shop/cart.py", "from shop.item import Item\n\ndef total(item: Item):\n    return Item()\n");
        add("shop/item.py", "class Item:\n    pass\n");
        add("tests/test_cart.py", "from shop.cart import total\n");

        JsonNode data = data(page("shop"));

        assertThat(Json.text(data, "name")).isEqualTo("shop");
        assertThat(shown(data, "modules")).containsExactly("shop  -1");
        assertThat(shown(data, "files"))
                .containsExactly("shop/cart.py 0 4 1 0", "shop/item.py 0 2 1 0", "tests/test_cart.py 0 1 0 1");
        assertThat(shown(data, "symbols"))
                .containsExactlyInAnyOrder("class shop.item.Item 1 1", "function shop.cart.total 0 3");
        assertThat(shown(data, "ties")).anyMatch(tie -> tie.startsWith("0 1 "));
        assertThat(shown(data, "dependencies")).isEmpty();
    }

    @Test
    void namesOfTheRepositoryEndNothing() throws IOException, InterruptedException {
        add(HOSTILE, "def f():\n    pass\n");
        add("src/b.py", "def g():\n    pass\n");

        String page = page("</title><script>alert(1)</script>{{script}}");

        assertThat(page).doesNotContain("<img", "<!--", "alert(1)</script>", "</title><script>");
        assertThat(Pattern.compile("<script").matcher(page).results()).hasSize(2);
        assertThat(Pattern.compile("</script").matcher(page).results()).hasSize(2);
        JsonNode data = data(page);
        assertThat(Json.text(data, "name")).isEqualTo("</title><script>alert(1)</script>{{script}}");
        assertThat(shown(data, "files")).contains(HOSTILE + " 0 2 1 0");
    }

    @Test
    void policyLetsNothingRunButThePagesOwnScript() throws InterruptedException, NoSuchAlgorithmException {
        String page = page("shop");

        String policy = group(page, "http-equiv=\"Content-Security-Policy\" content=\"([^\"]+)\"");
        assertThat(policy.split("; "))
                .containsExactly(
                        "default-src 'none'",
                        "style-src '" + digest(group(page, "(?s)<style>(.*?)</style>")) + "'",
                        "script-src '" + digest(group(page, "(?s)<script>(.*?)</script>")) + "'",
                        "base-uri 'none'",
                        "form-action 'none'");
        assertThat(page).doesNotContain(" src=", "href=", "innerHTML", "@import", "url(http");
    }

    @Test
    void emptyRepositoryHasAMapToo() throws IOException, InterruptedException {
        assertThat(shown(data(page("none")), "modules")).containsExactly("none  -1");
    }

    @Test
    void whatAReadmeNamesIsImportant() throws IOException, InterruptedException {
        add("a.py", "class First:\n    pass\n\nclass Second:\n    pass\n");
        CodeGraph graph = new CodeIndexer(IndexOptions.DEFAULT).index(files.iterator(), ProgressListener.NONE);

        String page = HtmlReport.of(new GraphSource.Read("shop", "c".repeat(40), graph, List.of("Use `Second`.")));

        assertThat(shown(data(page), "symbols")).containsExactly("class a.Second 0 4", "class a.First 0 1");
    }

    private void add(String path, String text) {
        files.add(SourceBlob.file(path, text.getBytes(StandardCharsets.UTF_8)));
    }

    private String page(String name) throws InterruptedException {
        CodeGraph graph = new CodeIndexer(IndexOptions.DEFAULT).index(files.iterator(), ProgressListener.NONE);
        return HtmlReport.of(new GraphSource.Read(name, "c".repeat(40), graph, List.of()));
    }

    private static JsonNode data(String page) throws IOException {
        return Json.read(group(page, "id=\"data\">([^<]*)</script>").getBytes(StandardCharsets.UTF_8));
    }

    /** Each of a list of lists as one text. */
    private static List<String> shown(JsonNode data, String name) {
        List<String> shown = new ArrayList<>();
        for (JsonNode each : Json.find(data, name).orElseThrow().values()) {
            List<String> parts = new ArrayList<>();
            each.values().forEach(part -> parts.add(part.coerceStringValue()));
            shown.add(String.join(" ", parts));
        }
        return shown;
    }

    private static String group(String page, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(page);
        assertThat(matcher.find()).as(pattern).isTrue();
        return String.valueOf(matcher.group(1));
    }

    private static String digest(String text) throws NoSuchAlgorithmException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return "sha256-" + Base64.getEncoder().encodeToString(digest);
    }
}
