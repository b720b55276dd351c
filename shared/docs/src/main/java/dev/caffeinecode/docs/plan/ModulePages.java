package dev.caffeinecode.docs.plan;

import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.FileRole;
import dev.caffeinecode.code.GraphNodes;
import dev.caffeinecode.code.Location;
import dev.caffeinecode.code.References;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The pages about modules that the wiki of a code graph has, and which use which, as the references of their code tell.
 * What tests use does not count. Immutable; the same for equal graphs.
 */
public final class ModulePages {
    private final Map<String, Planned> pages = new HashMap<>();
    private final List<Use> uses;

    /**
     * A page and where it lies.
     *
     * @param around slugs of the pages around it, the outermost first
     */
    private record Planned(PlannedPage page, List<String> around) {}

    /**
     * A page about a module uses another.
     *
     * @param from slug of the page that uses
     * @param to slug of the page that is used
     * @param references how many references lead there, each counted by how sure it is
     * @param examples where some of them stand, the surest first
     */
    public record Use(String from, String to, int references, List<Location> examples) {
        public Use {
            examples = List.copyOf(examples);
        }
    }

    private ModulePages(PlannedPage plan) {
        collect(plan, List.of());
        this.uses = new ArrayList<>();
    }

    /** @param plan of the wiki of the graph */
    public static ModulePages of(CodeGraph graph, PlannedPage plan) {
        ModulePages pages = new ModulePages(plan);
        pages.count(graph);
        return pages;
    }

    private void collect(PlannedPage page, List<String> around) {
        pages.put(page.slug(), new Planned(page, around));
        List<String> below = new ArrayList<>(around);
        below.add(page.slug());
        page.children().forEach(child -> collect(child, List.copyOf(below)));
    }

    private void count(CodeGraph graph) {
        GraphNodes nodes = graph.nodes();
        @Nullable String[] owners = owners(graph, nodes);
        Map<String, Map<String, Tally>> tallies = new HashMap<>();
        References references = graph.references();
        for (int i = 0; i < references.size(); i++) {
            if (nodes.isPackage(references.to(i))) {
                continue;
            }
            int file = nodes.fileOf(references.from(i));
            String from = owners[file];
            String to = owners[nodes.fileOf(references.to(i))];
            if (from != null && to != null && !from.equals(to)) {
                tallies.computeIfAbsent(from, _ -> new HashMap<>())
                        .computeIfAbsent(to, _ -> new Tally())
                        .add(references, i, file);
            }
        }
        tallies.forEach((from, some) -> some.forEach((to, tally) -> uses.add(tally.use(from, to, graph, references))));
        uses.sort(MOST_FIRST);
    }

    private static final Comparator<Use> MOST_FIRST = Comparator.comparingInt(Use::references)
            .reversed()
            .thenComparing(Use::from)
            .thenComparing(Use::to);

    /** Returns the slug of the page about the module of each file; null for tests and what is in none. */
    private @Nullable String[] owners(CodeGraph graph, GraphNodes nodes) {
        @Nullable String[] owners = new @Nullable String[graph.files().size()];
        for (Planned planned : pages.values()) {
            PageKind kind = planned.page().kind();
            if (kind == PageKind.MODULE || kind == PageKind.GROUP) {
                for (String path : planned.page().brief().files()) {
                    nodes.find(path)
                            .filter(node -> graph.files().get(node).file().role() != FileRole.TEST)
                            .ifPresent(node -> owners[node] = planned.page().slug());
                }
            }
        }
        return owners;
    }

    public boolean has(String slug) {
        return pages.containsKey(slug);
    }

    /** Returns the title of a page; the slug itself if there is no such page. */
    public String title(String slug) {
        return Optional.ofNullable(pages.get(slug))
                .map(planned -> planned.page().title())
                .orElse(slug);
    }

    /**
     * Returns which of the pages right below one use which, most references first, those below them counted with them. Code
     * on the page itself counts as its own.
     */
    public List<Use> below(String slug) {
        Sums sums = new Sums();
        for (Use use : uses) {
            sums.add(part(slug, use.from()), part(slug, use.to()), use);
        }
        return sums.uses();
    }

    /** The page right below one that another is or lies below; the one itself for itself, null for all others. */
    private @Nullable String part(String slug, String other) {
        if (slug.equals(other)) {
            return slug;
        }
        Planned planned = pages.get(other);
        int at = planned == null ? -1 : planned.around().indexOf(slug);
        if (planned == null || at < 0) {
            return null;
        }
        return at + 1 < planned.around().size() ? planned.around().get(at + 1) : other;
    }

    /** Returns what a page, with those below it, uses of others: each the outermost that does not lie around it. */
    public List<Use> from(String slug) {
        Sums sums = new Sums();
        for (Use use : uses) {
            if (part(slug, use.from()) != null && part(slug, use.to()) == null) {
                sums.add(slug, apart(slug, use.to()), use);
            }
        }
        return sums.uses();
    }

    /** Returns what uses a page or those below it: each the outermost that does not lie around it. */
    public List<Use> to(String slug) {
        Sums sums = new Sums();
        for (Use use : uses) {
            if (part(slug, use.to()) != null && part(slug, use.from()) == null) {
                sums.add(apart(slug, use.from()), slug, use);
            }
        }
        return sums.uses();
    }

    private String apart(String slug, String other) {
        Planned here = pages.get(slug);
        Planned there = pages.get(other);
        if (here == null || there == null) {
            return other;
        }
        Set<String> around = new HashSet<>(here.around());
        return there.around().stream()
                .filter(page -> !around.contains(page))
                .findFirst()
                .orElse(other);
    }

    /** Adds up uses between the same two pages. */
    private static final class Sums {
        private final Map<String, Use> sums = new LinkedHashMap<>();

        void add(@Nullable String from, @Nullable String to, Use use) {
            if (from != null && to != null && !from.equals(to)) {
                Use own = new Use(from, to, use.references(), use.examples());
                sums.merge(from + "\n" + to, own, Sums::sum);
            }
        }

        private static Use sum(Use one, Use other) {
            List<Location> examples = new ArrayList<>(one.examples());
            other.examples().stream()
                    .limit(Math.max(0, Tally.EXAMPLES - examples.size()))
                    .forEach(examples::add);
            return new Use(one.from(), one.to(), one.references() + other.references(), examples);
        }

        List<Use> uses() {
            return sorted(sums.values());
        }
    }

    private static List<Use> sorted(Collection<Use> uses) {
        return uses.stream().sorted(MOST_FIRST).toList();
    }
}
