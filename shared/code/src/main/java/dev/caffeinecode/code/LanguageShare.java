package dev.caffeinecode.code;

/** How much of a repository is written in one language; what is generated, vendored or no text is not counted. */
public record LanguageShare(Language language, int files, long lines, long bytes) {}
