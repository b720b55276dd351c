package dev.caffeinecode.code.symbols;

import dev.caffeinecode.code.Symbol;
import dev.caffeinecode.code.Visibility;
import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;

/** What encloses the place that a walk has come to, the innermost first. */
final class Scopes {
    private final Deque<Scope> open = new ArrayDeque<>();
    private int functions;

    /**
     * Something that names or hides what is in it.
     *
     * @param end byte after its last one
     * @param draft ordinal of the symbol that it defines or, if it defines none, of the one around it
     * @param function whether it is the body of a function
     * @param qualifier what the names in it are qualified with, empty for nothing
     * @param owner the type that functions in it belong to, if that is not around them
     * @param named whether it has a name
     * @param members who may use what is defined in it, unless that says otherwise; null if that depends on the member
     */
    record Scope(
            int end,
            int draft,
            boolean function,
            String qualifier,
            @Nullable String owner,
            boolean named,
            @Nullable Visibility members) {}

    /** Returns what the names outside every scope are qualified with. */
    String namespace() {
        return open.getLast().qualifier();
    }

    /** Sets what the names outside every scope are qualified with. */
    void namespace(String qualifier) {
        if (!open.isEmpty()) {
            open.removeLast();
        }
        open.addLast(new Scope(Integer.MAX_VALUE, Symbol.NO_PARENT, false, qualifier, null, false, null));
    }

    /** Leaves what ends before an offset. */
    void leaveBefore(int offset) {
        while (open.size() > 1 && innermost().end() <= offset) {
            functions -= open.removeFirst().function() ? 1 : 0;
        }
    }

    void enter(Scope scope) {
        open.addFirst(scope);
        functions += scope.function() ? 1 : 0;
    }

    /** Changes who may use what is defined next in the innermost scope. */
    void members(Visibility visibility) {
        Scope scope = open.removeFirst();
        open.addFirst(new Scope(
                scope.end(),
                scope.draft(),
                scope.function(),
                scope.qualifier(),
                scope.owner(),
                scope.named(),
                visibility));
    }

    Scope innermost() {
        return open.getFirst();
    }

    boolean inFunction() {
        return functions > 0;
    }
}
