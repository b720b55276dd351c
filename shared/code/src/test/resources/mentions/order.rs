//! Orders of a shop.

mod store;
pub mod tax;

use std::fmt;
use std::io::{self, Read as Source, Write};

use crate::cart::*;
use crate::{money::Amount, prices::{Priced, Unit as PriceUnit}};
use super::Owner;
pub use self::store::Store;

extern crate serde as codec;

pub const LIMIT: usize = MAX_LINES * 2;
static EMPTY: Order = Order::empty();

#[derive(Debug, Clone, codec::Encode)]
#[shop::checked(strict = "yes")]
pub struct Order<'a, T: Priced = Line> where T: Owned {
    cart: &'a mut Cart,
    lines: Vec<T>,
    owner: Option<Box<dyn Person>>,
    check: fn(&Line) -> Verdict,
}

struct Pair(Line, pub Amount);

pub enum State {
    Open(Cart),
    Closed { at: Time },
    Other = CODE,
}

pub trait Rated: Priced + fmt::Display {
    type Rate: Number;
    fn rate(&self, unit: PriceUnit) -> Self::Rate;
    fn double(self) -> Self { Self::twice(self.rate(UNIT)) }
}

impl<'a, T: Priced> Rated for Order<'a, T> {
    type Rate = Percent;

    fn rate(&self, unit: PriceUnit) -> Percent {
        let share = tax::Share::of(unit);
        let mut rest: Option<Percent> = None;
        let Order { cart, owner: person, .. } = self;
        let (first, second) = cart.split();
        for line in self.cart.lines() {
            line.price(first)?.check();
        }
        if let Some(known) = person {
            known.greet(second);
        }
        rest = share.rest().unwrap();
        rest.round(Self::LIMIT, LIMIT)
    }
}

impl From<Cart> for store::Record {
    fn from(cart: Cart) -> Self {
        Self { name: cart.name.clone(), ..Default::default() }
    }
}

impl<'a> Order<'a, Line> {
    pub fn empty() -> Result<Self, Failure> {
        let add = |line: Line, (count, unit)| line.add(count, unit);
        let lines = names().iter().map(Line::named).map(|line| line.open(add)).collect::<Vec<Line>>();
        println!("{} {}", lines.len(), Amount::zero().shown(ROUNDED, width = WIDTH));
        shop::audit!(self.cart.total());
        let pair = Pair(lines[0] as Line, Amount::ZERO);
        <Cart as Priced>::price(&pair.0);
        Ok(Order { cart: Cart::new(), lines, owner: None, check: accept })
    }

    async fn ship(self, state: State, events: Receiver<Event>) -> io::Result<Parcel> {
        match state {
            State::Open(cart) if cart.is_full() => cart.close(),
            State::Closed { at } => later(at),
            LAST => crate::util::now(),
            other => other.fail(),
        }
        while let Ok(event) = events.next().await {
            let Some(parcel) = event.parcel else { return Err(Failure::Late) };
            unsafe { EXTERNAL.send(parcel) };
        }
        Parcel::<Small>::pack::<Paper>(self)
    }
}

fn sum<I: IntoIterator<Item = Amount>, const N: usize>(amounts: I, by: impl Fn(Unit) -> Rate) -> impl Iterator<Item = Amount> {
    macro_rules! hidden { ($x:expr) => { ignored($x) } }
    const STEP: usize = 2;
    amounts.into_iter().step_by(STEP + N)
}

type Outcome<T> = std::result::Result<T, Failure>;

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn adds() {
        assert_eq!(Order::empty().unwrap().total(), AMOUNT);
    }
}
