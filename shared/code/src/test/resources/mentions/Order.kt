package acme.shop.orders

import acme.shop.Cart
import acme.shop.pay.*
import acme.shop.Line as ShopLine

@Entity("orders")
class Order<T : Line>(private val cart: Cart, owner: String = DEFAULT_OWNER) :
    Base<T>(cart.owner), Priced {
    private val lines: List<ShopLine> = mutableListOf()
    val total: Money
        get() = cart.total()
    lateinit var taxes: pricing.Taxes
    private val clerk by lazy { Clerk(SHIFT) }
    private val register = Registry.create()
    val onClose: (Order<T>) -> Unit = ::closed

    companion object {
        const val MAX_LINES = Limits.LINES

        fun of(cart: Cart) = Order(cart, "x")
    }

    init {
        cart.check(MAX_LINES)
    }

    constructor(other: Order<T>) : this(other.cart)

    override suspend fun total(discount: Discount?, rate: Rate = Rates.FULL): Money {
        val copy = Cart(1)
        var sum = Money.ZERO
        for (line in copy.lines) sum += line.price()
        for (line: Line in lines) sum += line.price()
        for ((key, value) in copy.byName) {
            value.check(key)
        }
        lines.map { it.price() }.filter { p -> p > MINIMUM }.forEach(this::rounded)
        discount?.apply(sum, factor = FACTOR)?.rounded()
        copy!!.clear()
        val tax = taxes.of(sum) ?: throw ShopError("no $sum in $country and ${copy.owner}")
        tax.round()
        when (val kind = register.kind()) {
            State.CLOSED -> kind.close()
            is Payment -> rate.receipt()
            in RANGE -> fallback
            else -> (kind as Voucher).redeem()
        }
        try {
            risky(tax)
        } catch (e: ShopException) {
            e.report()
        }
        if (other is Order<*>) other.cart
        val (first, second) = pairOf(copy)
        first.join(second)
        watch(object : Listener(), Marker {
            override fun on(event: Event) = event.stop()
        })
        fun local(count: Int) = count * FACTOR
        with(copy) { close() }
        copy.owner.name = DEFAULT_NAME
        this.taxes = NO_TAXES
        lines.map(Line::price)
        load(Cart::class)
        super.total(discount, rate)
        return copy until sum
    }
}

fun Cart.extra(line: Line): Cart = this.add(line).cart

class Sorted(cart: Cart) : Comparable<Cart> by cart.order

typealias Handler = (Order<Line>) -> Unit

enum class State(val code: Int) {
    OPEN(Codes.FIRST),
    CLOSED(2);

    fun next() = values()[code]
}

object Prices : Listener {
    val items = HashMap<String, Cart>()
}
