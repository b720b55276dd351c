package dev.caffeinecode.code.links;

import dev.caffeinecode.code.Symbol;

/** Writes names of all languages in one way: with dots between their parts. */
final class Names {
    private Names() {}

    /** Returns a name with dots for {@code ::}, {@code \} and {@code #}, and none at its ends. */
    static String dotted(String name) {
        String dotted = name.indexOf(':') < 0 && name.indexOf('\\') < 0
                ? name
                : name.replace("::", ".").replace('\\', '.');
        int from = dotted.startsWith(".") ? 1 : 0;
        int to = dotted.length() - (dotted.length() > from && dotted.endsWith(".") ? 1 : 0);
        return dotted.substring(from, to);
    }

    static String qualified(Symbol symbol) {
        String qualifier = dotted(symbol.name().qualifier());
        return qualifier.isEmpty() ? simple(symbol) : qualifier + "." + simple(symbol);
    }

    /** PHP's properties are mentioned without the sign that they are defined with, Go's methods without their receiver. */
    static String simple(Symbol symbol) {
        String simple = dotted(symbol.name().simple());
        String bare = simple.startsWith("$") ? simple.substring(1) : simple;
        return bare.isEmpty() ? simple : bare;
    }

    static String join(String namespace, String name) {
        return namespace.isEmpty() ? name : name.isEmpty() ? namespace : namespace + "." + name;
    }

    static String parent(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }

    static String last(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
