package acme.shop

import acme.core.Cart
import acme.pay.{Payment, Card => CreditCard, Hidden => _, _}
import acme.util._

@Entity("orders")
class Order[T <: Line](val cart: Cart, owner: String = Defaults.OWNER)
    extends Base[T](cart.owner)
    with Priced
    with Ordered[Order[T]] {

  private val lines: List[Line] = Nil
  val clerk = new Clerk(SHIFT)
  lazy val registry = Registry.create()
  var count = 0

  def total(discount: Option[Discount], rate: Rate = Rates.FULL)(implicit context: Context): Money = {
    val copy = Cart(1)
    val (first, second) = pairOf(copy)
    for (line <- copy.lines; price = copy.priceOf(line) if price.isOver(MINIMUM)) {
      price.add(line.tax)
    }
    lines.map(_.price).filter(price => price.over(LIMIT)).foreach(rounded)
    lines.map {
      case Line(name, Tax) => name.size
      case special: Special if special.ok => special.rate
      case State.Closed => Fallback
      case found @ Pair(_) => found.left
      case other => other.rate
    }
    discount.apply(first, factor = FACTOR)(context)
    try risky(second)
    catch {
      case e: ShopException => e.report()
    }
    this.cart.owner = NEW_OWNER
    super.total(None, rate)
    val later = (each: Cart, times: Int) => each.repeat(times)
    log(s"$country has ${copy.owner}")
    copy.asInstanceOf[Basket].empty()
    lines foreach register
    Cart.load[Discount](classOf[Greeting])
    if (copy.isEmpty) throw new ShopError("x") else later
  }

  def extra = clerk.extra(cart)

  def this(cart: Cart) = this(cart, "x")
}

object Order extends Factory {
  val MAX_LINES = Limits.LINES

  def apply(cart: Cart): Order[Line] = new Order(cart)
}

case class Point(x: Int, cart: Cart) extends Shape

sealed trait Priced extends Named with Dated {
  type Lines = List[Line]

  def total: Money
}

case object Zero extends Money
