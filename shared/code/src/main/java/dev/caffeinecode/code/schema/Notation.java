package dev.caffeinecode.code.schema;

import java.util.List;

/**
 * How a language writes what is no word.
 *
 * @param lineComments what begins a comment to the end of the line
 * @param blockComments whether there are comments as in C
 * @param quotes that strings stand in, on one line or several
 * @param doubled whether a quote in a string is written twice; else behind a backslash
 * @param heredocs whether {@code <<END} begins a string of lines
 * @param dollars whether {@code $$} begins a string
 * @param described whether a string before a definition documents it
 */
record Notation(
        List<String> lineComments,
        boolean blockComments,
        String quotes,
        boolean doubled,
        boolean heredocs,
        boolean dollars,
        boolean described) {
    static final Notation SQL = new Notation(List.of("--"), true, "'\"`", true, false, true, false);
    static final Notation HCL = new Notation(List.of("#", "//"), true, "\"", false, true, false, false);
    static final Notation PROTO = new Notation(List.of("//"), true, "\"'", false, false, false, false);
    static final Notation GRAPHQL = new Notation(List.of("#"), false, "\"", false, false, false, true);
}
