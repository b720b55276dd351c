package dev.caffeinecode.docs.write;

import dev.caffeinecode.ai.ModelId;
import dev.caffeinecode.ai.Prices;
import dev.caffeinecode.ai.TokenUsage;
import dev.caffeinecode.code.secret.SecretMask;
import dev.caffeinecode.docs.citation.CitationResolver;
import dev.caffeinecode.docs.citation.SnapshotSources;
import dev.caffeinecode.docs.markdown.Links;
import dev.caffeinecode.docs.markdown.MarkdownCleaner;
import dev.caffeinecode.docs.markdown.Summaries;
import dev.caffeinecode.docs.page.PageContent;
import jakarta.inject.Singleton;

/**
 * Makes of a draft's text what readers get: citations checked and linked, everything unsafe left out, credentials
 * masked, links to the pages below added.
 */
@Singleton
public class PageEditor {
    /** Below the title, which is the page's only level-one heading. */
    private static final int TOP_HEADING = 2;

    private final Prices prices;

    public PageEditor(Prices prices) {
        this.prices = prices;
    }

    /**
     * A page ready to be stored.
     *
     * @param markdown its text
     */
    public record Edited(String markdown, PageContent content) {}

    /** @param sources those of the task */
    public Edited edit(
            PageTask task, SnapshotSources sources, String inputDigest, ModelId writer, Draft.Written.Text text) {
        String masked = SecretMask.mask(text.markdown()).text();
        CitationResolver.Resolved resolved = new CitationResolver(sources).resolve(masked);
        MarkdownCleaner cleaner = new MarkdownCleaner(PageMaterial.links(task, sources), TOP_HEADING);
        String cleaned = cleaner.clean(resolved.markdown());
        String markdown = cleaned + below(task);
        String summary = text.summary() != null ? text.summary() : Summaries.of(cleaned);
        TokenUsage usage = text.usage();
        PageContent content = new PageContent(
                inputDigest,
                Digests.of(markdown),
                cleaner.clean(SecretMask.mask(summary).text()).strip(), // other pages show it as it is
                resolved.citations(),
                resolved.removed() + text.citationsRemoved(),
                sources.masked() + SecretMask.countShown(masked),
                text.figures(),
                writer,
                usage.totalInput(),
                usage.output(),
                prices.cost(writer, usage).orElse(0L));
        return new Edited(markdown, content);
    }

    /** Every page leads to those below it, whatever its writer said of them. */
    private static String below(PageTask task) {
        if (task.children().isEmpty()) {
            return "";
        }
        StringBuilder list = new StringBuilder("\n## Pages\n\n");
        for (PageTask.Child child : task.children()) {
            list.append("- ").append(Links.page(child.slug(), child.title()));
            list.append(child.summary().isEmpty() ? "" : ": " + child.summary()).append('\n');
        }
        return list.toString();
    }
}
