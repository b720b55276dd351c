// Package order keeps what was ordered.
package order

import (
	"errors"
	"fmt"

	cart "github.com/acme/shop/carts"
	_ "github.com/acme/shop/drivers"
	. "github.com/acme/shop/money"
	"github.com/acme/shop/tax/v2"
)

const First, Last = START, iota

var (
	ErrEmpty        = errors.New("empty")
	rates           = map[string]tax.Rate{DE: tax.Full, "none": {Share: ZERO}}
	_        Priced = (*Order[Line])(nil)
)

type Priced interface {
	fmt.Stringer
	Price(unit tax.Unit) (Amount, error)
}

type Number interface {
	~int | Amount
}

type Order[T Priced] struct {
	*Base
	tax.Taxed
	cart   *cart.Cart
	lines  []*T `json:"lines"`
	byName map[string]*Line
	check  func(line Line) Verdict
	events chan<- Event
}

func New[T Priced](c *cart.Cart, options ...Option) (*Order[T], error) {
	if c == nil {
		return nil, fmt.Errorf("no cart: %w", ErrEmpty)
	}
	order := &Order[T]{Base: NewBase(), cart: c, check: accept}
	for _, option := range options {
		option.Apply(order)
	}
	return order, nil
}

func (o *Order[T]) Total(discount Discount) (sum Amount) {
	defer o.cart.Lock().Unlock()
	for name, line := range o.byName {
		if rate, ok := rates[name]; ok {
			sum = sum.Plus(line.Price(rate.Share, Step))
		}
	}
	share, err := discount.Of(sum)
	if err != nil {
		go func(reason error) { o.report(reason) }(err)
	}
	first := o.lines[:LIMIT][0].(Priced)
	first.Price(tax.Unit{Name: NAME})
	return share.Round()
}

func (o *Order[T]) handle(input any, done chan Done) {
	switch value := input.(type) {
	case *cart.Cart:
		o.cart = value.Copy()
	case Discount, tax.Rate:
		log(value)
	default:
		log(new(Line).Text())
	}
	switch o.State {
	case OPEN:
		o.Base.Close()
	}
	select {
	case end := <-done:
		end.Confirm(Convert[Line, Amount](o.lines...))
	case o.events <- Started:
	}
	var total, count = Amount(3), 2
	total.Add(count)
	router.Use(Logger, tax.Middleware)
	grouped := make(map[string]cart.Cart)
	grouped[KEY].Open()
	lines := []Line{{Name: NAME}, NONE}
	lines[0].Check()
}
