package dev.caffeinecode.local.cli;

import dev.caffeinecode.local.json.Json;
import io.micronaut.json.tree.JsonNode;

import java.nio.file.Path;
import java.util.Locale;

/** What a person learns when the wiki is there. */
final class Summary {
    private Summary() {}

    static String of(Path folder, JsonNode run, double seconds) {
        StringBuilder text = new StringBuilder();
        line(text, "Wiki", folder.resolve("README.md").toString());
        line(text, "Outcome", outcome(run));
        line(text, "Pages", pages(run));
        line(text, "Citations", citations(run));
        if (Json.number(run, "pages", "written") > 0) {
            line(text, "Checks", checks(run));
        }
        line(text, "Time", String.format(Locale.ROOT, "%.1f s", seconds));
        line(text, "Cost", cost(run));
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(String.format(Locale.ROOT, "%-10s %s%n", name, value));
    }

    private static String outcome(JsonNode run) {
        String outcome = Json.text(run, "outcome");
        if (!outcome.equals("partial")) {
            return outcome;
        }
        StringBuilder text = new StringBuilder(outcome);
        if (!Json.text(run, "provider").equals("outline")) {
            append(text, Json.number(run, "pages", "outlined"), " outlined because the model could not write them");
        }
        append(text, Json.number(run, "pages", "failed"), " without a text");
        return text.toString();
    }

    private static String pages(JsonNode run) {
        StringBuilder text = new StringBuilder();
        text.append(Json.number(run, "pages", "planned"));
        append(text, Json.number(run, "pages", "written"), " written");
        append(text, Json.number(run, "pages", "outlined"), " outlined");
        append(text, Json.number(run, "pages", "reused"), " reused");
        append(text, Json.number(run, "pages", "failed"), " failed");
        return text.toString();
    }

    private static void append(StringBuilder text, long count, String what) {
        if (count > 0) {
            text.append(", ").append(count).append(what);
        }
    }

    private static String citations(JsonNode run) {
        StringBuilder text =
                new StringBuilder(String.format(Locale.ROOT, "%,d checked", Json.number(run, "citations", "resolved")));
        append(text, Json.number(run, "citations", "removed"), " removed because nothing is there");
        return text.toString();
    }

    private static String budget(JsonNode run) {
        return Json.find(run, "spent", "budgetMicros")
                .filter(JsonNode::isNumber)
                .map(micros -> String.format(Locale.ROOT, " of $%.4f", micros.getLongValue() / 1_000_000.0))
                .orElse("");
    }

    private static String checks(JsonNode run) {
        long supported = Json.number(run, "quality", "supported");
        long undecided = Json.number(run, "quality", "undecided");
        long unsupported = Json.number(run, "quality", "unsupported");
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%,d names found in the code, %,d of %,d sentences borne out by the lines they cite",
                Json.number(run, "quality", "identifiersResolved"),
                supported,
                supported + undecided + unsupported));
        append(text, unsupported, " marked");
        append(text, Json.number(run, "quality", "repaired"), " mistakes mended");
        append(text, Json.number(run, "quality", "cut"), " statements cut");
        return text.toString();
    }

    private static String cost(JsonNode run) {
        long in = Json.number(run, "spent", "tokensIn");
        long outTokens = Json.number(run, "spent", "tokensOut");
        if (in + outTokens == 0) {
            return "nothing (no model was asked)";
        }
        return String.format(
                Locale.ROOT,
                "$%.4f%s for %,d tokens in, %,d out (%s/%s)",
                Json.number(run, "spent", "costMicros") / 1_000_000.0,
                budget(run),
                in,
                outTokens,
                Json.text(run, "provider"),
                Json.text(run, "model"));
    }
}
