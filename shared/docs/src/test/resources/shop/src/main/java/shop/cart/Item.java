package shop.cart;

public record Item(String name, long cents) {
    public static final int MAX_NAME = 80;
}
