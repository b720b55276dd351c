/*
 * Copyright nobody
 */
#include <stdio.h>

#define MAX_LINES 100 /* of a cart */
#define CENTS(euro, cent) \
    ((euro) * 100 + (cent))
#define ONLY_A_FLAG

/* What a customer means to buy. */
typedef struct cart {
    char *owner;        /* who pays */
    int (*visit)(int);
    unsigned open : 1;
    struct {
        int x, y[3];
    } place;
    struct cart *next;
} cart_t, *cart_p;

typedef enum { OPEN, PAID = 2 } state;
typedef int (*visitor)(cart_t *, void *);

union price {
    long cents;
    double euros;
};

struct forward;

static int counter = 0;
const char *const names[] = {"a", "b"};
extern int elsewhere;
int prototype(void);

// Adds a line.
// Returns 0.
SHOP_EXPORT int cart_add(cart_t *cart, const char *line /* not null */)
{
    struct local { int a; };
    int inner = 1;
    return inner;
}

static inline char **hidden(void) { return NULL; }

#ifdef _WIN32
int platform(void) { return 1; }
#else
int platform(void) { return 2; }
#endif

int main(int argc, char **argv)
{
    return 0;
}
