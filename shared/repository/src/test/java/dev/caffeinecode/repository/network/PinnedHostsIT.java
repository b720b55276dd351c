package dev.caffeinecode.repository.network;

import dev.caffeinecode.testing.ChildJvm;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PinnedHostsIT {
    @Test
    void firstNameThatTheProcessLooksUpIsPinned() {
        try (ChildJvm child = ChildJvm.start(PinProgram.class, "localhost")) {
            assertThat(child.readAll()).containsExactly("true");
        }
    }
}
