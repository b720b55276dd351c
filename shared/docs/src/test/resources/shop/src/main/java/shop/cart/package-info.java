/**
 * What a customer is about to buy.
 *
 * <p>Carts live in memory and die with the process.
 */
package shop.cart;
