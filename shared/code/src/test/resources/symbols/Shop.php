<?php

declare(strict_types=1);

namespace Acme\Shop;

use Psr\Log\LoggerInterface;

const VERSION = '1.0';
define('ACME_DEBUG', true);

/**
 * What a customer means to buy.
 */
#[Entity(table: 'carts')]
abstract class Cart extends Base implements \Countable
{
    use Loggable;

    public const MAX_LINES = 100;
    private const SECRET = 'x';

    protected ?string $note = null, $other;

    public function __construct(private readonly string $owner, int $limit = 1)
    {
    }

    /** Adds a line. */
    #[Pure]
    final public static function add(Line $line, int ...$counts): static
    {
        $inner = function () {};
        $anonymous = new class {
            public function hidden() {}
        };
    }

    abstract protected function total(): int;
}

interface Visitor
{
    public function visit(Cart $cart): void;
}

trait Loggable
{
    function log() {}
}

enum State: string
{
    case Open = 'open';
    case Paid = 'paid';

    public function label(): string
    {
        return 'x';
    }
}

/** Converts. */
function toCents(float $euros): int
{
    return 1;
}
