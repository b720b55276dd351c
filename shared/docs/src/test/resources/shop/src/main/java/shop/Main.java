package shop;

/** Prints an empty cart. */
public final class Main {
    public static void main(String[] arguments) {
        System.out.println(new shop.cart.Cart().total());
    }
}
