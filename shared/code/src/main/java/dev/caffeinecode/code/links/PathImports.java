package dev.caffeinecode.code.links;

import dev.caffeinecode.code.mentions.Import;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Imports that are paths, from the file or from some folders: Ruby, shells. */
final class PathImports implements ImportResolver {
    private final SourceFiles files;
    private final List<String> ends;
    private final List<String> roots;

    PathImports(SourceFiles files, List<String> ends, List<String> roots) {
        this.files = files;
        this.ends = ends;
        this.roots = roots;
    }

    @Override
    public Scope resolve(int file, Import stated) {
        String path = stated.module().replaceFirst("^\\$\\{?[^/]*/", ""); // ${HERE}/common.sh
        return Scope.of(Stream.concat(Stream.of(files.directory(file)), roots.stream())
                .flatMap(root -> RepositoryPaths.resolve(root, path).stream())
                .flatMap(base -> ends.stream().map(end -> base + end))
                .flatMap(each -> files.find(each).stream())
                .findFirst()
                .or(() -> elsewhere(file, path)));
    }

    /** In a folder that only the tools of the project know; a name alone would be too little to go by. */
    private Optional<Integer> elsewhere(int file, String path) {
        if (!path.contains("/") || path.startsWith(".")) {
            return Optional.empty();
        }
        return ends.stream()
                .flatMap(end -> RepositoryPaths.endingWith(files, path + end, files.path(file)).stream())
                .findFirst();
    }
}
