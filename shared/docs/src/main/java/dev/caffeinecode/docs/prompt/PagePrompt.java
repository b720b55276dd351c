package dev.caffeinecode.docs.prompt;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import dev.caffeinecode.code.secret.SecretMask;
import dev.caffeinecode.code.text.TokenEstimate;
import dev.caffeinecode.docs.template.PromptTemplate;
import dev.caffeinecode.docs.write.Digests;
import dev.caffeinecode.docs.write.PageTask;
import jakarta.inject.Singleton;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Fills a prompt template for one page. Mustache has no expressions, so a template can compute nothing. */
@Singleton
class PagePrompt {
    /** English name of the language that pages are written in. */
    static final String LANGUAGE = "English";

    /** Hex digits of the marker around the source. */
    private static final int NONCE_LENGTH = 16;

    /** Facts, and the pages below, each get at most this share of a prompt. */
    private static final int SHARE = 4;

    private final Mustache.Compiler mustache =
            Mustache.compiler().escapeHTML(false).strictSections(true);
    private final ConcurrentMap<String, Template> compiled = new ConcurrentHashMap<>();

    /**
     * A prompt.
     *
     * @param system the same for all pages of a run; nothing in it is from the repository
     */
    record Rendered(String system, String user) {}

    /** @param maxTokens of both parts together, estimated */
    Rendered render(PageTask task, int maxTokens) {
        PromptTemplate template = task.template();
        String system = compile(template.system()).execute(Map.of("language", LANGUAGE));
        String directory = task.page().brief().directory();
        Map<String, Object> variables = new HashMap<>();
        variables.put("language", LANGUAGE);
        variables.put("repository", line(task.repository()));
        variables.put("title", line(task.page().title()));
        variables.put("folder", line(directory + "/"));
        variables.put("purpose", Purposes.of(task.page().kind()));
        variables.put("group", !task.children().isEmpty());
        variables.put("children", children(task, maxTokens / SHARE));
        variables.put("facts", new PageFacts(task).text(maxTokens / SHARE));
        variables.put("excerpts", "");
        variables.put("nonce", "0".repeat(NONCE_LENGTH));
        Template user = compile(template.user());
        String withoutExcerpts = user.execute(variables);
        int left = maxTokens - TokenEstimate.of(system) - TokenEstimate.of(withoutExcerpts);
        String excerpts = new Excerpts(task).text(left);
        variables.put("excerpts", excerpts);
        // Nobody can write a text that holds a digest of itself, so no source can close its own fence.
        variables.put("nonce", Digests.of(withoutExcerpts, excerpts).substring(0, NONCE_LENGTH));
        return new Rendered(system, user.execute(variables));
    }

    /** The pages below as plain lines; after {@code maxTokens} the rest is counted. */
    private static String children(PageTask task, int maxTokens) {
        StringBuilder text = new StringBuilder();
        int shown = 0;
        for (PageTask.Child child : task.children()) {
            if (TokenEstimate.of(text) >= maxTokens) {
                break;
            }
            String line = child.title() + (child.summary().isEmpty() ? "" : ": " + child.summary());
            text.append(shown++ == 0 ? "" : "\n").append("- ").append(line(line));
        }
        int left = task.children().size() - shown;
        return left == 0 ? text.toString() : text + "\n- and " + left + " more";
    }

    /** Names of a repository may hold anything; what they hold is data, on one line. */
    private static String line(String text) {
        return SecretMask.mask(text).text().replaceAll("(?U)\\s+", " ");
    }

    private Template compile(String text) {
        return compiled.computeIfAbsent(text, mustache::compile);
    }
}
