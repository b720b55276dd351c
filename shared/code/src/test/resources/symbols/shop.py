"""Carts and what is in them.

The prices are in cents.
"""

from __future__ import annotations

__all__ = ["Cart", "checkout", "MAX_LINES"]

MAX_LINES: int = 100
_cache = {}
currency, country = "EUR", "DE"


@dataclass(frozen=True)
@register("cart")
class Cart(Base, metaclass=Meta):
    """What a customer means to buy."""

    owner: str
    lines = []

    def __init__(self, owner: str, *lines: Line, strict: bool = True) -> None:
        self.owner = owner

    @property
    def total(self) -> int:
        r'''Sums up.

            indented more
        back
        '''
        return 0

    @staticmethod
    async def load(
        name: str,
        retries: int = 3,  # at most
    ) -> "Cart":
        def inner():
            pass

        return Cart(name)

    def _secret(self): ...

    class Meta:
        table = "carts"


def checkout(cart):
    "Pays."
    local = 1
    return local


def helper(): pass


type Price = int

if __name__ == "__main__":
    checkout(Cart("me"))
