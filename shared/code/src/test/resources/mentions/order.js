'use strict'

const express = require('express')
const { join, resolve: absolute } = require('node:path')
const Cart = require('./cart').Cart
const log = require('debug')('shop:order')
const { LIMIT } = settings

require('./polyfill')

module.exports = Order
exports.create = create

function Order(cart, options = DEFAULTS) {
  if (!(this instanceof Order)) return new Order(cart, options)
  this.cart = cart || new Cart()
  log('created %o', this.cart, absolute)
}

Order.prototype.total = function total({ tax, rounded: digits = DIGITS }, [first], ...rest) {
  var self = this
  var sum
  sum = new Sum(first)
  self.cart.lines.forEach(function (line) {
    sum.add(line.price(tax), ...rest)
  })
  for (var i = 0; i < LIMIT; i++) sum.round(digits)
  for (const key in RATES) sum.mark(key)
  return sum
}

class Store extends events.EventEmitter {
  #cache = new Cache(SIZE)
  static shared = new Store()
  path = join(ROOT, `orders/${VERSION}`)

  constructor(pool) {
    super()
    this.pool = pool ?? new Pool()
  }

  async *load(id) {
    const { parse } = await import('./parser.mjs')
    const order = this.#cache.get(id) || parse(await this.pool.read(id))
    order.open()
    super.emit('load', order, onLoad)
    yield* order
  }
}

const handlers = { Order, close: (order) => order.close(), [EVENT]: onLoad }

function create(request, response, next) {
  const app = express()
  app.use(express.static(ROOT)).listen(PORT, () => next(handlers))
  Store.shared?.load(request.params.id)
  tag`order ${request}`
}
