package dev.caffeinecode.code.links;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Languages in which files and folders are modules. */
class ModuleLinksTest {
    @Test
    void pythonFollowsRelativeAndAbsoluteImportsAndWhatPackagesHandOn() throws InterruptedException {
        Linked shop = Linked.of("src/shop/__init__.py", "from .cart import Cart\n")
                .and("src/shop/cart.py", """
                        from . import prices
                        import shop.taxes

                        class Base:
                            def check(self): ...

                        class Cart(Base):
                            def total(self) -> "prices.Money":
                                self.check()
                                return prices.of(self.lines).plus(shop.taxes.vat())
                        """)
                .and("src/shop/prices.py", """
                        class Money:
                            def plus(self, other): ...

                        def of(lines) -> Money: ...
                        """)
                .and("src/shop/taxes.py", "def vat(): ...\n")
                .and("app.py", """
                        import requests
                        from shop import Cart

                        cart = Cart()
                        cart.total().plus(requests.get("x"))
                        """);

        assertThat(shop.references())
                .contains(
                        "src/shop/cart.py -import-> src/shop/prices.py",
                        "src/shop/cart.py -import-> src/shop/taxes.py",
                        "shop.cart.Cart -extends-> shop.cart.Base",
                        "shop.cart.Cart.total -call-> shop.cart.Base.check",
                        "shop.cart.Cart.total -call-> shop.prices.of",
                        "shop.cart.Cart.total -call-> shop.prices.Money.plus",
                        "shop.cart.Cart.total -call-> shop.taxes.vat",
                        "app.py -import-> shop.cart.Cart",
                        "app.cart -call-> shop.cart.Cart",
                        "app.py -call-> shop.cart.Cart.total",
                        "app.py -call-> pypi/requests");
    }

    @Test
    void scriptsFollowPathsIndexFilesReExportsAndWorkspaces() throws InterruptedException {
        Linked shop = Linked.of("packages/core/package.json", "{\"name\": \"@acme/core\"}")
                .and("packages/core/src/index.ts", "export * from './cart'\nexport { vat as tax } from './taxes'\n")
                .and("packages/core/src/cart.ts", "export class Cart { total(): number { return 1 } }\n")
                .and("packages/core/src/taxes.ts", "export function vat() { return 1 }\n")
                .and("packages/app/main.ts", """
                        import { Cart, tax } from '@acme/core'
                        import run from './run.js'
                        import fs from 'node:fs'
                        import { z } from 'zod'

                        export function main(cart: Cart) {
                            run(cart.total() + tax())
                            z.parse(fs.readFileSync('x'))
                        }
                        """)
                .and("packages/app/run.ts", "export default function go(n: number) {}\n");

        assertThat(shop.references())
                .contains(
                        "packages/app/main.ts -import-> packages/core/src/index.ts",
                        "packages/app/main.ts -import-> Cart",
                        "main -type-> Cart",
                        "main -call-> Cart.total",
                        "main -call-> vat",
                        "main -call-> go",
                        "main -call-> npm/zod",
                        "main -call-> standard/fs");
    }

    @Test
    void goSeesTheFilesOfItsFolderAndFollowsTheModule() throws InterruptedException {
        Linked shop = Linked.of("go.mod", "module github.com/acme/shop\n\nrequire github.com/pkg/errors v0.9.1\n")
                .and(
                        "cart/cart.go",
                        "package cart\n\ntype Cart struct{}\n\nfunc (c *Cart) Total() int { return vat() }\n")
                .and("cart/tax.go", "package cart\n\nfunc vat() int { return 1 }\n")
                .and("main.go", """
                        package main

                        import (
                            "fmt"
                            "github.com/acme/shop/cart"
                            "github.com/pkg/errors"
                        )

                        func main() {
                            c := &cart.Cart{}
                            fmt.Println(c.Total(), errors.New("x"))
                        }
                        """);

        assertThat(shop.references())
                .contains(
                        "cart.Cart.Total -call-> cart.vat",
                        "main.go -import-> cart/cart.go",
                        "main.main -call-> cart.Cart",
                        "main.main -call-> cart.Cart.Total",
                        "main.main -call-> standard/fmt",
                        "main.main -call-> go/github.com/pkg/errors");
    }

    @Test
    void rustFollowsModulesAndCrates() throws InterruptedException {
        Linked shop = Linked.of("Cargo.toml", "[package]\nname = \"shop\"\n\n[dependencies]\nserde = \"1\"\n")
                .and("src/main.rs", """
                        mod cart;
                        use crate::cart::Cart;
                        use serde::Serialize;

                        fn main() {
                            let cart = Cart::new();
                            cart.total();
                        }
                        """)
                .and("src/cart.rs", """
                        pub struct Cart {}

                        impl Cart {
                            pub fn new() -> Cart { Cart {} }
                            pub fn total(&self) -> u32 { super::tax() }
                        }
                        """);

        assertThat(shop.references())
                .contains(
                        "src/main.rs -import-> src/cart.rs",
                        "src/main.rs -import-> cargo/serde",
                        "main -call-> cart::Cart::new",
                        "main -call-> cart::Cart::total");
    }

    @Test
    void rubyFindsConstantsAnywhereAndMembersThroughSuperclasses() throws InterruptedException {
        Linked shop = Linked.of("lib/shop/cart.rb", """
                        require_relative "base"

                        module Shop
                          class Cart < Base
                            def total
                              check(1)
                            end
                          end
                        end
                        """)
                .and("lib/shop/base.rb", "module Shop\n  class Base\n    def check(n)\n    end\n  end\nend\n");

        assertThat(shop.references())
                .contains(
                        "lib/shop/cart.rb -import-> lib/shop/base.rb",
                        "Shop::Cart -extends-> Shop::Base",
                        "Shop::Cart::total -call-> Shop::Base::check");
    }
}
