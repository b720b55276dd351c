package dev.caffeinecode.docs.prompt;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import dev.caffeinecode.docs.template.PromptTemplate;
import dev.caffeinecode.docs.write.Digests;
import dev.caffeinecode.docs.write.PageTask;
import jakarta.inject.Singleton;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Fills a prompt template for one page. Mustache has no expressions, so a template can compute nothing. */
@Singleton
class PagePrompt {
    private static final String LANGUAGE = "English";

    /** Hex digits of the marker around the source. */
    private static final int NONCE_LENGTH = 16;

    private final Mustache.Compiler mustache =
            Mustache.compiler().escapeHTML(false).strictSections(true);
    private final ConcurrentMap<String, Template> compiled = new ConcurrentHashMap<>();

    /**
     * A prompt.
     *
     * @param system the same for all pages of a run
     */
    record Rendered(String system, String user) {}

    /** @param maxTokens of both parts together, estimated */
    Rendered render(PageTask task, int maxTokens) {
        PromptTemplate template = task.template();
        String system =
                compile(template.system()).execute(Map.of("repository", task.repository(), "language", LANGUAGE));
        PageFacts facts = new PageFacts(task);
        String listed = facts.text(maxTokens / 4);
        int left = maxTokens - Tokens.estimate(system) - Tokens.estimate(listed) - Tokens.estimate(template.user());
        String excerpts = new Excerpts(task).text(left);
        Map<String, Object> variables = new HashMap<>();
        variables.put("repository", task.repository());
        variables.put("language", LANGUAGE);
        variables.put("title", task.page().title());
        variables.put("purpose", Purposes.of(task.page()));
        variables.put("children", children(task));
        variables.put("facts", listed);
        variables.put("excerpts", excerpts);
        // Nobody can write a text that holds a digest of itself, so no source can close its own fence.
        variables.put("nonce", Digests.of(excerpts, listed).substring(0, NONCE_LENGTH));
        return new Rendered(system, compile(template.user()).execute(variables));
    }

    private static List<Map<String, Object>> children(PageTask task) {
        List<Map<String, Object>> children = new ArrayList<>();
        for (PageTask.Child child : task.children()) {
            children.add(Map.of("title", child.title(), "summary", child.summary(), "first", children.isEmpty()));
        }
        return children;
    }

    private Template compile(String text) {
        return compiled.computeIfAbsent(text, mustache::compile);
    }
}
