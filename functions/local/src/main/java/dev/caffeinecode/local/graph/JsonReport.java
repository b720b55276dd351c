package dev.caffeinecode.local.graph;

import dev.caffeinecode.code.Location;
import dev.caffeinecode.code.Symbol;
import dev.caffeinecode.code.modules.CodeModule;
import dev.caffeinecode.local.json.Json;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** A report for programs. */
public final class JsonReport {
    private JsonReport() {}

    public static String of(GraphReport report) {
        Map<String, Integer> files = new TreeMap<>();
        report.files().forEach((role, count) -> files.put(role.label(), count));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", report.name());
        json.put("commit", report.commit());
        json.put("files", files);
        json.put("symbols", report.symbols());
        json.put("references", report.references());
        json.put(
                "languages",
                report.languages().stream()
                        .map(each -> Map.of(
                                "language", each.language().label(),
                                "files", each.files(),
                                "lines", each.lines(),
                                "bytes", each.bytes()))
                        .toList());
        json.put("modules", module(report.modules().root()));
        json.put(
                "dependencies",
                report.dependencies().stream()
                        .map(each -> Map.of("from", each.from(), "to", each.to(), "references", each.references()))
                        .toList());
        json.put(
                "important", report.important().stream().map(JsonReport::ranked).toList());
        json.put(
                "packages",
                report.packages().stream()
                        .map(each -> Map.of(
                                "ecosystem", each.ecosystem().label(),
                                "name", each.name(),
                                "version", each.version() == null ? "" : each.version(),
                                "declared", each.declared()))
                        .toList());
        json.put(
                "commands",
                report.found().commands().stream()
                        .map(each ->
                                with(each.source(), "purpose", each.purpose().label(), "line", each.line()))
                        .toList());
        json.put(
                "entryPoints",
                report.found().entryPoints().stream()
                        .map(each -> with(each.source(), "kind", each.kind().label(), "name", each.name()))
                        .toList());
        json.put(
                "touchpoints",
                report.found().touchpoints().stream()
                        .map(each -> with(
                                each.source(),
                                "kind",
                                each.kind().label(),
                                "name",
                                each.name(),
                                "detail",
                                each.detail()))
                        .toList());
        return new String(Json.write(json), StandardCharsets.UTF_8);
    }

    private static Map<String, Object> module(CodeModule module) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", module.id());
        json.put("name", module.name());
        json.put("path", module.path());
        json.put("tokens", module.tokens());
        json.put("files", module.files());
        json.put("children", module.children().stream().map(JsonReport::module).toList());
        return json;
    }

    private static Map<String, Object> ranked(GraphReport.Ranked ranked) {
        Symbol symbol = ranked.symbol();
        Map<String, Object> json = with(
                symbol.location(),
                "name",
                symbol.name().qualified(),
                "kind",
                symbol.kind().label());
        json.put("signature", symbol.signature());
        json.put("importance", ranked.share());
        return json;
    }

    private static Map<String, Object> with(Location source, String... values) {
        Map<String, Object> json = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i += 2) {
            json.put(values[i], values[i + 1]);
        }
        json.put("path", source.path());
        json.put("firstLine", source.lines().first());
        json.put("lastLine", source.lines().last());
        return json;
    }
}
