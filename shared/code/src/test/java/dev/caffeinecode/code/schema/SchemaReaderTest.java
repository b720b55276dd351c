package dev.caffeinecode.code.schema;

import dev.caffeinecode.code.Docstring;
import dev.caffeinecode.code.Language;
import dev.caffeinecode.code.Symbol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
class SchemaReaderTest {
    @Test
    void sql() {
        assertThat(shown(Language.SQL, """
                -- What people buy.
                -- One row each.
                CREATE TABLE IF NOT EXISTS shop."cart" (
                  id int, -- create table no (
                  note text DEFAULT 'it''s; create table no2'
                );
                /* create table no3 (id int); */

                create or replace function total(c int, d int) returns int as $body$
                  create table no4 (id int);
                $body$ language sql;
                CREATE MATERIALIZED VIEW v AS SELECT 1
                """))
                .containsExactly(
                        "3-6 struct shop.cart | CREATE TABLE IF NOT EXISTS shop.\"cart\" | What people buy. One row each.",
                        "9-11 function total | create or replace function total(c int, d int)",
                        "12-12 struct v | CREATE MATERIALIZED VIEW v");
    }

    @Test
    void hcl() {
        assertThat(shown(Language.HCL, """
                # Where logs go.
                resource "aws_s3_bucket" "logs" {
                  bucket = "a-${var.name}"
                  rule { x = "}" }
                  text = <<-EOT
                    resource "no" "no" {
                  EOT
                }
                variable "name" { type = string } // not about what follows
                module "net" {
                  source = "./net"
                }
                data "aws_region" "here" {}
                output "url" { value = 1 }
                """))
                .containsExactly(
                        "2-8 object aws_s3_bucket.logs | resource \"aws_s3_bucket\" \"logs\" | Where logs go.",
                        "9-9 variable var.name | variable \"name\"",
                        "10-12 object module.net | module \"net\"",
                        "13-13 object data.aws_region.here | data \"aws_region\" \"here\"",
                        "14-14 constant output.url | output \"url\"");
    }

    @Test
    void protocolBuffers() {
        assertThat(shown(Language.PROTOBUF, """
                syntax = "proto3";
                package shop.v1;
                option java_package = "com.acme";
                // A cart.
                message Cart {
                  repeated Item items = 1 [deprecated = true]; // what is in it
                  oneof payment { string card = 2; }
                  message Item { string name = 1; }
                  reserved 4;
                }
                enum State {
                  OPEN = 0;
                }
                service Shop {
                  /** Adds one. */
                  rpc Add(Cart.Item) returns (stream Cart) {
                    option (google.api.http) = { post: "/v1" };
                  }
                  rpc Get(Cart) returns (Cart);
                }
                """))
                .containsExactly(
                        "5-10 struct shop.v1.Cart | message Cart | A cart.",
                        "6-6 field shop.v1.Cart.items | repeated Item items = 1 [deprecated = true]",
                        "7-7 field shop.v1.Cart.card | string card = 2",
                        "8-8 struct shop.v1.Cart.Item | message Item",
                        "8-8 field shop.v1.Cart.Item.name | string name = 1",
                        "11-13 enum shop.v1.State | enum State",
                        "12-12 enum-member shop.v1.State.OPEN | OPEN = 0",
                        "14-20 interface shop.v1.Shop | service Shop",
                        "16-18 method shop.v1.Shop.Add | rpc Add(Cart.Item) returns (stream Cart) | Adds one.",
                        "19-19 method shop.v1.Shop.Get | rpc Get(Cart) returns (Cart)");
    }

    @Test
    void graphql() {
        assertThat(shown(Language.GRAPHQL, """
                schema { query: Query }
                \"""
                A cart.
                \"""
                type Cart implements Node @key(fields: "id") {
                  "Its items."
                  items(first: Int = 10,
                        after: String): [Item!]!
                  id: ID!
                }
                enum State { OPEN CLOSED @deprecated }
                union Thing = Cart | Item
                scalar Date
                extend type Query { cart: Cart }
                query GetCart($id: ID!) {
                  cart(id: $id) { id }
                }
                """))
                .containsExactly(
                        "5-10 struct Cart | type Cart implements Node @key(fields: \"id\") | A cart.",
                        "7-8 field Cart.items | items(first: Int = 10, after: String): [Item!]! | Its items.",
                        "9-9 field Cart.id | id: ID!",
                        "11-11 enum State | enum State",
                        "11-11 enum-member State.OPEN | OPEN",
                        "11-11 enum-member State.CLOSED | CLOSED @deprecated",
                        "12-12 union Thing | union Thing = Cart | Item",
                        "13-13 type-alias Date | scalar Date",
                        "14-14 struct Query | type Query",
                        "14-14 field Query.cart | cart: Cart",
                        "15-17 function GetCart | query GetCart($id: ID!)");
    }

    @Test
    void digestsTellBodiesApartAndNotWhereTheyStand() {
        Symbol one = SchemaReader.read(Language.SQL, "a.sql", "create table a (id int);")
                .getFirst();
        Symbol moved = SchemaReader.read(Language.SQL, "b.sql", "\n\ncreate table a\n (id\n int);")
                .getFirst();
        Symbol other = SchemaReader.read(Language.SQL, "a.sql", "create table a (id text);")
                .getFirst();

        assertThat(moved.digest()).isEqualTo(one.digest()).isNotEqualTo(other.digest());
    }

    @ParameterizedTest
    @EnumSource(
            value = Language.class,
            names = {"SQL", "HCL", "PROTOBUF", "GRAPHQL"})
    void nothingIsTooOddToBeRead(Language language) {
        Random random = new Random(5);
        List<String> pieces = List.of(
                "{",
                "}",
                "(",
                ")",
                "\"",
                "'",
                "\\",
                "\n",
                " ",
                ";",
                "=",
                ".",
                "$$",
                "$a$",
                "<<A\n",
                "A\n",
                "/*",
                "*/",
                "--",
                "#",
                "//",
                "create table a",
                "message a {",
                "oneof a {",
                "rpc a(",
                "resource \"a\" \"b\" {",
                "type a {",
                "query a",
                "begin",
                "end",
                "case",
                "\"\"\"",
                "\u4e2d",
                "\ud83d\ude00",
                "package a",
                "enum a {",
                "a = 1;");
        for (int round = 0; round < 300; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(100); i > 0; i--) {
                text.append(pieces.get(random.nextInt(pieces.size()))).append(' ');
            }
            assertThat(SchemaReader.read(language, "a", text.toString())).isNotNull();
        }
        for (String piece : pieces) {
            assertThat(SchemaReader.read(language, "a", (piece + " ").repeat(30_000)))
                    .isNotNull();
            assertThat(SchemaReader.read(language, "a", (piece + "\n").repeat(30_000)))
                    .isNotNull();
        }
    }

    private static List<String> shown(Language language, String text) {
        return SchemaReader.read(language, "a", text).stream()
                .map(SchemaReaderTest::shown)
                .toList();
    }

    private static String shown(Symbol symbol) {
        Docstring doc = symbol.docstring();
        return symbol.lines().first() + "-" + symbol.lines().last() + " "
                + symbol.kind().label() + " "
                + symbol.name().qualified() + " | " + symbol.signature()
                + (doc == null ? "" : " | " + doc.text().replaceAll("\\s+", " "));
    }
}
