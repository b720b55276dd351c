package dev.caffeinecode.local.cli;

import dev.caffeinecode.local.json.Json;
import dev.caffeinecode.platform.problem.ProblemException;
import io.micronaut.json.tree.JsonNode;

/** Answers of the API in words. */
final class Sentences {
    private Sentences() {}

    static String of(ProblemException problem) {
        String title = problem.code().title();
        String detail = problem.detail();
        return detail.equalsIgnoreCase(title) ? title : title + ": " + detail;
    }

    static String ofProblem(JsonNode problem) {
        String title = Json.text(problem, "title");
        String detail = Json.text(problem, "detail");
        return detail.isEmpty() || detail.equals(title) ? title : title + ": " + detail;
    }
}
