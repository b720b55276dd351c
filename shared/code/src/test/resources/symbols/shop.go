// Copyright nobody.

// Package shop sells things.
package shop

import (
	"fmt"
)

// MaxLines is how many lines a cart may have.
const MaxLines = 100

const (
	// Open is a cart that nobody paid.
	Open State = iota
	Paid // somebody paid
)

var counter, total int

// Cart is what a customer means to buy.
type Cart[T any] struct {
	// Owner pays.
	Owner, Note string `json:"owner"`
	lines       []T    // not exported
	*Base
}

type (
	// Visitor visits.
	Visitor interface {
		Visit(cart *Cart[int]) error
		fmt.Stringer
	}
	State int
	Alias = State
)

// Add adds a line.
//
//go:noinline
func (c *Cart[T]) Add(line T, more ...T) (n int, err error) {
	type local struct{ x int }
	helper := func() {}
	helper()
	return 0, nil
}

func (c Cart[T]) hidden() {}

func New(owner string) *Cart[int] { return nil }

func init() {}
