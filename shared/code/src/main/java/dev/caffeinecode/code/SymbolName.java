package dev.caffeinecode.code;

/**
 * What a symbol is called.
 *
 * @param qualifier what encloses it, up to the last separator of its language: {@code com.acme.Cart.}, {@code Cart::};
 *     empty if nothing does
 * @param simple as written where it is defined
 */
public record SymbolName(String qualifier, String simple) {
    public SymbolName {
        if (simple.isEmpty()) {
            throw new IllegalArgumentException("a symbol needs a name after " + qualifier);
        }
    }

    /** Returns the whole name: {@code com.acme.Cart.add}. */
    public String qualified() {
        return qualifier.concat(simple);
    }
}
