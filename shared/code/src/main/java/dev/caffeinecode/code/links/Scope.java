package dev.caffeinecode.code.links;

import java.util.List;
import java.util.Optional;

/** What an import leads to. */
sealed interface Scope {
    /** All that is at the top of some files: a module of a language that has one in a file or a folder. */
    record Files(List<Integer> files) implements Scope {
        public Files {
            files = List.copyOf(files);
        }
    }

    /** All names that begin with a name: a package, a namespace, a type with what is in it. */
    record Namespace(String name) implements Scope {}

    /** Something that is not in the repository. */
    record Outside(int dependency) implements Scope {}

    /** Nobody knows. */
    record Nowhere() implements Scope {}

    /** Returns what is in a file, if there is one. */
    static Scope of(Optional<Integer> file) {
        return file.isPresent() ? new Files(List.of(file.get())) : new Nowhere();
    }
}
