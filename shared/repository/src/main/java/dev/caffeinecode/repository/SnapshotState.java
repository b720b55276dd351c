package dev.caffeinecode.repository;

import dev.caffeinecode.platform.state.State;

import java.util.EnumSet;
import java.util.Set;

/** Where a snapshot stands. */
public enum SnapshotState implements State<SnapshotState> {
    /** Its files are kept; the index step is queued. */
    STORED("stored"),
    INDEXING("indexing"),
    INDEXED("indexed"),
    FAILED("failed");

    private final String label;

    SnapshotState(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public Set<SnapshotState> next() {
        return switch (this) {
            case STORED -> EnumSet.of(INDEXING, FAILED);
            case INDEXING -> EnumSet.of(INDEXING, INDEXED, FAILED);
            case INDEXED -> EnumSet.noneOf(SnapshotState.class);
            case FAILED -> EnumSet.of(STORED);
        };
    }
}
