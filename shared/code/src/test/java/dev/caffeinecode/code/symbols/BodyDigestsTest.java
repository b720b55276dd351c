package dev.caffeinecode.code.symbols;

import dev.caffeinecode.code.Language;
import dev.caffeinecode.code.Symbol;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class BodyDigestsTest {
    private static final String SOURCE = """
            package a;

            /** Sells. */
            @Old
            public class Shop extends Base {
                static final int[] TABLE = {1, 2, 3};

                /** Opens. */
                void open(int hour) {
                    if (hour > 8) {
                        start();
                    }
                }

                void close() {
                    stop();
                }

                abstract int count();
            }
            """;

    @Test
    void placeAndIndentationDoNotCount() {
        assertThat(changed("package a;\n", "package a;\n\nimport b.C;\n\n")).isEmpty();
        assertThat(digests(SOURCE.replace("\n", "\r\n"))).isEqualTo(digests(SOURCE));
        assertThat(digests(SOURCE.indent(3).replace("\n", "  \n"))).isEqualTo(digests(SOURCE));
        assertThat(changed("start();\n", "start();\n\n\n")).isEmpty();
    }

    @Test
    void bodyIsThatOfTheInnermostSymbol() {
        assertThat(changed("stop();", "stop(1);")).containsExactly("close");
        assertThat(changed("start();", "start();\n  start();")).containsExactly("open");
    }

    @Test
    void attributesCountAndSignaturesDoNot() {
        assertThat(changed("@Old", "@New")).containsExactly("Shop");
        assertThat(changed("open(int hour)", "open(long hour)")).isEmpty();
        assertThat(changed("extends Base", "extends Other")).isEmpty();
        assertThat(changed("int count()", "long count()")).isEmpty();
    }

    @Test
    void docstringsDoNotCount() {
        assertThat(changed("Opens.", "Opens\n     * the shop.")).isEmpty();
        assertThat(changed("    /** Opens. */\n", "")).isEmpty();
        assertThat(changedPython("Adds.", "Adds\n    both.")).isEmpty();
    }

    @Test
    void memberMoreOrLessDoesNotChangeAType() {
        assertThat(changed("    void close() {\n        stop();\n    }\n\n", ""))
                .isEmpty();
        assertThat(changed("    abstract int", "    int more;\n\n    abstract int"))
                .isEmpty();
    }

    @Test
    void indentationWithinABodyCounts() {
        assertThat(changedPython("        b()", "    b()")).containsExactly("f");
        assertThat(changedPython("a()", "a( )")).containsExactly("f");
    }

    @Test
    void valueThatTheSignatureLeavesOutCounts() {
        String longer = SOURCE.replace("{1, 2, 3}", "{" + "1_000_000, ".repeat(30) + "2}");
        Map<String, Long> before = digests(longer);

        assertThat(digests(longer.replace("2}", "3}")).get("TABLE")).isNotEqualTo(before.get("TABLE"));
    }

    @Test
    void whatIsAllSignatureHasNone() {
        assertThat(digests(SOURCE).get("count")).isZero();
        assertThat(digests(SOURCE).get("close")).isNotZero();
    }

    private static List<String> changed(String from, String to) {
        assertThat(SOURCE).contains(from);
        return changes(digests(SOURCE), digests(SOURCE.replace(from, to)));
    }

    private static List<String> changedPython(String from, String to) {
        String source = "def f(x):\n    \"\"\"Adds.\"\"\"\n    for y in x:\n        a()\n        b()\n";
        assertThat(source).contains(from);
        return changes(digests(Language.PYTHON, source), digests(Language.PYTHON, source.replace(from, to)));
    }

    private static List<String> changes(Map<String, Long> before, Map<String, Long> after) {
        List<String> changes = new ArrayList<>();
        before.forEach((name, digest) -> {
            if (after.containsKey(name) && !digest.equals(after.get(name))) {
                changes.add(name);
            }
        });
        return changes;
    }

    private static Map<String, Long> digests(String source) {
        return digests(Language.JAVA, source);
    }

    private static Map<String, Long> digests(Language language, String source) {
        Map<String, Long> digests = new LinkedHashMap<>();
        for (Symbol symbol : Shown.read(language, "a/Shop.java", source).symbols()) {
            digests.put(symbol.name().simple(), symbol.digest());
        }
        return digests;
    }
}
