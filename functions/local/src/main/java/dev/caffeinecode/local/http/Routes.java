package dev.caffeinecode.local.http;

import dev.caffeinecode.local.lambda.LocalFunction;
import dev.caffeinecode.local.template.SamTemplate.Route;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which function a request goes to; a fixed segment goes before a variable one, as in API Gateway. */
final class Routes {
    private final List<Entry> entries = new ArrayList<>();

    private record Entry(Route route, List<String> segments, LocalFunction function) {}

    /**
     * Where a request goes.
     *
     * @param path of the route, with variables in braces
     * @param variables values of those
     */
    record Match(String path, Map<String, String> variables, LocalFunction function) {}

    Routes(List<LocalFunction> functions) {
        for (LocalFunction function : functions) {
            for (Route route : function.function().routes()) {
                entries.add(new Entry(route, List.of(route.path().split("/", -1)), function));
            }
        }
        entries.sort(
                Comparator.comparingInt((Entry entry) -> entry.route().path().split("\\{", -1).length));
    }

    Optional<Match> find(String method, String path) {
        return entries.stream()
                .filter(entry -> entry.route().method().equals(method))
                .flatMap(entry -> match(entry, path).stream())
                .findFirst();
    }

    /** Whether there is something for another method. */
    boolean knows(String path) {
        return entries.stream().anyMatch(entry -> match(entry, path).isPresent());
    }

    private static Optional<Match> match(Entry entry, String path) {
        String[] segments = path.split("/", -1);
        if (segments.length != entry.segments().size()) {
            return Optional.empty();
        }
        Map<String, String> variables = new LinkedHashMap<>();
        for (int i = 0; i < segments.length; i++) {
            String expected = entry.segments().get(i);
            if (expected.startsWith("{")) {
                if (segments[i].isEmpty()) {
                    return Optional.empty();
                }
                variables.put(expected.substring(1, expected.length() - 1), segments[i]);
            } else if (!expected.equals(segments[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(new Match(entry.route().path(), variables, entry.function()));
    }
}
