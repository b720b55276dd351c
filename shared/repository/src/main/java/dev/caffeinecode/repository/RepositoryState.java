package dev.caffeinecode.repository;

import dev.caffeinecode.platform.state.State;

import java.util.EnumSet;
import java.util.Set;

/** Where a repository stands. */
public enum RepositoryState implements State<RepositoryState> {
    /** Asked for, by its creation or a sync; the clone step is queued. */
    PENDING("pending"),
    CLONING("cloning"),
    CLONED("cloned"),
    FAILED("failed");

    private final String label;

    RepositoryState(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public Set<RepositoryState> next() {
        return switch (this) {
            case PENDING -> EnumSet.of(CLONING, FAILED);
            case CLONING -> EnumSet.of(CLONING, CLONED, FAILED);
            case CLONED, FAILED -> EnumSet.of(PENDING);
        };
    }
}
