package dev.caffeinecode.code.links;

import dev.caffeinecode.code.mentions.Import;

/** Finds what the imports of one family of languages lead to inside the repository. */
interface ImportResolver {
    /** Returns what the module of an import is; {@link Scope.Nowhere} if it is not in the repository. */
    Scope resolve(int file, Import stated);

    /** Returns the namespace that a file is in; empty for none. */
    default String namespace(int file) {
        return "";
    }
}
