#include "shop/cart.hpp"
#include <memory>

using namespace acme::money;
using acme::shop::Cart;
namespace fs = std::filesystem;

namespace acme::shop {

class Clerk;
using Lines = std::vector<Line>;

template <typename T, int N = DEFAULT_SIZE>
class Box : public Holder<T> {
public:
    Box() : Holder<T>(N), size_(0) {}
    T first() const { return items_.front(); }

private:
    T items_[N];
    int size_;
};

class Order : public Base<Line>, private pricing::Priced {
    friend class Auditor;

public:
    using Base::owner;
    static constexpr int kMaxLines = MAX_LINES;

    explicit Order(std::unique_ptr<Cart> cart) : Base(cart->owner()), cart_(std::move(cart)) {}
    Order(const Order&) = delete;
    ~Order() override;

    Money total(const Discount& discount) const;
    auto lines() const -> const Lines&;
    Order& operator=(const Order& other);

private:
    std::unique_ptr<Cart> cart_;
    pricing::Taxes* taxes_ = nullptr;
    std::map<std::string, Line> byName_;
    State state_{State::OPEN};
};

enum class State : std::uint8_t { OPEN = FIRST_STATE, CLOSED };

Money Order::total(const Discount& discount) const {
    Money sum(0, "EUR");
    Money zero{0};
    Cart spare;
    for (const auto& line : cart_->lines()) {
        sum += line.price();
    }
    for (const Line& line : spare.lines()) {
        sum += line.price();
    }
    auto tax = taxes_->of(sum);
    auto copy = std::make_unique<Cart>(kMaxLines);
    auto clerk = new Clerk("x");
    copy->lines().front().price();
    clerk->greet(tax.rounded());
    static_cast<Clerk*>(owner())->wave();
    std::sort(lines_.begin(), lines_.end(), &Line::cheaper);
    auto rate = [this, n = copy->size()](const Line& each, auto other) -> Money {
        return each.price() * n + other.price();
    };
    if (auto found = byName_.find("a"); found != byName_.end()) {
        found->second.price();
    }
    switch (this->state_) {
        case State::CLOSED: throw OrderError(kClosed);
        default: break;
    }
    try {
        pricing::Registry::instance().apply<Discount>(discount);
    } catch (const pricing::RateError& error) {
        error.report();
    }
    return discount.apply(Money{1, 2}, rate).rounded();
}

template <class T>
T pick(const Box<T>& box, std::shared_ptr<Order> order) {
    order->total(Discount::none());
    T chosen = box.first();
    return T::copy(chosen), ::acme::log(box.first(), convert<Money>(chosen));
}

auto Order::lines() const -> const Lines& { return lines_; }

}  // namespace acme::shop
