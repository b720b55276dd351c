package dev.caffeinecode.docs.page;

import dev.caffeinecode.platform.state.State;

import java.util.EnumSet;
import java.util.Set;

/** Where a page stands. */
public enum PageState implements State<PageState> {
    /** Some of its children are not done. */
    WAITING("waiting"),
    /** Its page step is queued. */
    READY("ready"),
    WRITING("writing"),
    /** By a model. */
    WRITTEN("written"),
    /** From facts alone, because no model was asked or none gave a usable answer. */
    OUTLINED("outlined"),
    FAILED("failed");

    private final String label;

    PageState(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public Set<PageState> next() {
        return switch (this) {
            case WAITING -> EnumSet.of(READY);
            case READY -> EnumSet.of(WRITING, FAILED);
            case WRITING -> EnumSet.of(WRITING, WRITTEN, OUTLINED, FAILED);
            case WRITTEN, OUTLINED, FAILED -> EnumSet.noneOf(PageState.class);
        };
    }
}
