package dev.caffeinecode.code.mentions;

import dev.caffeinecode.code.Language;
import dev.caffeinecode.code.symbols.SymbolReader;
import dev.caffeinecode.code.symbols.SymbolReading;
import dev.caffeinecode.code.symbols.WalkLimits;
import dev.caffeinecode.code.treesitter.SyntaxParser;
import dev.caffeinecode.code.treesitter.SyntaxTree;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.TreeMap;

/** Reads sources in tests and writes what they say about others as text that a person can check. */
final class ShownMentions {
    private ShownMentions() {}

    static String text(Language language, String path, String source) {
        byte[] utf8 = source.getBytes(StandardCharsets.UTF_8);
        try (SyntaxParser parser = new SyntaxParser()) {
            SyntaxTree tree = SymbolReader.parse(
                            parser, SymbolReader.grammar(language).orElseThrow(), utf8, Duration.ofSeconds(20))
                    .orElseThrow();
            SymbolReading symbols = SymbolReader.read(tree, language, path, WalkLimits.DEFAULT);
            return text(symbols, MentionReader.read(tree, language, path, symbols.spans(), MentionLimits.DEFAULT));
        }
    }

    /** One line each: imports, then by symbol what it holds or returns and what it mentions. */
    private static String text(SymbolReading symbols, FileMentions mentions) {
        StringBuilder text = new StringBuilder();
        for (Import each : mentions.imports()) {
            text.append("%d import %s | %s | %s%s%n"
                    .formatted(
                            each.line(), each.module(), each.name(), each.alias(), each.exported() ? " exported" : ""));
        }
        new TreeMap<>(mentions.types())
                .forEach((ordinal, type) -> text.append("%s is %s%n"
                        .formatted(symbols.symbols().get(ordinal).name().simple(), shown(type))));
        for (Mention each : mentions.mentions()) {
            String from = each.from() < 0
                    ? "file"
                    : symbols.symbols().get(each.from()).name().simple();
            String receiver = each.receiver().isEmpty() ? "" : shown(each.receiver()) + " . ";
            String arguments = each.arguments() < 0 ? "" : "(" + each.arguments() + ")";
            text.append("%d %s %s %s%s%s%n"
                    .formatted(each.line(), from, each.kind().label(), receiver, each.name(), arguments));
        }
        return text.toString();
    }

    private static String shown(String receiver) {
        return receiver.replace(String.valueOf(Receivers.DOT), " . ");
    }
}
