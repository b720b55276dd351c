package dev.caffeinecode.local.cli;

import dev.caffeinecode.local.json.Json;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

class SummaryTest {
    private static String summary(String provider, String outcome, int outlined, int failed) throws IOException {
        String run = """
                {"provider": "%s", "model": "m", "outcome": "%s",
                 "pages": {"planned": 9, "written": 3, "outlined": %d, "reused": 0, "failed": %d},
                 "citations": {"resolved": 1, "removed": 0},
                 "quality": {"identifiersResolved": 1200, "supported": 7, "unsupported": 1, "undecided": 2, "repaired": 4,
                     "cut": 3}, "spent": {"tokensIn": 0, "tokensOut": 0, "costMicros": 0}}
                """.formatted(provider, outcome, outlined, failed);
        return Summary.of(Path.of("wiki"), Json.read(run.getBytes(StandardCharsets.UTF_8)), 1);
    }

    @Test
    void saysWhatOfTheBudgetIsSpent() throws IOException {
        String run = """
                {"provider": "bedrock", "model": "m", "outcome": "complete", "pages": {}, "citations": {},
                 "spent": {"tokensIn": 2000, "tokensOut": 10, "costMicros": 4100, "budgetMicros": 2500000}}
                """;

        assertThat(Summary.of(Path.of("wiki"), Json.read(run.getBytes(StandardCharsets.UTF_8)), 1)
                        .lines())
                .anySatisfy(line -> assertThat(line).contains("$0.0041 of $2.5000 for 2,000 tokens in, 10 out"));
    }

    @Test
    void saysHowTheRunCameOut() throws IOException {
        assertThat(summary("bedrock", "complete", 0, 0).lines()).contains("Outcome    complete");
        assertThat(summary("outline", "partial", 8, 1).lines()).contains("Outcome    partial, 1 without a text");
        assertThat(summary("bedrock", "partial", 2, 1).lines())
                .contains("Outcome    partial, 2 outlined because the model could not write them, 1 without a text");
    }

    @Test
    void saysWhatTheChecksCameTo() throws IOException {
        assertThat(summary("bedrock", "complete", 0, 0).lines())
                .contains(
                        "Checks     1,200 names found in the code, 7 of 10 sentences borne out by the lines they cite, 1 marked,"
                                + " 4 mistakes mended, 3 statements cut");
    }
}
