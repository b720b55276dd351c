package dev.caffeinecode.code.modules;

/**
 * A file and where it counts.
 *
 * @param folder the folder that it belongs to: its own, or that of what it tests
 * @param stem its name without extensions and marks of a test
 * @param tokens what it takes of the budget; nothing for a test of other files and for settings of tools
 */
record Placed(String path, String folder, String stem, int tokens) {
    private static final String NO_STEM = "";

    /** Settings of a tool are about the folder that they lie in, whatever they are called. */
    static Placed setting(String path, String folder) {
        return new Placed(path, folder, NO_STEM, 0);
    }

    boolean isSetting() {
        return stem.isEmpty();
    }
}
