using System.Collections.Generic;
using Acme.Core;
using Pay = Acme.Payments.Payment;
using static Acme.Shop.Prices;

namespace Acme.Shop.Orders;

[Entity("orders", Kind = TableKind.Big)]
public class Order<T> : Base<T>, IPriced where T : Line, new()
{
    private const int MaxLines = Limits.Lines;
    private readonly Cart _cart;
    private List<Line>? _lines = new();
    private static readonly Registry Shared = new(MaxLines);

    public Money Total { get; set; } = Money.Zero;
    public Money Sum => _cart.Sum();
    public event EventHandler<ClosedArgs> Closed;

    public Pay Payment
    {
        get => _cart.Payment;
        set { _cart.Pay(value.Amount); }
    }

    public Order(Cart cart) : base(cart.Owner)
    {
        _cart = cart ?? throw new ShopException(nameof(cart));
    }

    public async Task<Money> TotalAsync(Discount discount, int count = DefaultCount, params Line[] extra)
    {
        Money sum = Money.Zero;
        var copy = new Cart(1) { Name = DefaultName, Owner = discount.Owner };
        Cart empty = new(3);
        foreach (var line in copy.Lines)
        {
            sum += line.Price();
        }
        foreach (Line line in extra) sum += line.Price();
        empty.Clear(extra[0].Price(), count);
        if (Other() is Order<T> other && other._cart.IsEmpty())
        {
            return other._cart!.Owner.Money;
        }
        var tax = await this.TaxesAsync(discount, rate: Rates.Full);
        tax.Round(copy?.Total());
        _lines.Select(x => x.Price()).Where((a, b) => a > b).Sum(Rounded);
        try
        {
            using var file = File.Open(Path);
            file.Write($"{sum} of {MaxLines}");
        }
        catch (ShopException e) when (e.Code == Codes.Bad)
        {
            e.Report();
        }
        switch (Kind)
        {
            case State.Open: break;
            case Payment payment: payment.Receipt(); break;
        }
        var rate = other switch
        {
            State.Closed => 1,
            Line { Price: > 3 } special => special.Rate(),
            _ => Fallback,
        };
        if (Index.TryGetValue(rate, out Line found)) found.Touch();
        var (first, second) = Repository.Get<Pair>(first: 1);
        ((Cart)first).Close();
        (second as Clerk).Greet(typeof(Greeting));
        Closed += OnClosed;
        Closed?.Invoke(this, ClosedArgs.Empty);
        base.Touch();
        int Twice(int q) => q * Factor;
        var names = from each in Items where each.Ok select each.Name();
        return sum with { Cents = ZeroCents };
    }

    public static implicit operator Money(Order<T> order) => order.Total;
}

public record Point(int X, Cart Cart) : Shape(X), IThing;

public class Till(Cart cart) : Desk
{
    Money Count() => cart.Sum();
}

enum State : byte { Open = Codes.First, Closed }

public interface IPriced : IBase
{
    Money Total(Discount discount);
}

public delegate Money Rater(Line line);
