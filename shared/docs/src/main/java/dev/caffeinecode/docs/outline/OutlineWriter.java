package dev.caffeinecode.docs.outline;

import dev.caffeinecode.ai.Asking;
import dev.caffeinecode.ai.TokenUsage;
import dev.caffeinecode.docs.write.Digests;
import dev.caffeinecode.docs.write.Draft;
import dev.caffeinecode.docs.write.PageTask;
import dev.caffeinecode.docs.write.PageWriter;
import jakarta.inject.Singleton;

/** Writes pages from facts alone, and says so on the page. The same facts give the same text. */
@Singleton
public class OutlineWriter implements PageWriter {
    private static final String NOTICE = """
            > This page is an outline: facts read from the code and its documents, each linked to its lines. No language \
            model was asked.

            """;

    public OutlineWriter() {}

    @Override
    public Draft draft(PageTask task) {
        Section section = switch (task.page().kind()) {
            case OVERVIEW -> new OverviewOutline(task).section();
            case GETTING_STARTED -> new GettingStartedOutline(task).section();
            case MODULE, GROUP -> new ModuleOutline(task).section();
        };
        String markdown = NOTICE + section.markdown();
        String digest = Digests.of(
                "outline", task.page().slug(), task.page().title(), markdown, section.summary(), below(task));
        return new Outline(markdown, section.summary(), digest);
    }

    /**
     * What an outline says.
     *
     * @param markdown with citation marks
     * @param summary a sentence in Markdown
     */
    record Section(String markdown, String summary) {}

    /** What the editor adds to the text. */
    private static String below(PageTask task) {
        return String.join(
                "\n", task.children().stream().map(PageTask.Child::toString).toList());
    }

    private record Outline(String markdown, String summary, String inputDigest) implements Draft {
        @Override
        public Written write(Asking asking) {
            return new Written.Text(markdown, summary, TokenUsage.NONE);
        }
    }
}
