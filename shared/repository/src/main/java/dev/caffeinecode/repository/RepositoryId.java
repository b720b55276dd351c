package dev.caffeinecode.repository;

import java.util.UUID;

/** Identity of a repository. */
public record RepositoryId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
