package dev.caffeinecode.docs.outline;

import dev.caffeinecode.code.Location;
import dev.caffeinecode.code.secret.SecretMask;
import dev.caffeinecode.docs.citation.CitationMark;
import dev.caffeinecode.docs.markdown.Flowchart;
import dev.caffeinecode.docs.markdown.Links;
import dev.caffeinecode.docs.markdown.Markdown;
import dev.caffeinecode.docs.plan.ModulePages;
import dev.caffeinecode.docs.plan.ModulePages.Use;
import dev.caffeinecode.docs.write.PageTask;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which modules use which: drawn, and in a table with lines where one can see it. */
final class NeighbourOutline {
    private static final int MAX_BOXES = 12;
    private static final int MAX_ARROWS = 24;
    private static final int MAX_NEIGHBOURS = 15;

    private final String slug;
    private final ModulePages modules;

    NeighbourOutline(PageTask task) {
        this.slug = task.page().slug();
        this.modules = task.modules();
    }

    /** The modules on the pages right below, drawn and told. */
    String below() {
        List<Use> all = modules.below(slug);
        if (all.isEmpty()) {
            return "";
        }
        List<String> boxes = mostTied(all);
        List<Use> drawn = all.stream()
                .filter(use -> boxes.contains(use.from()) && boxes.contains(use.to()))
                .limit(MAX_ARROWS)
                .toList();
        Flowchart chart = new Flowchart(
                boxes.stream().map(this::boxLabel).toList(),
                drawn.stream()
                        .map(use -> new Flowchart.Arrow(
                                boxes.indexOf(use.from()), boxes.indexOf(use.to()), use.references()))
                        .toList());
        Table table = new Table("Module", "Uses", "References", "For example in");
        drawn.forEach(
                use -> table.row(link(use.from()), link(use.to()), String.valueOf(use.references()), examples(use)));
        return "## What uses what\n\n"
                + "Arrows lead from the module that uses to the one that is used; numbers count references.\n\n"
                + Markdown.block("mermaid", chart.mermaid()) + "\n"
                + table.markdown()
                + left(all, boxes, drawn);
    }

    /** Those with most references first; of modules that could not all be drawn the rest is counted. */
    private static List<String> mostTied(List<Use> uses) {
        Map<String, Integer> references = new LinkedHashMap<>();
        for (Use use : uses) {
            references.merge(use.from(), use.references(), Integer::sum);
            references.merge(use.to(), use.references(), Integer::sum);
        }
        return references.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MAX_BOXES)
                .map(Map.Entry::getKey)
                .toList();
    }

    private String left(List<Use> all, List<String> boxes, List<Use> drawn) {
        Set<String> tied = new LinkedHashSet<>();
        all.forEach(use -> tied.addAll(List.of(use.from(), use.to())));
        List<String> left = new ArrayList<>();
        if (tied.size() > boxes.size()) {
            left.add(Facts.count((long) tied.size() - boxes.size(), "module", "modules"));
        }
        if (all.size() > drawn.size()) {
            left.add(Facts.count((long) all.size() - drawn.size(), "use", "uses"));
        }
        return left.isEmpty() ? "" : "Left out, with fewer references: " + String.join(" and ", left) + ".\n\n";
    }

    /** What a module uses and what uses it. */
    String around() {
        return neighbours("Uses", modules.from(slug), Use::to) + neighbours("Used by", modules.to(slug), Use::from);
    }

    private String neighbours(String heading, List<Use> uses, Function<Use, String> other) {
        if (uses.isEmpty()) {
            return "";
        }
        Table table = new Table("Module", "References", "For example in");
        uses.stream()
                .limit(MAX_NEIGHBOURS)
                .forEach(use -> table.row(link(other.apply(use)), String.valueOf(use.references()), examples(use)));
        String more = uses.size() <= MAX_NEIGHBOURS
                ? ""
                : "And " + Facts.count((long) uses.size() - MAX_NEIGHBOURS, "other", "others") + ".\n\n";
        return "## " + heading + "\n\n" + table.markdown() + more;
    }

    /** Nothing on a page leads to the page itself. */
    private String link(String page) {
        String title = SecretMask.mask(modules.title(page)).text();
        return page.equals(slug) ? Markdown.escape(title) : Links.page(page, title);
    }

    private String boxLabel(String page) {
        return SecretMask.mask(modules.title(page)).text();
    }

    private static String examples(Use use) {
        return use.examples().stream().map(NeighbourOutline::mark).collect(Collectors.joining(", "));
    }

    private static String mark(Location place) {
        String file = place.path().substring(place.path().lastIndexOf('/') + 1);
        return CitationMark.of(place, Markdown.escape(file) + " " + Facts.range(place.lines()));
    }
}
