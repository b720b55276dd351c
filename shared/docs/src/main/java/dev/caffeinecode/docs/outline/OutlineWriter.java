package dev.caffeinecode.docs.outline;

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
        String markdown = NOTICE
                + switch (task.page().kind()) {
                    case OVERVIEW -> new OverviewOutline(task).markdown();
                    case GETTING_STARTED -> new GettingStartedOutline(task).markdown();
                    case MODULE, GROUP -> new ModuleOutline(task).markdown();
                };
        return new Outline(
                markdown, Digests.of("outline", task.page().slug(), task.page().title(), markdown, below(task)));
    }

    /** What the editor adds to the text. */
    private static String below(PageTask task) {
        return String.join(
                "\n", task.children().stream().map(PageTask.Child::toString).toList());
    }

    private record Outline(String markdown, String inputDigest) implements Draft {
        @Override
        public Written write() {
            return new Written.Text(markdown, TokenUsage.NONE);
        }
    }
}
