package com.acme.shop.order;

import com.acme.shop.Cart;
import com.acme.shop.Line;
import com.acme.shop.pay.*;
import java.util.List;
import java.util.Map;
import static com.acme.shop.Cart.MAX_LINES;
import static com.acme.shop.Prices.*;

@Entity(name = TABLE)
public class Order<T extends Line> extends Base<T> implements Comparable<Order<T>>, Priced {
    static final String TABLE = "orders";

    private final Cart<Line> cart;
    private Map<String, List<Payment>> payments;

    public Order(Cart<Line> cart) {
        super(cart.owner());
        this.cart = cart;
    }

    @Override
    public Money total(Discount discount) {
        Money sum = Money.ZERO;
        for (Line line : cart.lines()) {
            sum = sum.plus(line.price());
        }
        var tax = taxes().of(sum);
        cart.lines().stream().map(Line::price).map(this::rounded).forEach(each -> each.check(MAX_LINES));
        return discount.apply(sum, tax).rounded();
    }

    private Taxes taxes() {
        return new Taxes(Country.valueOf("DE"), State.OPEN);
    }

    Object odd(Object other) {
        if (other instanceof Order<?> order && order.cart.isEmpty()) {
            return ((Cart<Line>) other).owner();
        }
        Runnable later = new Task(other) {
            public void run() {
                super.toString();
                total(null);
            }
        };
        return switch (other) {
            case Payment payment -> payment.receipt();
            default -> fallback;
        };
    }
}
