package dev.caffeinecode.code.facts;

import dev.caffeinecode.code.ManifestKind;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code go.mod} (go.dev/ref/mod). */
final class GoFacts {
    private static final Pattern MODULE = Pattern.compile("^module\\s+\"?([^\\s\"]+)", Pattern.MULTILINE);
    private static final Pattern REQUIRE = Pattern.compile("^(?:\\s+|require\\s+)([^\\s()]+)\\s+v\\S+(.*)$");

    private GoFacts() {}

    static Facts read(FactFile file) {
        for (String line : file.lines()) {
            Matcher require = REQUIRE.matcher(line);
            if (require.matches() && !Match.group(require, 2).contains("// indirect")) {
                file.dependency(Match.group(require, 1));
            }
        }
        return file.manifest(ManifestKind.GO, Match.first(MODULE, file.text()).orElse(null), null, null, null);
    }
}
