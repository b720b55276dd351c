package dev.caffeinecode.code.diff;

import dev.caffeinecode.code.Symbol;

import java.util.EnumSet;
import java.util.Set;

/** What became of a symbol. */
public sealed interface SymbolChange {
    /** Returns the symbol in the later graph or, if it is no more, in the earlier one. */
    Symbol symbol();

    /** A symbol that was not there. */
    record Added(Symbol symbol) implements SymbolChange {}

    /** A symbol that is no more. */
    record Removed(Symbol symbol) implements SymbolChange {}

    /**
     * A symbol that is still there.
     *
     * @param before as it was in the earlier graph
     * @param aspects in which it is another, at least one
     */
    record Changed(Symbol symbol, Symbol before, Set<Aspect> aspects) implements SymbolChange {
        public Changed {
            aspects = Set.copyOf(aspects);
            if (aspects.isEmpty()) {
                throw new IllegalArgumentException("nothing changed: " + symbol.id());
            }
        }
    }

    /** In what a symbol can change. */
    enum Aspect {
        /** It is in another type or another file; not said of what only goes with the type or file that it is in. */
        PLACE,

        NAME,
        /** Its declaration, by more than its name, or who may use it. */
        SIGNATURE,

        /** Its attributes or what it does; of a type not its members, which are symbols of their own. */
        BODY,
        DOCSTRING;

        /** @param place whether it is in another type or file */
        static Set<Aspect> between(Symbol before, Symbol after, boolean place) {
            Set<Aspect> aspects = EnumSet.noneOf(Aspect.class);
            if (place) {
                aspects.add(PLACE);
            }
            String oldName = before.name().simple();
            String name = after.name().simple();
            if (!oldName.equals(name)) {
                aspects.add(NAME);
            }
            boolean signature = before.signature().replace(oldName, name).equals(after.signature());
            if (!signature || before.visibility() != after.visibility()) {
                aspects.add(SIGNATURE);
            }
            if (before.digest() != after.digest()) {
                aspects.add(BODY);
            }
            if (!text(before).equals(text(after))) {
                aspects.add(DOCSTRING);
            }
            return aspects;
        }

        private static String text(Symbol symbol) {
            return symbol.docstring() == null ? "" : symbol.docstring().text();
        }
    }
}
