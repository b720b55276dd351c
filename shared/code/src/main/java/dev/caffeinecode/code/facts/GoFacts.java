package dev.caffeinecode.code.facts;

import dev.caffeinecode.code.DependencyScope;
import dev.caffeinecode.code.ManifestKind;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code go.mod} (go.dev/ref/mod). It pins versions itself: what it asks for is what is used, or newer. */
final class GoFacts {
    private static final Pattern MODULE = Pattern.compile("^module\\s+\"?([^\\s\"]+)", Pattern.MULTILINE);
    private static final Pattern REQUIRE = Pattern.compile("^(?:\\s+|require\\s+)([^\\s()]+)\\s+(v\\S+)(.*)$");

    private GoFacts() {}

    static Facts read(FactFile file) {
        List<String> lines = file.lines();
        for (int i = 0; i < lines.size(); i++) {
            Matcher require = REQUIRE.matcher(lines.get(i));
            if (require.matches() && !Match.group(require, 3).contains("// indirect")) {
                file.dependency(Match.group(require, 1), Match.group(require, 2), DependencyScope.RUNTIME, i + 1);
            }
        }
        return file.manifest(ManifestKind.GO, Match.first(MODULE, file.text()).orElse(null), null, null, null);
    }
}
