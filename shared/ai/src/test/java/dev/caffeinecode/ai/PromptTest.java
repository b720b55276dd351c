package dev.caffeinecode.ai;

import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PromptTest {
    private static final Prompt QUESTION = new Prompt("Be brief.", "Why?", 10);

    @Test
    void nextQuestionFollowsTheAnswer() {
        Prompt next = QUESTION.then("Because.", "Really?");

        assertThat(next.turns())
                .containsExactly(Prompt.Turn.user("Why?"), Prompt.Turn.model("Because."), Prompt.Turn.user("Really?"));
        assertThat(next.system()).isEqualTo("Be brief.");
        assertThat(next.within(20).maxOutputTokens()).isEqualTo(20);
        assertThat(next.user()).isEqualTo("Why?\nReally?");
    }

    @Test
    void whatAProviderWouldRefuseCannotBeBuilt() {
        refused(List.of(), 10);
        refused(List.of(Prompt.Turn.model("x")), 10);
        refused(List.of(Prompt.Turn.user("x"), Prompt.Turn.model("y")), 10);
        refused(List.of(Prompt.Turn.user("x"), Prompt.Turn.user("y"), Prompt.Turn.user("z")), 10);
        refused(QUESTION.turns(), 0);
        assertThatIllegalArgumentException().isThrownBy(() -> Prompt.Turn.user(" "));
    }

    private static void refused(List<Prompt.Turn> turns, int maxOutputTokens) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Prompt("s", turns, maxOutputTokens));
    }
}
