/* Licensed under nothing at all. */
package com.acme.shop;

import java.util.List;

/**
 * What a customer means to buy.
 *
 * <p>Not safe for use by several threads.
 */
@Deprecated
public final class Cart<T extends Line> implements Iterable<T> {
    /** How many lines a cart may have. */
    public static final int MAX_LINES = 100;

    private static final int[] TABLE = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25};

    // no documentation
    protected String owner, note;

    public Cart(String owner) throws IllegalStateException {
        this.owner = owner;
    }

    /** Adds a line. */
    @Override
    @SuppressWarnings({"unused", "private"})
    public <R extends T> boolean add(
            R line, // what
            int count /* at least 1 */) {
        Runnable later = new Runnable() {
            @Override
            public void run() {}
        };
        return true;
    }

    void internal() {}

    enum State {
        /** Nothing was paid. */
        OPEN,
        PAID("yes") {
            @Override
            boolean closed() {
                return true;
            }
        };

        boolean closed() {
            return false;
        }
    }

    interface Visitor {
        int DEPTH = 3;

        void visit(Cart<?> cart);

        private void help() {}
    }

    record Total(long cents, String currency) {
        Total {
            assert cents >= 0;
        }

        static Total none() {
            return new Total(0, "EUR");
        }
    }

    @interface Audited {
        String by() default "nobody";
    }

    public static void main(String[] arguments) {
        System.out.println("cart");
    }
}
