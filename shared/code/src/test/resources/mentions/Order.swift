import Foundation
import struct Core.Cart

@Entity
class Order<T: Line>: Base<T>, Priced, Comparable where T: Hashable {
    static let max = Limits.lines
    private var cart: Cart?
    let clerk = Clerk(shift: .night)
    lazy var registry: Registry = Registry.create()
    @Tracked var lines: [Line] = []
    var total: Money { clerk.total() }
    var count = 0 { didSet { changed(oldValue) } }

    init(cart: Cart, owner: String = Defaults.owner) {
        self.cart = cart
        super.init(owner)
    }

    func total(discount: Discount?, with rate: Rate = Rates.full) async throws -> Money {
        let copy = Cart(1, name: defaultName)
        var sum = Money.zero
        for line in copy.lines where line.isOpen {
            sum += line.price()
        }
        guard let discount = discount, let other = rate.order else { throw ShopError.bad(code) }
        if let owner = other.owner {
            owner.close()
        }
        if case .open(let since) = state {
            since.log()
        }
        lines.map { $0.price }.filter { price in price > LIMIT }.forEach(rounded)
        lines.sorted { (left: Line, right: Line) -> Bool in left.rank < right.rank }
        cart?.owner!.notify(sum)
        switch kind {
        case .closed: finish()
        case let payment as Payment: payment.receipt()
        case State.open: break
        default: fallback()
        }
        do {
            try risky()
        } catch let failure as ShopException {
            failure.report()
        } catch {
            error.log()
        }
        (copy as! Basket).empty()
        let (left, right) = pair(of: copy)
        left.join(right)
        prices[Index].update()
        Registry.shared.apply(Discount.self)
        let box = Box<Line>(rate)
        box.open(.wide(3), Point.init(1))
        try await self.load("of \(copy.owner)")
        center.observe(self, selector: #selector(onChange), name: .changed)
        return discount.apply(sum, factor: FACTOR).rounded()
    }

    enum State: String { case open = "x", closed }
}

extension Cart: Named {
    func twice() -> Cart { self.add(self) }
}

struct Point: Equatable {
    let x: Int
    static func make() -> Point { Point(x: 1) }
}

protocol Priced: Named {
    associatedtype Item: Line
    var total: Money { get }
    func price(_ discount: Discount) -> Money
}

typealias Lines = Box<Line>
let shared = makeOrder()

func pick<U>(_ order: U) -> some Shape { order.shape(order) }
