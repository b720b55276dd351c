package dev.caffeinecode.code;

/** Where packages come from that a repository uses. */
public enum Ecosystem implements Labelled {
    CARGO("cargo"),
    COMPOSER("composer"),
    GO("go"),
    MAVEN("maven"),
    NPM("npm"),
    NUGET("nuget"),
    PYPI("pypi"),
    RUBYGEMS("rubygems"),
    SWIFT("swift"),

    /** What comes with the language or the system: {@code java.util}, {@code stdio.h}, {@code os}. */
    STANDARD("standard");

    private final String label;

    Ecosystem(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
