package dev.caffeinecode.api;

import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;

import java.util.UUID;
import java.util.regex.Pattern;

/** Ids in paths and queries. What is no id names nothing, so it is answered like an id that nobody has. */
final class PathIds {
    private static final Pattern CANONICAL =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private PathIds() {}

    static UUID parse(String text, ErrorCode unknown) {
        if (!CANONICAL.matcher(text).matches()) {
            throw new ProblemException(unknown, "the id has the form 01234567-89ab-cdef-0123-456789abcdef");
        }
        return UUID.fromString(text);
    }
}
