package shop.cart;

class CartTest {
    void emptyCartCostsNothing() {}
}
