package dev.caffeinecode.code;

/** Which tool a manifest belongs to. */
public enum ManifestKind implements Labelled {
    MAVEN("maven"),
    GRADLE("gradle"),
    SBT("sbt"),
    NPM("npm"),
    PYPROJECT("pyproject"),
    SETUPTOOLS("setuptools"),
    PIP("pip"),
    PIPENV("pipenv"),
    GO("go"),
    CARGO("cargo"),
    COMPOSER("composer"),
    RUBYGEMS("rubygems"),
    DOTNET("dotnet"),
    CMAKE("cmake"),
    SWIFT("swift");

    private final String label;

    ManifestKind(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
