package dev.caffeinecode.identity;

import java.util.UUID;

/** Identity of an account; owners are named by it. */
public record AccountId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
