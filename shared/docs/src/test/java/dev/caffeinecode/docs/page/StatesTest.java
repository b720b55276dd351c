package dev.caffeinecode.docs.page;

import dev.caffeinecode.docs.plan.PageKind;
import dev.caffeinecode.docs.run.RunState;
import dev.caffeinecode.platform.state.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class StatesTest {
    @ParameterizedTest
    @EnumSource(RunState.class)
    void runEndsFromEveryStateThatIsNoEnd(RunState state) {
        if (!state.terminal()) {
            assertThat(state.next()).contains(RunState.CANCELLED, RunState.FAILED);
        }
    }

    @Test
    void labelsAreStoredSoTheyStay() {
        assertThat(Stream.of(RunState.values()).map(RunState::label))
                .containsExactly("queued", "planning", "writing", "assembling", "completed", "failed", "cancelled");
        assertThat(Stream.of(PageState.values()).map(PageState::label))
                .containsExactly("waiting", "ready", "writing", "written", "outlined", "failed");
        assertThat(Stream.of(PageKind.values()).map(PageKind::label))
                .containsExactly("overview", "getting-started", "module", "group");
    }

    @Test
    void labelLeadsBack() {
        assertThat(PageKind.of("getting-started")).isEqualTo(PageKind.GETTING_STARTED);
        assertThat(State.of(PageState.class, "outlined")).isEqualTo(PageState.OUTLINED);
        assertThatIllegalArgumentException().isThrownBy(() -> PageKind.of("MODULE"));
    }

    @Test
    void donePageStaysDone() {
        assertThat(PageState.WRITTEN.next()).isEmpty();
        assertThat(PageState.OUTLINED.next()).isEmpty();
        assertThat(PageState.FAILED.next()).isEmpty();
    }
}
