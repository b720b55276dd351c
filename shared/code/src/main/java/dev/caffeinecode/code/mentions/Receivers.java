package dev.caffeinecode.code.mentions;

/**
 * How the left side of {@code order.items().first()} is written down, so that it can be understood when all files are known:
 * parts with {@link #DOT} between them, a call with {@code ()} behind its name. The first part is
 *
 * <ul>
 *   <li>a name that is not declared around it: a type, a module, a global variable, an inherited field;
 *   <li>{@link #SELF} or {@link #SUPER};
 *   <li>{@link #OF} and a type, qualified with dots if it is: a value of that type;
 *   <li>{@link #UNKNOWN} if nothing is known of it.
 * </ul>
 */
public final class Receivers {
    /** Between parts; no language has it in names. */
    public static final char DOT = '\t';

    public static final String SELF = "<self>";
    public static final String SUPER = "<super>";
    public static final String UNKNOWN = "<?>";

    /** Before the name of the type of a value. */
    public static final char OF = ':';

    /** Behind the name of what is called. */
    public static final String CALLED = "()";

    /** Longer chains are cut to their end, of which nothing is known then. */
    static final int MAX_PARTS = 8;

    private Receivers() {}

    /** Writes down a value of a type, which may be qualified; empty for no type. */
    static String ofType(String type) {
        return type.isEmpty() ? UNKNOWN : OF + type.replace(DOT, '.');
    }

    /** Writes down a member of something. */
    static String member(String receiver, String name) {
        if (receiver.isEmpty()) {
            return name;
        }
        int parts = 0;
        for (int dot = receiver.indexOf(DOT); dot >= 0; dot = receiver.indexOf(DOT, dot + 1)) {
            parts++;
        }
        return parts >= MAX_PARTS || receiver.equals(UNKNOWN) ? UNKNOWN : receiver + DOT + name;
    }
}
