package dev.caffeinecode.repository;

import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;

import java.util.regex.Pattern;

/**
 * What a person asks for: a branch, a tag or a full commit id.
 *
 * @param name at most 255 characters; a name that git-check-ref-format(1) allows
 */
public record Revision(String name) {
    private static final int MAX_LENGTH = 255;

    /** Characters and sequences that no ref name has; git-check-ref-format(1). */
    private static final Pattern FORBIDDEN =
            Pattern.compile("[\\x00-\\x20\\x7f~^:?*\\[\\\\]|\\.\\.|@\\{|//|\\.lock(/|$)|(^|/)\\.|[./]$|^/");

    public Revision {
        if (name.isEmpty()
                || name.length() > MAX_LENGTH
                || name.startsWith("-")
                || FORBIDDEN.matcher(name).find()) {
            throw new ProblemException(
                    ErrorCode.INVALID_REVISION, "give the name of a branch or tag, or a full commit id of 40 digits");
        }
    }
}
