package dev.caffeinecode.docs.outline;

import dev.caffeinecode.code.FileFacts;
import dev.caffeinecode.code.FileRole;
import dev.caffeinecode.code.Location;
import dev.caffeinecode.code.Touchpoint;
import dev.caffeinecode.code.TouchpointKind;
import dev.caffeinecode.docs.citation.CitationMark;
import dev.caffeinecode.docs.markdown.Markdown;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Routes, variables, tables and queues in tables, each with the lines that name it; those of tests are left out. */
final class TouchpointOutline {
    private static final int MAX_ROWS = 100;
    private static final int MAX_PLACES = 4;

    private final List<Touchpoint> all;

    TouchpointOutline(List<FileFacts> files) {
        this.all = files.stream()
                .filter(file -> file.file().role() != FileRole.TEST)
                .flatMap(file -> file.touchpoints().stream())
                .toList();
    }

    private List<Touchpoint> of(TouchpointKind kind) {
        return all.stream().filter(each -> each.kind() == kind).toList();
    }

    /** Variables in the order of their names, each with the places that read or declare it, those that read first. */
    String variables() {
        Map<String, List<Touchpoint>> byName = byName(of(TouchpointKind.ENVIRONMENT_VARIABLE));
        Table table = new Table("Variable", "Read or declared in");
        byName.entrySet().stream()
                .limit(MAX_ROWS)
                .forEach(each -> table.row(
                        Facts.code(each.getKey()),
                        places(each.getValue().stream()
                                .sorted(Comparator.comparing(Touchpoint::detail).reversed())
                                .toList())));
        return table.isEmpty()
                ? ""
                : "## Environment variables\n\n" + table.markdown()
                        + more(byName.size(), "variable", "variables", MAX_ROWS);
    }

    /** What a module serves, stores and exchanges. */
    String markdown() {
        return served(MAX_ROWS) + variables();
    }

    /** Routes, tables, queues and topics, at most so many of each. */
    String served(int max) {
        return routes(max) + tables(max) + channels(max);
    }

    private String routes(int max) {
        List<Touchpoint> routes = of(TouchpointKind.HTTP_ROUTE);
        Table table = new Table("Method", "Path", "Where");
        routes.stream()
                .limit(max)
                .forEach(each -> table.row(method(each), Facts.code(each.name()), where(each.source())));
        return table.isEmpty()
                ? ""
                : "## HTTP routes\n\n" + table.markdown() + more(routes.size(), "route", "routes", max);
    }

    private static String method(Touchpoint route) {
        return switch (route.detail()) {
            case "ANY" -> "any";
            case "RESOURCES" -> "those of a resource";
            default -> Facts.plain(route.detail());
        };
    }

    private String tables(int max) {
        Map<String, List<Touchpoint>> byName = byName(of(TouchpointKind.TABLE));
        Table table = new Table("Table", "Where");
        byName.entrySet().stream()
                .limit(max)
                .forEach(each -> table.row(Facts.code(each.getKey()), places(each.getValue())));
        return table.isEmpty() ? "" : "## Tables\n\n" + table.markdown() + more(byName.size(), "table", "tables", max);
    }

    private String channels(int max) {
        List<Touchpoint> channels = new ArrayList<>(of(TouchpointKind.QUEUE));
        channels.addAll(of(TouchpointKind.TOPIC));
        Table table = new Table("Name", "Kind", "How", "Where");
        channels.stream()
                .limit(max)
                .forEach(each ->
                        table.row(Facts.code(each.name()), each.kind().label(), each.detail(), where(each.source())));
        return table.isEmpty()
                ? ""
                : "## Queues and topics\n\n" + table.markdown() + more(channels.size(), "other", "others", max);
    }

    private static Map<String, List<Touchpoint>> byName(List<Touchpoint> touchpoints) {
        Map<String, List<Touchpoint>> byName = new TreeMap<>();
        touchpoints.forEach(each ->
                byName.computeIfAbsent(each.name(), _ -> new ArrayList<>()).add(each));
        return byName;
    }

    private static String places(List<Touchpoint> touchpoints) {
        List<String> places = touchpoints.stream()
                .limit(MAX_PLACES)
                .map(each -> each.detail() + " in " + where(each.source()))
                .toList();
        String shown = String.join(", ", places);
        return touchpoints.size() <= MAX_PLACES ? shown : shown + " and " + (touchpoints.size() - MAX_PLACES) + " more";
    }

    private static String where(Location source) {
        String file = source.path().substring(source.path().lastIndexOf('/') + 1);
        return CitationMark.of(source, Markdown.escape(file) + " " + Facts.range(source.lines()));
    }

    private static String more(int all, String one, String many, int max) {
        return all <= max ? "" : "And " + Facts.count((long) all - max, one, many) + " more.\n\n";
    }
}
