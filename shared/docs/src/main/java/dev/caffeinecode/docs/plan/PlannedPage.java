package dev.caffeinecode.docs.plan;

import java.util.List;

/**
 * A page that a run will have.
 *
 * @param slug unique in the plan
 * @param children in the order in which they are shown
 */
public record PlannedPage(String slug, String title, PageKind kind, Brief brief, List<PlannedPage> children) {
    public PlannedPage {
        children = List.copyOf(children);
    }

    /** How many pages there are from here down. */
    public int count() {
        return 1 + children.stream().mapToInt(PlannedPage::count).sum();
    }
}
