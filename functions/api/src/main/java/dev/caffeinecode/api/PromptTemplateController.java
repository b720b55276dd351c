package dev.caffeinecode.api;

import dev.caffeinecode.docs.template.PromptTemplate;
import dev.caffeinecode.docs.template.PromptTemplates;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;

import java.util.List;

/** {@code /api/prompt-templates}: what documentation can be written by. */
@Controller("/api/prompt-templates")
@Secured(SecurityRule.IS_AUTHENTICATED)
class PromptTemplateController {
    private final PromptTemplates templates;

    PromptTemplateController(PromptTemplates templates) {
        this.templates = templates;
    }

    @Get
    TemplateList list() {
        return new TemplateList(templates.list().stream().map(Summary::of).toList());
    }

    @Get("/{name}")
    TemplateView show(String name) {
        return TemplateView.of(templates.get(name));
    }

    /** All there are. */
    @Serdeable
    record TemplateList(List<Summary> promptTemplates) {}

    /** A template without its texts. */
    @Serdeable
    record Summary(String name, int version, String title, String description) {
        static Summary of(PromptTemplate template) {
            return new Summary(template.name(), template.version(), template.title(), template.description());
        }
    }

    /** With the texts that are put to the model, in Mustache. */
    @Serdeable
    record TemplateView(String name, int version, String title, String description, String system, String user) {
        static TemplateView of(PromptTemplate template) {
            return new TemplateView(
                    template.name(),
                    template.version(),
                    template.title(),
                    template.description(),
                    template.system(),
                    template.user());
        }
    }
}
