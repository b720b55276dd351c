package dev.caffeinecode.code.links;

import dev.caffeinecode.code.mentions.Import;

import java.util.Optional;

/** Includes of C and C++: beside the file, then at the end of any path. */
final class IncludeImports implements ImportResolver {
    private final SourceFiles files;

    IncludeImports(SourceFiles files) {
        this.files = files;
    }

    @Override
    public Scope resolve(int file, Import stated) {
        boolean system = stated.module().startsWith("<");
        String path = stated.module().replaceAll("[<>\"]", "");
        Optional<Integer> beside = system
                ? Optional.empty()
                : RepositoryPaths.resolve(files.directory(file), path).flatMap(files::find);
        return Scope.of(beside.or(() -> elsewhere(file, path, system)));
    }

    /** A name in angle brackets without a folder is the system's, whatever files are called. */
    private Optional<Integer> elsewhere(int file, String path, boolean system) {
        String bare = path.replaceFirst("^(\\.\\./|\\./)+", "");
        return system && !bare.contains("/")
                ? Optional.empty()
                : RepositoryPaths.endingWith(files, bare, files.path(file));
    }
}
