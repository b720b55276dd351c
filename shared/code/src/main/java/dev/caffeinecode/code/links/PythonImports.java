package dev.caffeinecode.code.links;

import dev.caffeinecode.code.mentions.Import;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Imports of Python: modules are files and folders, found from the folders that a program may be started in. */
final class PythonImports implements ImportResolver {
    private static final List<String> ROOTS = List.of("", "src", "lib", "python");

    private final SourceFiles files;

    PythonImports(SourceFiles files) {
        this.files = files;
    }

    @Override
    public Scope resolve(int file, Import stated) {
        String module = stated.module();
        Optional<Integer> found = module.startsWith(".") ? relative(file, module) : absolute(file, module);
        if (found.isPresent()) {
            return Scope.of(found);
        }
        return isFolder(file, stated) || isOurs(file, module) ? new Scope.Files(List.of()) : new Scope.Nowhere();
    }

    /** A folder without a file of its own, of which a module is taken. */
    private boolean isFolder(int file, Import stated) {
        if (stated.name().isEmpty() || stated.isAll()) {
            return false;
        }
        String module = stated.module();
        String inner = module.endsWith(".") ? module + stated.name() : module + "." + stated.name();
        return (inner.startsWith(".") ? relative(file, inner) : absolute(file, inner)).isPresent();
    }

    /** What begins like a package of the repository comes from nowhere else, even if no file is seen to define it. */
    private boolean isOurs(int file, String module) {
        int dot = module.indexOf('.');
        return dot > 0 && absolute(file, module.substring(0, dot)).isPresent();
    }

    private Optional<Integer> relative(int file, String module) {
        int dots = 0;
        while (dots < module.length() && module.charAt(dots) == '.') {
            dots++;
        }
        String directory = files.directory(file);
        for (int up = 1; up < dots; up++) {
            if (directory.isEmpty()) {
                return Optional.empty();
            }
            directory = RepositoryPaths.parent(directory);
        }
        return module(directory, module.substring(dots));
    }

    private Optional<Integer> module(String directory, String name) {
        String path = RepositoryPaths.join(directory, name.replace('.', '/'));
        return RepositoryPaths.first(
                files,
                name.isEmpty()
                        ? List.of(RepositoryPaths.join(path, "__init__.py"), RepositoryPaths.join(path, "__init__.pyi"))
                        : List.of(path + ".py", path + "/__init__.py", path + ".pyi", path + "/__init__.pyi"));
    }

    private Optional<Integer> absolute(int file, String module) {
        List<String> directories = new ArrayList<>();
        for (String at = files.directory(file); !at.isEmpty(); at = RepositoryPaths.parent(at)) {
            directories.add(at);
        }
        directories.addAll(ROOTS);
        return directories.stream()
                .flatMap(directory -> module(directory, module).stream())
                .findFirst()
                .or(() -> elsewhere(file, module));
    }

    /** In a folder that only the tools of the project know; a name alone would be too little to go by. */
    private Optional<Integer> elsewhere(int file, String module) {
        if (!module.contains(".")) {
            return Optional.empty();
        }
        String path = module.replace('.', '/');
        return RepositoryPaths.endingWith(files, path + ".py", files.path(file))
                .or(() -> RepositoryPaths.endingWith(files, path + "/__init__.py", files.path(file)));
    }
}
