package dev.caffeinecode.code.links;

/** What an expression may be, as far as it is known without running anything. */
@SuppressWarnings("ArrayRecordComponent") // arrays that nobody changes, in values that nobody compares
sealed interface Value {
    Value UNKNOWN = new Unknown();

    /** What some symbols name: types, functions, variables. Several if it cannot be told which. */
    record Named(int[] nodes) implements Value {}

    /** An object of one of some types. */
    record Instance(int[] types) implements Value {}

    /** A module or namespace itself. */
    record Module(Scope scope) implements Value {}

    /** Something that comes from outside of the repository; so does all that is had from it. */
    record Outside(int dependency) implements Value {}

    /** It may be anything. */
    record Unknown() implements Value {}

    static Value named(int[] nodes) {
        return nodes.length == 0 ? UNKNOWN : new Named(nodes);
    }

    static Value instance(int[] types) {
        return types.length == 0 ? UNKNOWN : new Instance(types);
    }

    static Value of(Scope scope) {
        return switch (scope) {
            case Scope.Outside outside -> new Outside(outside.dependency());
            case Scope.Nowhere _ -> UNKNOWN;
            case Scope.Files files -> new Module(files);
            case Scope.Namespace namespace -> new Module(namespace);
        };
    }
}
