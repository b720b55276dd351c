package dev.caffeinecode.ai;

import jakarta.inject.Singleton;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What tokens cost: the table in {@code prices.csv}, the only place that holds a price. */
@Singleton
public class Prices {
    private final List<Price> table;

    public Prices() {
        this.table = read();
    }

    /** Prices of models whose name holds {@code pattern}, in micro-dollars per thousand tokens. */
    private record Price(String provider, String pattern, long input, long output, long cacheRead, long cacheWrite) {
        static Price parse(String line) {
            String[] fields = line.split(",");
            return new Price(
                    fields[0],
                    fields[1],
                    perThousand(fields[2]),
                    perThousand(fields[3]),
                    perThousand(fields[4]),
                    perThousand(fields[5]));
        }

        /** From dollars per million tokens. */
        private static long perThousand(String dollars) {
            return Math.round(Double.parseDouble(dollars.strip()) * 1_000);
        }

        boolean covers(ModelId model) {
            return provider.equals(model.provider().label()) && model.name().contains(pattern);
        }

        long of(TokenUsage usage) {
            long nanos = usage.input() * input
                    + usage.output() * output
                    + usage.cacheRead() * cacheRead
                    + usage.cacheWrite() * cacheWrite;
            return Math.ceilDiv(nanos, 1_000);
        }
    }

    /** Micro-dollars, rounded up; empty when the table has no price for the model. */
    public Optional<Long> cost(ModelId model, TokenUsage usage) {
        return switch (model.provider()) {
            case OUTLINE, OLLAMA -> Optional.of(0L);
            case BEDROCK, ANTHROPIC ->
                table.stream().filter(price -> price.covers(model)).findFirst().map(price -> price.of(usage));
        };
    }

    /**
     * What a call may cost at most: nothing of its prompt is in a cache, all of it is written to one.
     *
     * @return micro-dollars; empty when the table has no price for the model
     */
    public Optional<Long> atMost(ModelId model, long inputTokens, long outputTokens) {
        Optional<Long> plain = cost(model, new TokenUsage(inputTokens, outputTokens, 0, 0));
        return plain.flatMap(asInput -> cost(model, new TokenUsage(0, outputTokens, 0, inputTokens))
                .map(asWrite -> Math.max(asInput, asWrite)));
    }

    private static List<Price> read() {
        try (InputStream file = Prices.class.getResourceAsStream("prices.csv");
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Price::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
