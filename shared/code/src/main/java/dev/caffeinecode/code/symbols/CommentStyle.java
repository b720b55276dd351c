package dev.caffeinecode.code.symbols;

/** Which comments of a language document what follows them. */
enum CommentStyle {
    /** Only {@code /** ... *}{@code /} and {@code ///}. */
    MARKED,
    /** As {@link #MARKED}, but {@code //!} and {@code /*!} document what they stand in. */
    OUTER,
    /** Every comment right above. */
    ANY,
    /** None: documentation is not written in comments. */
    NONE;

    boolean accepts(String comment) {
        return switch (this) {
            case MARKED -> isMarked(comment) || comment.startsWith("/*!") || comment.startsWith("//!");
            case OUTER -> isMarked(comment);
            case ANY -> !comment.startsWith("#!");
            case NONE -> false;
        };
    }

    /** Returns whether a comment behind a member, on the same line, documents the member. */
    boolean acceptsTrailing(String comment) {
        return switch (this) {
            case MARKED, OUTER -> comment.startsWith("/**<") || comment.startsWith("///<");
            case ANY -> true;
            case NONE -> false;
        };
    }

    private static boolean isMarked(String comment) {
        return (comment.startsWith("/**") && !comment.startsWith("/**/") && !comment.startsWith("/***"))
                || (comment.startsWith("///") && !comment.startsWith("////"));
    }
}
