<?php

declare(strict_types=1);

namespace Acme\Shop;

use Acme\Core\Cart;
use Acme\Model as M;
use Acme\Pay\{Payment, Card as CreditCard, function charge};
use const Acme\Util\LIMIT;
use function Acme\Util\format;

require_once __DIR__ . '/bootstrap.php';
include 'config.php';

#[Entity(table: TABLE_NAME)]
final class Order extends Base implements Priced, \Countable
{
    use Loggable, Cached;

    const MAX = Limits::LINES;
    private ?Cart $cart;
    public static Registry $registry;
    protected $states = [self::MAX, State::Open];

    public function __construct(private readonly Clerk $clerk, ?Cart $cart = null, int ...$rest)
    {
        parent::__construct($cart);
        $this->cart = $cart ?? new Cart(1);
    }

    public function total(Discount $discount, string $country = DEFAULT_COUNTRY): Money
    {
        $sum = Money::zero();
        $copy = new Cart($this->clerk, 2);
        foreach ($copy->lines() as $key => $line) {
            $sum->add($line->price($key));
        }
        $this->cart->owner()->notify($sum);
        $this->clerk?->greet($other->name);
        array_map(fn (Line $line) => $line->price(), $copy->lines);
        usort($rest, function ($a, M\Thing $b) use ($sum) {
            return $a->rank() <=> $b->rank();
        });
        try {
            risky(LIMIT);
        } catch (ShopException | \RuntimeException $e) {
            $e->report();
        }
        $other = $this->other();
        if ($given instanceof Payment) {
            $given->receipt();
        }
        $rate = match ($country) {
            State::Closed => $other->rate(),
            default => FALLBACK_RATE,
        };
        static::$registry->find(Cart::class)->close();
        self::create()->total($discount);
        parent::total($discount);
        \Acme\Util\helper(format($sum), M\Thing::go());
        $job = new class(1) extends Job implements Runnable {
        };
        echo "x {$copy->name} $sum";
        ($this->handler)(1);
        $rate(2);
        isset($key);
        return $discount->apply($sum, rate: Rates::FULL)->rounded();
    }

    public static function create(): self
    {
        return new self(new CreditCard());
    }
}

interface Priced extends Named, Dated
{
    public function total(Discount $discount): Money;
}

enum State: string implements HasLabel
{
    case Open = Codes::OPEN;
    case Closed = 'c';
}

function make(int $count): ?Cart
{
    global $config;
    return $config['cart']->copy($count);
}

const TOP = LIMIT;
$order = new Order(make(TOP));
$order->total(new Discount(), \FULL);
