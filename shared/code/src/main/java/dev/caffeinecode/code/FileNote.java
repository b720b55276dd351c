package dev.caffeinecode.code;

/**
 * Something a reader should know about how a file was read.
 *
 * @param text a phrase for people, without a full stop; may hold text of the repository
 */
public record FileNote(NoteKind kind, String text) {}
