package dev.caffeinecode.local.graph;

import dev.caffeinecode.code.modules.CodeModule;
import dev.caffeinecode.code.modules.ModuleDependency;
import dev.caffeinecode.docs.markdown.Flowchart;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The modules of a repository and what uses what, as a Mermaid flowchart that always parses. */
public final class MermaidReport {
    /** More arrows show nothing. */
    private static final int MAX_ARROWS = 60;

    private final Map<String, String> ids = new HashMap<>();
    private final StringBuilder text = new StringBuilder("flowchart LR\n");

    private MermaidReport() {}

    public static String of(GraphReport report) {
        MermaidReport diagram = new MermaidReport();
        List<ModuleDependency> arrows =
                report.dependencies().stream().limit(MAX_ARROWS).toList();
        Set<String> used = new HashSet<>();
        arrows.forEach(each -> used.addAll(List.of(each.from(), each.to())));
        diagram.module(report.modules().root(), used, 1);
        for (ModuleDependency each : arrows) {
            diagram.text
                    .append("    ")
                    .append(diagram.id(each.from()))
                    .append(" -- ")
                    .append(each.references())
                    .append(" --> ")
                    .append(diagram.id(each.to()))
                    .append('\n');
        }
        return diagram.text.toString();
    }

    private void module(CodeModule module, Set<String> used, int level) {
        String indent = "    ".repeat(level);
        boolean box = used.contains(module.id()) || (level == 1 && module.isLeaf());
        if (module.isLeaf()) {
            if (box) {
                text.append(indent).append(node(module)).append('\n');
            }
            return;
        }
        text.append(indent)
                .append("subgraph ")
                .append(id(module.id()))
                .append("_parts [\"")
                .append(label(module))
                .append("\"]\n");
        if (box) {
            text.append(indent).append("    ").append(node(module)).append('\n');
        }
        module.children().forEach(child -> module(child, used, level + 1));
        text.append(indent).append("end\n");
    }

    private String node(CodeModule module) {
        return id(module.id()) + "[\"" + label(module) + "\"]";
    }

    private String id(String module) {
        return ids.computeIfAbsent(module, _ -> "m" + (ids.size() + 1));
    }

    private static String label(CodeModule module) {
        return Flowchart.label(module.name());
    }
}
