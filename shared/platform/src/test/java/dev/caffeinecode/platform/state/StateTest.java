package dev.caffeinecode.platform.state;

import org.junit.jupiter.api.Test;

import java.util.EnumSet;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class StateTest {
    enum Light implements State<Light> {
        RED,
        GREEN,
        OFF;

        @Override
        public String label() {
            return "light-" + ordinalLetter();
        }

        private char ordinalLetter() {
            return name().charAt(0);
        }

        @Override
        public Set<Light> next() {
            return switch (this) {
                case RED -> EnumSet.of(GREEN, OFF);
                case GREEN -> EnumSet.of(RED, OFF);
                case OFF -> EnumSet.noneOf(Light.class);
            };
        }
    }

    @Test
    void statesBeforeAnotherAreThoseThatItMayFollow() {
        assertThat(State.before(Light.OFF)).containsExactly("light-R", "light-G");
        assertThat(State.before(Light.RED)).containsExactly("light-G");
    }

    @Test
    void stateIsFoundByItsLabel() {
        assertThat(State.of(Light.class, "light-G")).isEqualTo(Light.GREEN);
        assertThatIllegalArgumentException().isThrownBy(() -> State.of(Light.class, "GREEN"));
    }
}
