#include "shop.hpp"

SHOP_BEGIN_NAMESPACE

namespace acme::shop {

/// What a customer means to buy.
template <typename T, int N = 3>
class SHOP_EXPORT Cart : public Base, private Other<T> {
    Q_OBJECT

public:
    explicit Cart(int owner) : owner_(owner) {}
    virtual ~Cart();
    /** Adds a line. */
    template <class U>
    bool add(const U &line, int count = 1) const override;
    bool operator==(const Cart &other) const { return true; }
    operator int() const { return 1; }
    static int total;
    using value_type = T;

protected:
    enum class State { Open, Paid };

private:
    int owner_{0};
    std::vector<T> lines_;
};

template <typename T>
void Cart<T>::clear() noexcept {
    auto inner = [](int x) { return x; };
}

struct Point {
    int x, y;
    Point() = default;
};

namespace {
int hidden() { return 1; }
}

constexpr int MAX_LINES = 100;
auto twice(int x) -> int { return 2 * x; }

}  // namespace acme::shop

SHOP_END_NAMESPACE

int main() { return 0; }
