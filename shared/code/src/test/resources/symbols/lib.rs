// Nobody's licence.

//! Carts and what is in them.
//!
//! Prices are in cents.

use std::fmt;

/// What a customer means to buy.
///
/// Cheap to clone.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Cart<T: Line> {
    /// Who pays.
    pub owner: String,
    lines: Vec<T>,
}

pub struct Price(pub u64, char);

pub(crate) enum State {
    /// Nobody paid.
    Open,
    Paid { by: String },
    Sent(u8),
}

pub trait Visitor: fmt::Debug {
    const DEPTH: usize = 3;
    type Output;
    fn visit(&self, cart: &Cart<Self::Line>) -> Self::Output;
    /// Does nothing.
    fn done(&mut self) {}
}

impl<T: Line> Cart<T> {
    pub const MAX_LINES: usize = 100;

    /// Makes an empty cart.
    #[must_use]
    pub fn new(owner: &str /* who pays */) -> Self {
        fn helper() {}
        todo!()
    }

    fn hidden(&self) {}
}

impl<T: Line> fmt::Display for Cart<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Ok(())
    }
}

pub mod money {
    //! Inner.
    pub fn convert(cents: u64) -> f64 {
        0.0
    }
}

mod elsewhere;

pub type Cents = u64;
pub static mut COUNTER: u64 = 0;

#[macro_export]
macro_rules! cents {
    ($e:expr) => { $e * 100 };
}

pub async unsafe fn load<F>(name: &str, f: F) -> Result<Cart<()>, ()>
where
    F: Fn(u32) -> u32,
{
    Err(())
}

#[cfg(test)]
mod tests {
    #[test]
    fn works() {}
}
