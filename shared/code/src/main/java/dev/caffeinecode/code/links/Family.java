package dev.caffeinecode.code.links;

import dev.caffeinecode.code.Language;
import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** Languages whose files can refer to each other, and how their names are found. */
enum Family {
    C(Unit.FILE, true),
    CSHARP(Unit.NAMESPACE, false),
    GO(Unit.DIRECTORY, false),
    JVM(Unit.NAMESPACE, false),
    PHP(Unit.NAMESPACE, false),
    PYTHON(Unit.FILE, false),
    RUBY(Unit.NAMESPACE, true),
    RUST(Unit.FILE, false),
    SCRIPT(Unit.FILE, false),
    SHELL(Unit.FILE, true),
    SWIFT(Unit.NAMESPACE, true);

    /** What names are unique in and see each other without imports. */
    enum Unit {
        FILE,
        DIRECTORY,
        NAMESPACE
    }

    private final Unit unit;
    private final boolean global;

    Family(Unit unit, boolean global) {
        this.unit = unit;
        this.global = global;
    }

    static Optional<Family> of(Language language) {
        return Optional.ofNullable(known(language));
    }

    private static @Nullable Family known(Language language) {
        return switch (language) {
            case C, CPP -> C;
            case CSHARP -> CSHARP;
            case GO -> GO;
            case JAVA, KOTLIN, SCALA -> JVM;
            case PHP -> PHP;
            case PYTHON -> PYTHON;
            case RUBY -> RUBY;
            case RUST -> RUST;
            case JAVASCRIPT, TYPESCRIPT, TSX -> SCRIPT;
            case BASH -> SHELL;
            case SWIFT -> SWIFT;
            default -> null;
        };
    }

    Unit unit() {
        return unit;
    }

    /** Returns whether a name at the top of any file may be meant anywhere. */
    boolean isGlobal() {
        return global;
    }
}
