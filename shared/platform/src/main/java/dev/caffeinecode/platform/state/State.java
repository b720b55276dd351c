package dev.caffeinecode.platform.state;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A state of a row. The enum lists its legal transitions; the SQL that changes the row takes the states it may come
 * from out of {@link #before}, so there is no second list.
 *
 * @param <S> the enum itself
 */
public interface State<S extends Enum<S> & State<S>> {
    /** As in the database and on the wire; never changes once released. */
    String label();

    /** The states that may follow. A step that is taken over from a dead worker starts its own state again. */
    Set<S> next();

    /** @throws IllegalArgumentException when there is none with this label */
    static <S extends Enum<S> & State<S>> S of(Class<S> type, String label) {
        return EnumSet.allOf(type).stream()
                .filter(state -> state.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such " + type.getSimpleName() + ": " + label));
    }

    /** Labels of the states that this one may follow. */
    static <S extends Enum<S> & State<S>> List<String> before(S state) {
        return EnumSet.allOf(state.getDeclaringClass()).stream()
                .filter(earlier -> earlier.next().contains(state))
                .map(State::label)
                .toList();
    }
}
