package dev.caffeinecode.local.graph;

import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.FileRole;
import dev.caffeinecode.code.modules.ModuleBudget;
import dev.caffeinecode.code.modules.ModuleDependencies;
import dev.caffeinecode.code.modules.ModuleTree;
import dev.caffeinecode.local.json.Json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A report as one page with a map of the modules, for a browser without any network. The page runs its own script and no
 * other: its content security policy names the script and the style by their digests, and all that is from the repository
 * is data between them.
 */
public final class HtmlReport {
    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z]+)}}");
    private static final int LANGUAGES = 5;

    private HtmlReport() {}

    public static String of(GraphSource.Read read) {
        String style = resource("map.css");
        String script = resource("map.js");
        String policy = "default-src 'none'; style-src '%s'; script-src '%s'; base-uri 'none'; form-action 'none'"
                .formatted(digest(style), digest(script));
        Map<String, String> parts = Map.of(
                "policy", policy,
                "title", escaped(read.name() + ": modules"),
                "style", style,
                "script", script,
                "data", data(read));
        // One pass: what stands for a place in the repository's own text stays what it is.
        return PLACE.matcher(resource("map.html"))
                .replaceAll(place -> Matcher.quoteReplacement(parts.getOrDefault(String.valueOf(place.group(1)), "")));
    }

    private static String data(GraphSource.Read read) {
        CodeGraph graph = read.graph();
        ModuleTree tree = ModuleTree.of(graph, ModuleBudget.DEFAULT, read.name());
        ModuleMap map = ModuleMap.of(graph, tree, read.importance());
        Map<String, Integer> numbers = new HashMap<>();
        map.modules().forEach(box -> numbers.put(box.module().id(), numbers.size()));
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("name", read.name());
        data.put("commit", read.commit());
        data.put(
                "languages",
                graph.languages().stream()
                        .limit(LANGUAGES)
                        .map(share -> share.language().title())
                        .toList());
        data.put(
                "modules",
                map.modules().stream()
                        .map(box -> List.of(box.module().name(), box.module().path(), box.around()))
                        .toList());
        data.put("files", map.files().stream().map(HtmlReport::file).toList());
        data.put(
                "symbols",
                map.symbols().stream()
                        .map(named -> List.of(
                                named.symbol().kind().label(),
                                named.symbol().name().qualified(),
                                named.file(),
                                named.symbol().lines().first()))
                        .toList());
        data.put(
                "dependencies",
                ModuleDependencies.of(graph, tree).stream()
                        .map(each -> List.of(
                                numbers.getOrDefault(each.from(), 0),
                                numbers.getOrDefault(each.to(), 0),
                                each.references()))
                        .toList());
        data.put(
                "ties",
                map.ties().stream()
                        .map(tie -> List.of(tie.from(), tie.to(), tie.references()))
                        .toList());
        return harmless(new String(Json.write(data), StandardCharsets.UTF_8));
    }

    private static List<Object> file(ModuleMap.SizedFile file) {
        boolean test = file.facts().file().role() == FileRole.TEST;
        return List.of(
                file.facts().path(),
                file.module(),
                file.facts().file().content().lines(),
                file.facts().symbols().size(),
                test ? 1 : 0);
    }

    /** In JSON these stand in texts alone, where an escape means the same; in HTML they could end the element. */
    private static String harmless(String json) {
        return json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** As in Content Security Policy Level 3, section 2.3.1. */
    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JVM has it
        }
    }

    private static String resource(String name) {
        try (InputStream in = HtmlReport.class.getResourceAsStream("/graph/" + name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
