package dev.caffeinecode.local.graph;

import com.google.errorprone.annotations.FormatMethod;
import dev.caffeinecode.code.Command;
import dev.caffeinecode.code.EntryPoint;
import dev.caffeinecode.code.ExternalPackage;
import dev.caffeinecode.code.FileRole;
import dev.caffeinecode.code.LanguageShare;
import dev.caffeinecode.code.Symbol;
import dev.caffeinecode.code.Touchpoint;
import dev.caffeinecode.code.TouchpointKind;
import dev.caffeinecode.code.modules.CodeModule;
import dev.caffeinecode.code.modules.ModuleDependency;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A report for a terminal. */
public final class TextReport {
    private static final int MOST = 15;

    private final StringBuilder text = new StringBuilder();

    private TextReport() {}

    public static String of(GraphReport report) {
        TextReport shown = new TextReport();
        shown.overview(report);
        shown.modules(report);
        shown.dependencies(report);
        shown.symbols(report);
        shown.outside(report);
        for (TouchpointKind kind : TouchpointKind.values()) {
            shown.touchpoints(kind, report.found().touchpoints());
        }
        return shown.text.toString();
    }

    @FormatMethod
    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private void heading(String title) {
        line("");
        line("%s", title);
    }

    private void overview(GraphReport report) {
        line("%s at %.12s", report.name(), report.commit());
        int files = report.files().values().stream().mapToInt(Integer::intValue).sum();
        line("%,d files, %,d symbols, %,d references", files, report.symbols(), report.references());
        line(
                "%s",
                report.files().entrySet().stream()
                        .sorted(Map.Entry.<FileRole, Integer>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                        .map(each -> each.getKey().label() + " " + each.getValue())
                        .collect(Collectors.joining(", ")));
        heading("Languages");
        for (LanguageShare share : report.languages().stream().limit(MOST).toList()) {
            line("  %-20s %,7d files %,10d lines", share.language().title(), share.files(), share.lines());
        }
    }

    private void modules(GraphReport report) {
        heading("Modules");
        module(report.modules().root(), 1);
    }

    private void module(CodeModule module, int level) {
        line(
                "%-46s %,6d files %,9d tokens  %s",
                "  ".repeat(level) + module.name(), module.files().size(), module.tokens(), module.path());
        module.children().forEach(child -> module(child, level + 1));
    }

    private void dependencies(GraphReport report) {
        if (report.dependencies().isEmpty()) {
            return;
        }
        heading("Modules use modules");
        Map<String, String> names = report.modules().labels();
        for (ModuleDependency each : report.dependencies().stream().limit(MOST).toList()) {
            line(
                    "  %,6d  %s -> %s",
                    each.references(),
                    names.getOrDefault(each.from(), each.from()),
                    names.getOrDefault(each.to(), each.to()));
        }
        more(report.dependencies());
    }

    private void symbols(GraphReport report) {
        heading("Most important symbols");
        for (GraphReport.Ranked each : report.important()) {
            Symbol symbol = each.symbol();
            line(
                    "  %5.2f %%  %-11s %s  %s:%d",
                    each.share() * 100,
                    symbol.kind().label(),
                    symbol.name().qualified(),
                    symbol.path(),
                    symbol.lines().first());
        }
    }

    private void outside(GraphReport report) {
        if (!report.packages().isEmpty()) {
            heading("Packages from outside (* not asked for by a manifest)");
            for (ExternalPackage each :
                    report.packages().stream().limit(2L * MOST).toList()) {
                String version = each.version() == null ? "" : " " + each.version();
                line("  %-9s %s%s%s", each.ecosystem().label(), each.name(), version, each.declared() ? "" : " *");
            }
            more(report.packages(), 2 * MOST);
        }
        if (!report.found().commands().isEmpty()) {
            heading("Commands");
            for (Command each : report.found().commands().stream().limit(MOST).toList()) {
                line(
                        "  %-8s %s  (%s:%d)",
                        each.purpose().label(),
                        each.line().lines().findFirst().orElse(""),
                        each.source().path(),
                        each.source().lines().first());
            }
            more(report.found().commands());
        }
        if (!report.found().entryPoints().isEmpty()) {
            heading("Entry points");
            for (EntryPoint each :
                    report.found().entryPoints().stream().limit(MOST).toList()) {
                line(
                        "  %-12s %s  (%s:%d)",
                        each.kind().label(),
                        each.name(),
                        each.source().path(),
                        each.source().lines().first());
            }
            more(report.found().entryPoints());
        }
    }

    private void touchpoints(TouchpointKind kind, List<Touchpoint> all) {
        List<Touchpoint> some = all.stream().filter(each -> each.kind() == kind).toList();
        if (some.isEmpty()) {
            return;
        }
        heading(
                switch (kind) {
                    case HTTP_ROUTE -> "HTTP routes";
                    case ENVIRONMENT_VARIABLE -> "Environment variables";
                    case TABLE -> "Tables";
                    case QUEUE -> "Queues";
                    case TOPIC -> "Topics";
                });
        for (Touchpoint each : some.stream().limit(2L * MOST).toList()) {
            line(
                    "  %-9s %s  (%s:%d)",
                    each.detail(),
                    each.name(),
                    each.source().path(),
                    each.source().lines().first());
        }
        more(some, 2 * MOST);
    }

    private void more(List<?> all) {
        more(all, MOST);
    }

    private void more(List<?> all, int shown) {
        if (all.size() > shown) {
            line("  and %,d more", all.size() - shown);
        }
    }
}
