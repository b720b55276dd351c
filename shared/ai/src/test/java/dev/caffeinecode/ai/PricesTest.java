package dev.caffeinecode.ai;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PricesTest {
    private static final TokenUsage MILLION_OF_EACH = new TokenUsage(1_000_000, 1_000_000, 1_000_000, 1_000_000);

    private final Prices prices = new Prices();

    @ParameterizedTest
    @CsvSource({
        "BEDROCK, eu.anthropic.claude-opus-5-5, 29400000",
        "BEDROCK, eu.anthropic.claude-sonnet-5-5, 14700000",
        "BEDROCK, anthropic.claude-sonnet-4-20250514-v1:0, 14700000",
        "BEDROCK, global.anthropic.claude-haiku-5-5, 735000",
        "ANTHROPIC, claude-sonnet-5-5, 14700000",
        "OLLAMA, qwen3-coder:30b, 0",
        "OUTLINE, outline, 0"
    })
    void pricesAreThoseOfTheTable(Provider provider, String name, long micros) {
        assertThat(prices.cost(new ModelId(provider, name), MILLION_OF_EACH)).contains(micros);
    }

    @Test
    void kindsOfTokensHaveTheirOwnPrices() {
        ModelId sonnet = new ModelId(Provider.BEDROCK, "eu.anthropic.claude-sonnet-5-5");

        assertThat(prices.cost(sonnet, new TokenUsage(1_000, 0, 0, 0))).contains(2_000L);
        assertThat(prices.cost(sonnet, new TokenUsage(0, 1_000, 0, 0))).contains(10_000L);
        assertThat(prices.cost(sonnet, new TokenUsage(0, 0, 1_000, 0))).contains(200L);
        assertThat(prices.cost(sonnet, new TokenUsage(0, 0, 0, 1_000))).contains(2_500L);
        assertThat(prices.cost(sonnet, TokenUsage.NONE)).contains(0L);
    }

    @Test
    void fractionOfAMicroDollarIsRoundedUp() {
        ModelId haiku = new ModelId(Provider.BEDROCK, "eu.anthropic.claude-haiku-5-5");

        assertThat(prices.cost(haiku, new TokenUsage(1, 0, 0, 0))).contains(1L);
        assertThat(prices.cost(haiku, new TokenUsage(11, 0, 0, 0))).contains(2L);
    }

    @Test
    void modelThatIsNotInTheTableHasNoPrice() {
        assertThat(prices.cost(new ModelId(Provider.BEDROCK, "amazon.nova-pro-v1:0"), MILLION_OF_EACH))
                .isEmpty();
    }

    @Test
    void usageOfSeveralCallsAddsUp() {
        TokenUsage sum = new TokenUsage(1, 2, 3, 4).plus(new TokenUsage(10, 20, 30, 40));

        assertThat(sum).isEqualTo(new TokenUsage(11, 22, 33, 44));
        assertThat(sum.totalInput()).isEqualTo(88);
    }
}
