package dev.caffeinecode.docs.template;

import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The prompt templates there are: those that come with the product. */
@Singleton
public class PromptTemplates {
    /** Used when a run names none. */
    public static final String DEFAULT = "technical-wiki";

    private final List<PromptTemplate> templates = List.of(
            read(
                    DEFAULT,
                    1,
                    "Technical wiki",
                    "For engineers who join the project: what each part does, how the parts work together, and why."),
            read(
                    "onboarding-guide",
                    1,
                    "Onboarding guide",
                    "For people in their first week: where to start reading, in plain words, with fewer details."));

    private static PromptTemplate read(String name, int version, String title, String description) {
        return new PromptTemplate(
                name, version, title, description, text(name + ".system.mustache"), text("page.user.mustache"));
    }

    private static String text(String file) {
        try (InputStream in = PromptTemplates.class.getResourceAsStream(file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<PromptTemplate> list() {
        return templates;
    }

    /**
     * @param name null for the default
     * @throws ProblemException {@link ErrorCode#NO_SUCH_PROMPT_TEMPLATE}
     */
    public PromptTemplate get(@Nullable String name) {
        String wanted = name == null ? DEFAULT : name;
        return templates.stream()
                .filter(template -> template.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        ErrorCode.NO_SUCH_PROMPT_TEMPLATE,
                        "there is no prompt template of this name; the names are " + names()));
    }

    private String names() {
        return String.join(", ", templates.stream().map(PromptTemplate::name).toList());
    }
}
