import Foundation

/// What a customer means to buy.
///
/// A value.
@frozen
public struct Cart<T: Line>: Sequence where T: Hashable {
    public let owner: String
    private var lines: [T] = []
    static let maxLines = 100

    /// How many.
    public var count: Int { lines.count }

    public init(owner: String) {
        self.owner = owner
    }

    @discardableResult
    public mutating func add(_ line: T, count: Int = 1) throws -> Bool {
        func helper() {}
        let inner = 1
        return true
    }

    subscript(index: Int) -> T { lines[index] }
}

public protocol Visitor {
    associatedtype Output
    var depth: Int { get }
    func visit(_ cart: Cart<Int>) -> Output
}

enum State: String {
    case open, paid
    case sent = "gone"
}

public extension Cart {
    func clear() {}
}

final class Registry: NSObject {
    deinit {}
    fileprivate func hidden() {}
}

typealias Price = Int

func convert<T>(_ value: T) -> T { value }
