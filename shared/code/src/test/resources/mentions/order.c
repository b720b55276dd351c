#include <stdio.h>
#include "shop/cart.h"
#include PLATFORM_HEADER

#define MAX_ORDERS (LIMIT_BASE * 2)
#define CHECK(cond, what) do { if (!(cond)) shop_die((what)->name, "no " #cond); } while (0)

#ifdef SHOP_TRACE
#define trace(x) log_line(x)
#endif

struct discount;
enum state { OPEN = FIRST_STATE, CLOSED };

typedef struct order {
    struct cart *cart;
    money_t total;
    enum state state;
    struct line *(*pick)(struct cart *cart, size_t nth);
    struct order *next;
} order_t;

static order_t *orders, *free_orders;
extern struct settings settings;

static int compare_lines(const void *left, const void *right);
static void order_close(order_t *order);

static const struct shop_ops order_ops = {
    .open = cart_open,
    .close = order_close,
    .limit = MAX_ORDERS,
};

static handler_t *handlers[] = { on_open, &on_close, NULL };

struct cart *order_cart(order_t *order) { return order->cart; }

static int compare_lines(const void *left, const void *right) {
    const struct line *a = left, *b = right;
    return a->price.cents - ((struct line *) b)->price.cents;
}

order_t *order_new(struct cart *cart, int flags) {
    order_t *order = cart_alloc(sizeof(order_t));
    struct line copy = { .price = ZERO_PRICE };
    extern int open_count;

    CHECK(order != NULL, cart);
    order->cart = cart;
    order->total = cart->lines[0].price;
    order->state = flags & FLAG_CLOSED ? CLOSED : OPEN;
    for (size_t i = 0; i < cart->count; i++) {
        struct line *line = order->pick(cart, i);
        line_add(&copy, line->name, sizeof(*line));
    }
    qsort(cart->lines, cart->count, sizeof(struct line), compare_lines);
    order_cart(order)->owner->notify(order);
    settings.hook = on_order;
    open_count++;
    order->next = orders;
    orders = order;
    return order;
}

static void order_close(order_t *order) {
    struct stats stats = stats_of(order);
    switch (order->state) {
        case CLOSED:
            goto done;
        default:
            stats.add(MAX_ORDERS);
    }
#if defined(SHOP_TRACE) && SHOP_VERSION > 2
    trace(order);
#endif
    (*settings.closing)(order, (struct point){ .x = 1 });
done:
    free(order);
}
