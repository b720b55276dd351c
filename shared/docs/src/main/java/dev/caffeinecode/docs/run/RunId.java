package dev.caffeinecode.docs.run;

import java.util.UUID;

/** Identity of a run. */
public record RunId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
