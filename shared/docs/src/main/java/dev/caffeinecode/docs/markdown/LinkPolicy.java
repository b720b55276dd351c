package dev.caffeinecode.docs.markdown;

import java.util.Optional;

/** Decides where a link may lead. */
@FunctionalInterface
public interface LinkPolicy {
    /** @return the destination to write; empty to leave only the link's text */
    Optional<String> destination(String destination);
}
