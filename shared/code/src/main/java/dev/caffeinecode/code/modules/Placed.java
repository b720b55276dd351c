package dev.caffeinecode.code.modules;

/**
 * A file and where it counts.
 *
 * @param folder the folder that it belongs to: its own, or that of what it tests
 * @param stem its name without extensions and marks of a test
 * @param tokens what it takes of the budget; nothing for a test of other files and for settings of tools
 */
record Placed(String path, String folder, String stem, int tokens) {}
