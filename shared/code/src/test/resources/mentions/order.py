"""Orders of a shop."""

from __future__ import annotations

import importlib
import os.path
import shop.prices as prices
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, Literal, Optional, TypeVar

from . import codes
from .cart import MAX_LINES, Cart as Basket
from ..pay import *

if TYPE_CHECKING:
    from .owner import Owner

T = TypeVar("T", bound="Priced")
DEFAULT: Basket = Basket.empty()
RATES = {codes.DE: prices.FULL, "none": None}
plugin = importlib.import_module("shop.plugin")


class Priced(Generic[T]):
    def price(self) -> Money:
        raise NotImplementedError


@dataclass(frozen=True)
class Line(Priced["Line"], codes.Coded, metaclass=Registry):
    owner: Owner
    tags: list[Tag] = field(default_factory=list)
    state: Literal["open", "closed"] = OPEN


@register
class Order(Priced):
    limit, rest = MAX_LINES, 0

    def __init__(self, cart: "Optional[Basket]" = None, *rules: Rule, **options) -> None:
        super().__init__(*rules, **options)
        self.cart = cart or DEFAULT
        self.taxes = Taxes(country=COUNTRY)
        self.path = os.path.join(ROOT, "orders")

    @property
    def taxed(self) -> Money | None:
        return self.taxes.of(self.cart.total(), codes.DE)

    @classmethod
    def of(cls, lines: list[Line], check: Callable[[Line], bool] = accept) -> Order:
        order = cls(None)
        for index, line in enumerate(lines):
            line.price().rounded()
            order.add(line, index)
        for line in filter(check, lines):
            order.cart.put(line)
        return order

    def save(self, store: Store) -> Iterator[Line]:
        from .store import Lock, locked

        global plugin
        plugin = load_plugin(self)
        with store.open(self) as session, Lock():
            session.write(f"{self.taxed!r:>{WIDTH}}")
        try:
            total: Money = self.sum()
        except (Refused, codes.Unknown) as e:
            raise Failed from e
        except Late as late:
            late.log()
        priced = {line.price() for line in self.lines if line in KNOWN}
        by_owner = lambda line, fallback=NOBODY: line.owner or fallback
        if (found := store.find(key=by_owner)) and found.closed:
            assert isinstance(found, Basket), MESSAGE
        yield from sorted(priced, key=rank)
        locked(total)

    async def ship(self, event):
        match event:
            case Shipped(at=time, by=Carrier() as carrier) if time > START:
                carrier.confirm(time)
            case State.LOST | [first, *others]:
                await notify(first, others)
            case {"id": number}:
                self.cart.lines[number].sent = NOW


def total[P: Priced](of: P, unit: P = UNIT) -> P:
    def inner(value):
        return value * factor(of)

    return inner(unit)


for each in RATES.values():
    each.check()
