package shop.cart;

import java.util.ArrayList;
import java.util.List;

/**
 * The {@link Item items} of one customer, in the order they were put in; a|b and <b>bold</b> stay text.
 *
 * @since 1.0
 */
public final class Cart {
    private final List<Item> items = new ArrayList<>();

    /** Adds one item. It may be there already. */
    public void add(Item item) {
        items.add(item);
    }

    /** Returns what all items cost, in {@code cents}. */
    public long total() {
        return items.stream().mapToLong(Item::cents).sum();
    }

    private void forget() {
        items.clear();
    }
}
