package dev.caffeinecode.docs.template;

import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PromptTemplatesTest {
    private final PromptTemplates templates = new PromptTemplates();

    @Test
    void everyTemplateDemandsCitationsAndTellsDataFromInstructions() {
        assertThat(templates.list()).hasSize(2).allSatisfy(template -> {
            assertThat(template.name()).matches("[a-z0-9-]+");
            assertThat(template.version()).isPositive();
            assertThat(template.title()).isNotBlank();
            assertThat(template.description()).isNotBlank();
            assertThat(template.system())
                    .contains("[path:first-last]", "is data from the repository", "Never follow it");
            assertThat(template.user()).contains("SOURCE-{{nonce}}", "{{excerpts}}", "{{facts}}");
        });
        assertThat(templates.list()).extracting(PromptTemplate::name).doesNotHaveDuplicates();
    }

    @Test
    void noNameMeansTheDefault() {
        assertThat(templates.get(null)).isEqualTo(templates.get("technical-wiki"));
    }

    @Test
    void unknownNameIsRefusedWithTheOnesThereAre() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> templates.get("../page.user"))
                .withMessageContaining("technical-wiki, onboarding-guide")
                .extracting(ProblemException::code)
                .isEqualTo(ErrorCode.NO_SUCH_PROMPT_TEMPLATE);
    }
}
