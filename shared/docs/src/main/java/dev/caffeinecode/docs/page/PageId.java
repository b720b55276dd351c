package dev.caffeinecode.docs.page;

import java.util.UUID;

/** Identity of a page. */
public record PageId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
