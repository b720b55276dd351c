#ifndef SHOP_H
#define SHOP_H

#ifdef __cplusplus
extern "C" {
#endif

/** Adds a line; returns how many there are. */
SHOP_API int cart_add(struct cart *cart, const char *line);

extern const int cart_max;

#ifdef __cplusplus
}
#endif
#endif
