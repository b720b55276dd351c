package dev.caffeinecode.code.bench;

import dev.caffeinecode.code.Samples;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Well-formed files of every kind that is read, from which the soak makes others. */
final class SoakSeeds {
    /** What one reader or grammar has to read: paths in {@code soak/files.txt}, or else resources of other tests. */
    private static final String GROUPS = """
            Bash: mentions/order.sh symbols/shop.sh
            C: mentions/order.c symbols/shop.c symbols/shop.h
            C++: mentions/order.cpp symbols/shop.cpp
            C#: mentions/Order.cs symbols/Shop.cs
            Go: mentions/order.go symbols/shop.go server.go
            Java: mentions/Order.java symbols/Cart.java Server.java
            JavaScript: mentions/order.js symbols/shop.js server.js
            Kotlin: mentions/Order.kt symbols/Shop.kt
            PHP: mentions/Order.php symbols/Shop.php server.php
            Python: mentions/order.py symbols/shop.py server.py
            Ruby: mentions/order.rb symbols/shop.rb config/routes.rb
            Rust: mentions/order.rs symbols/lib.rs server.rs
            Scala: mentions/Order.scala symbols/Shop.scala
            Swift: mentions/Order.swift symbols/Shop.swift
            TSX: mentions/OrderPage.tsx symbols/App.tsx
            TypeScript: mentions/order.ts symbols/shop.ts
            SQL: db/schema.sql db/V2__stock.sql
            HCL: deploy/main.tf
            proto: proto/shop.proto
            GraphQL: proto/shop.graphql
            XML: pom.xml shop.csproj
            JSON: package.json composer.json package-lock.json
            YAML: openapi.yaml compose.yaml deploy/template.yaml deploy/service.yaml config/application.yml \
            .github/workflows/ci.yml
            manifests: pyproject.toml Cargo.toml go.mod build.gradle Gemfile Makefile Dockerfile .env.example README.md
            locks: Cargo.lock yarn.lock go.sum
            """;

    /**
     * A file to start from.
     *
     * @param path relative, {@code /}-separated
     */
    record Seed(String path, String text) {}

    private SoakSeeds() {}

    /** Returns the seeds of every group, by the group's name. */
    static Map<String, List<Seed>> read() throws IOException {
        Map<String, String> own = own();
        Map<String, List<Seed>> groups = new LinkedHashMap<>();
        for (String line : GROUPS.lines().toList()) {
            String[] parts = line.split(": ", 2);
            List<Seed> seeds = new ArrayList<>();
            for (String name : parts[1].split(" ")) {
                String text = own.get(name);
                seeds.add(
                        text != null
                                ? new Seed(name, text)
                                : new Seed(name.substring(name.indexOf('/') + 1), Samples.text(name)));
            }
            groups.put(parts[0], List.copyOf(seeds));
        }
        return groups;
    }

    /** Reads the files that stand in one, each after a line with its path. */
    private static Map<String, String> own() throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        for (String part : Samples.text("soak/files.txt").split("(?m)^==== ")) {
            int end = part.indexOf('\n');
            if (end > 0) {
                files.put(part.substring(0, end), part.substring(end + 1));
            }
        }
        return files;
    }
}
