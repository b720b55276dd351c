import express, { Router as createRouter, type Request } from 'express'
import * as prices from '../prices'
import type { Cart, Line } from './cart'
import './polyfill'
import legacy = require('./legacy')
export { Money as Amount, round } from './money'
export * from './discounts'
export * as taxes from './taxes'

export { OPEN as default, OPEN }

const OPEN = Symbol('open')
const router = createRouter()
export const byOwner = new Map<Owner, Order>()

@Injectable({ scope: SCOPE })
export abstract class Order<T extends Line = Line> extends Base<T> implements Priced, prices.Rated<T> {
  static readonly limit = prices.LIMIT
  private cart: Cart | null = null
  #lines: readonly Line[] = []
  private taxes

  constructor(private readonly store: Store<Order>, @Inject(CLOCK) clock?: Clock) {
    super(store)
    this.taxes = new prices.Taxes(COUNTRY, ...RATES)
    clock?.started(this)
  }

  get size(): number {
    return this.cart!.lines.length
  }

  async total(discount: Discount = NONE, ...rules: Rule[]): Promise<Amount> {
    const { owner, state: { label = UNKNOWN }, ...others } = this.cart
    const [first, second] = await this.store.load(owner.id, label)
    let sum = Amount.zero()
    for (const line of this.#lines) sum = sum.plus(line.price())
    for (let i = 0; i < MAX; i++) discount.check(i)
    try {
      sum = this.taxes.of(sum)
    } catch (error) {
      throw new Failed(error as Cause, others)
    }
    const rounded = (amount: Amount, by) => amount.round(by ?? STEP)
    const check: (line: Line) => boolean = isOpen
    if (first instanceof Cart && check(second)) {
      const { plugin } = await import('./plugin')
      plugin(rounded, rules.map(describe), { KEY, note: TEXT, [COMPUTED]: handler, run() { return later() } })
    }
    return discount.apply(sum) satisfies Amount
  }

  protected abstract ship<K extends keyof T>(to: Address, field: K): Parcel
}

export interface Priced extends Named, prices.Unit {
  price: Amount
  convert(to: Currency): Amount
  readonly [key: string]: Cell
}

export enum State { Open = START, Closed }

type Listener = Pick<Order, 'size'> | typeof router | ((event: Changed) => Answer) | { inner: Inner }

declare module 'express' {
  export function shop(options: Options): Shop
}

function isOpen(this: Window, value: unknown): value is Cart {
  return legacy.open(value) && `${router.path} ${express()}` !== CLOSED
}

export default function open(request: Request): Order {
  byOwner.get(request.owner)?.cart.open()
  return byOwner.get(request.owner) as Order
}
