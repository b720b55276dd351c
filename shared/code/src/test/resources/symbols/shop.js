'use strict'

/**
 * Express-like application.
 */
var app = exports = module.exports = {};

/**
 * Adds a line.
 *
 * @param {Line} line
 */
app.add = function add(line) {
  var inner = function () {}
  return this
};

function Cart(owner) {
  this.owner = owner
}

// Sums up.
Cart.prototype.total = function total() {
  return 0
}

exports.create = function (owner) {
  return new Cart(owner)
}

exports.VERSION = '1.0'

class Line {
  static count = 0
  #price
  constructor(price) { this.#price = price }
  get price() { return this.#price }
  *[Symbol.iterator]() {}
}

const handlers = {
  open() {},
  close: function () {},
  'key': (event) => event,
}

function* ids() { yield 1 }

;(function () {
  function hidden() {}
  var alsoHidden = 1
})()

module.exports.Line = Line

defineGetter(Cart, "empty", function empty() {
  return true;
});

Cart.prototype.empty = deprecate(Cart.prototype.total, 'is old');

Cart.Line = class CartLine extends Line {
  tax() { return 0 }
}

export default once(function load() {})
