package dev.caffeinecode.code;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/** Source files among the resources of the tests. */
public final class Samples {
    /** Files that refer to things in every way that their languages have: {@code mentions/order.c}. */
    public static List<String> mentions() {
        return List.of(
                "Order.cs",
                "Order.java",
                "Order.kt",
                "Order.php",
                "Order.scala",
                "Order.swift",
                "OrderPage.tsx",
                "order.c",
                "order.cpp",
                "order.go",
                "order.js",
                "order.py",
                "order.rb",
                "order.rs",
                "order.sh",
                "order.ts");
    }

    private Samples() {}

    /** Returns fewer than so many pieces, some several times, in a row. */
    public static String mixed(List<String> pieces, int most, Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(most); i > 0; i--) {
            text.append(pieces.get(random.nextInt(pieces.size())));
        }
        return text.toString();
    }

    /** Returns the text of a resource: {@code symbols/shop.c}. */
    public static String text(String name) throws IOException {
        try (InputStream stream = Samples.class.getResourceAsStream("/" + name)) {
            return new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Returns a text in which one to five places were deleted, doubled or struck by punctuation. */
    public static String mutilated(String source, Random random) {
        StringBuilder text = new StringBuilder(source);
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            int from = random.nextInt(text.length());
            int to = Math.min(text.length(), from + random.nextInt(40));
            switch (random.nextInt(3)) {
                case 0 -> text.delete(from, to);
                case 1 -> text.insert(from, text.substring(from, to));
                default -> text.insert(from, "{}()[]<>\"'`:;.,#@".charAt(random.nextInt(17)));
            }
        }
        return text.toString();
    }
}
