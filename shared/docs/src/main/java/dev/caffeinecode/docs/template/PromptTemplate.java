package dev.caffeinecode.docs.template;

/**
 * What a page is written by: a text with variables, named and versioned.
 *
 * @param name lower-case letters, digits and dashes
 * @param version from 1; a changed text has another
 * @param title one line
 * @param description what kind of documentation comes of it, for people who choose
 * @param system what the model is told to be and do, in Mustache
 * @param user how a page's facts and source are put to it, in Mustache
 */
public record PromptTemplate(String name, int version, String title, String description, String system, String user) {}
