package dev.caffeinecode.code.links;

import dev.caffeinecode.code.Ecosystem;
import dev.caffeinecode.code.ManifestKind;

import java.util.Locale;
import java.util.Optional;

/** How the names of packages are compared, and which tools take packages from where. */
final class PackageNames {
    private PackageNames() {}

    static Optional<Ecosystem> ecosystem(ManifestKind kind) {
        return switch (kind) {
            case MAVEN, GRADLE, SBT -> Optional.of(Ecosystem.MAVEN);
            case NPM -> Optional.of(Ecosystem.NPM);
            case PYPROJECT, SETUPTOOLS, PIP, PIPENV -> Optional.of(Ecosystem.PYPI);
            case GO -> Optional.of(Ecosystem.GO);
            case CARGO -> Optional.of(Ecosystem.CARGO);
            case COMPOSER -> Optional.of(Ecosystem.COMPOSER);
            case RUBYGEMS -> Optional.of(Ecosystem.RUBYGEMS);
            case DOTNET -> Optional.of(Ecosystem.NUGET);
            case SWIFT -> Optional.of(Ecosystem.SWIFT);
            case CMAKE -> Optional.empty();
        };
    }

    /** Returns what is the same for all spellings that the registry of an ecosystem takes for one name. */
    static String normal(Ecosystem ecosystem, String name) {
        return switch (ecosystem) {
            case MAVEN, NPM, GO, RUBYGEMS, STANDARD -> name;
            case NUGET, COMPOSER, SWIFT -> name.toLowerCase(Locale.ROOT);
            case PYPI, CARGO -> name.toLowerCase(Locale.ROOT).replace('_', '-').replace('.', '-');
        };
    }
}
