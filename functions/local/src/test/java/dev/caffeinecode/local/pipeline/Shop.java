package dev.caffeinecode.local.pipeline;

import dev.caffeinecode.testing.GitFixture;

import java.nio.file.Path;

/** A small repository with a README, a build, a workflow, code in two languages and tests. */
final class Shop {
    private Shop() {}

    static GitFixture create(Path directory) {
        GitFixture git = GitFixture.create(directory)
                .file("README.md", """
                        # Shop

                        Sells things to people.

                        ## Usage

                        Start it with `python -m shop`.
                        """)
                .file("pyproject.toml", """
                        [project]
                        name = "shop"
                        version = "1.0"
                        dependencies = ["requests"]
                        """)
                .file("shop/__init__.py", "\"\"\"Sells things.\"\"\"\n")
                .file("shop/cart.py", """
                        class Cart:
                            \"""What a customer means to buy.\"""

                            def add(self, line):
                                \"""Adds a line.\"""
                                return line


                        def checkout(cart):
                            \"""Pays for a cart.\"""
                            return None
                        """)
                .file("shop/prices.py", """
                        LIMIT = 100


                        def price(cents):
                            \"""Says a price in words.\"""
                            return str(cents)
                        """)
                .file("tests/test_cart.py", "def test_add():\n    assert True\n")
                .file("web/app.ts", """
                        /** Draws the shop. */
                        export function draw(root: Element): void {}

                        /** What is drawn. */
                        export interface Scene { title: string }
                        """);
        git.commit("Sell things");
        return git;
    }
}
