package dev.caffeinecode.code.diff;

import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.Indexed;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

import static org.assertj.core.api.Assertions.assertThat;

class GraphDiffTest {
    private static final String SHOP = """
            package a;

            /** Sells. */
            class Shop {
                private int total;

                /** Opens. */
                void open(int hour) {
                    start(hour);
                }

                void close() {
                    stop();
                }
            }
            """;

    private final Map<String, String> before = new TreeMap<>(Map.of("a/Shop.java", SHOP));
    private final Map<String, String> after = new TreeMap<>(before);

    @Test
    void sameCommitHasNoChanges() {
        assertThat(diff().isEmpty()).isTrue();
    }

    @Test
    void filesComeAndGo() {
        before.put("old.txt", "old\n");
        after.put("new.txt", "new\n");
        after.put("a/Shop.java", SHOP + "\n");

        assertThat(shown()).containsExactly("changed a/Shop.java", "added new.txt", "removed old.txt");
    }

    @Test
    void aspectsAreToldApart() {
        after.put(
                "a/Shop.java",
                SHOP.replace("int hour", "long hour")
                        .replace("stop();", "stop(1);")
                        .replace("Sells.", "Buys.")
                        .replace("int total;", "int total;\n\n    int count;"));

        assertThat(shown())
                .containsExactly(
                        "changed a/Shop.java",
                        "a.Shop [DOCSTRING]",
                        "+a.Shop.count",
                        "a.Shop.open [SIGNATURE]",
                        "a.Shop.close [BODY]");
    }

    @Test
    void symbolThatOnlyStandsElsewhereInItsFileDoesNotChange() {
        after.put("a/Shop.java", SHOP.replace("package a;", "package a;\n\n// more\n"));

        assertThat(shown()).containsExactly("changed a/Shop.java");
    }

    @Test
    void methodMovesToAnotherFile() {
        String close = "    void close() {\n        stop();\n    }\n";
        after.put("a/Shop.java", SHOP.replace(close, ""));
        after.put("a/Door.java", "package a;\n\nclass Door {\n" + close + "}\n");

        assertThat(shown())
                .containsExactly(
                        "added a/Door.java", "changed a/Shop.java", "+a.Door", "a.Door.close was a.Shop.close [PLACE]");
    }

    @Test
    void methodMovesToAnotherTypeOfItsFile() {
        String close = "    void close() {\n        stop();\n    }\n";
        after.put("a/Shop.java", SHOP.replace(close, "") + "\nclass Door {\n" + close + "}\n");

        assertThat(shown()).containsExactly("changed a/Shop.java", "+a.Door", "a.Door.close was a.Shop.close [PLACE]");
    }

    @Test
    void methodIsRenamed() {
        after.put("a/Shop.java", SHOP.replace("close()", "shut()"));

        assertThat(shown()).containsExactly("changed a/Shop.java", "a.Shop.shut was a.Shop.close [NAME]");
    }

    @Test
    void overloadsAreMatchedByWhatTheyAre() {
        String methods =
                "    void open() {\n        start(9);\n    }\n\n    void open(String at) {\n        parse(at);\n    }\n";
        before.put("a/Shop.java", SHOP.replace("    void close", methods + "\n    void close"));
        after.put(
                "a/Shop.java",
                SHOP.replace("    void close", methods.replace("start(9)", "start(8)") + "\n    void close")
                        .replace("/** Opens. */\n    void open(int hour) {\n        start(hour);\n    }\n", ""));

        assertThat(shown()).containsExactly("changed a/Shop.java", "-a.Shop.open", "a.Shop.open [BODY]");
    }

    @Test
    void fileWithTheSameContentIsRenamed() {
        after.remove("a/Shop.java");
        after.put("b/Shop.java", SHOP);
        after.put("b/Other.java", SHOP);

        assertThat(shown())
                .contains("renamed a/Shop.java to b/Shop.java 1.0", "added b/Other.java")
                .noneMatch(line -> line.contains("PLACE"));
    }

    @Test
    void fileThatDefinesMuchTheSameIsRenamed() {
        after.remove("a/Shop.java");
        after.put("a/Store.java", SHOP.replace("class Shop", "class Store").replace("stop();", "stop(1);"));

        List<String> shown = shown();

        assertThat(shown.getFirst()).startsWith("renamed a/Shop.java to a/Store.java 0.6");
        assertThat(shown.subList(1, shown.size()))
                .containsExactly("a.Store was a.Shop [NAME]", "a.Store.close was a.Shop.close [BODY]");
    }

    @Test
    void otherFilesAreNotRenamed() {
        after.remove("a/Shop.java");
        after.put("a/Door.java", "package a;\n\nclass Door {\n    void open(int hour) {\n        turn();\n    }\n}\n");

        assertThat(shown()).contains("removed a/Shop.java", "added a/Door.java");
    }

    @Test
    void bestRenamesAreTakenFirst() {
        String other = SHOP.replace("stop();", "stop(2);");
        before.put("b/Shop.java", other);
        after.clear();
        after.put("c/One.java", other.replace("package a;", "package a; // moved"));
        after.put("c/Two.java", SHOP.replace("package a;", "package a; // moved"));

        assertThat(shown()).contains("renamed a/Shop.java to c/Two.java 1.0", "renamed b/Shop.java to c/One.java 1.0");
    }

    @Test
    void changesLeadFromOneGraphToTheOther() {
        Random random = new Random(13);
        for (int round = 0; round < 15; round++) {
            Map<String, String> one = random(random);
            Map<String, String> two = random(random);
            CodeGraph first = Indexed.graph(one);
            CodeGraph second = Indexed.graph(two);
            GraphDiff diff = GraphDiff.between(first, second);

            TreeSet<String> paths = new TreeSet<>(one.keySet());
            for (FileChange change : diff.files()) {
                switch (change) {
                    case FileChange.Added added ->
                        assertThat(paths.add(added.path())).isTrue();
                    case FileChange.Removed removed ->
                        assertThat(paths.remove(removed.path())).isTrue();
                    case FileChange.Renamed renamed ->
                        assertThat(paths.remove(renamed.before())).isTrue();
                    case FileChange.Changed changed -> assertThat(paths).contains(changed.path());
                }
            }
            for (FileChange change : diff.files()) {
                paths.add(
                        change instanceof FileChange.Removed
                                ? two.keySet().iterator().next()
                                : change.path());
            }
            assertThat(paths).isEqualTo(two.keySet());
            long gone = diff.symbols().stream()
                    .filter(SymbolChange.Removed.class::isInstance)
                    .count();
            long come = diff.symbols().stream()
                    .filter(SymbolChange.Added.class::isInstance)
                    .count();
            assertThat(first.symbols().count() - gone + come)
                    .isEqualTo(second.symbols().count());
            assertThat(diff).isEqualTo(GraphDiff.between(first, second));
            assertThat(GraphDiff.between(second, second).isEmpty()).isTrue();
        }
    }

    private static Map<String, String> random(Random random) {
        Map<String, String> files = new TreeMap<>();
        for (int file = 0; file < 8; file++) {
            if (random.nextInt(4) == 0) {
                continue;
            }
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(5); i >= 0; i--) {
                text.append("def f")
                        .append(random.nextInt(6))
                        .append("():\n    g(")
                        .append(random.nextInt(3))
                        .append(")\n\n");
            }
            files.put("m" + file + ".py", text.toString());
        }
        files.put("z.py", "z = 1\n");
        return files;
    }

    private GraphDiff diff() {
        return GraphDiff.between(Indexed.graph(before), Indexed.graph(after));
    }

    private List<String> shown() {
        List<String> shown = new ArrayList<>();
        GraphDiff diff = diff();
        for (FileChange change : diff.files()) {
            shown.add(
                    switch (change) {
                        case FileChange.Added added -> "added " + added.path();
                        case FileChange.Removed removed -> "removed " + removed.path();
                        case FileChange.Changed changed -> "changed " + changed.path();
                        case FileChange.Renamed renamed ->
                            "renamed " + renamed.before() + " to " + renamed.path() + " " + renamed.similarity();
                    });
        }
        for (SymbolChange change : diff.symbols()) {
            String name = change.symbol().name().qualified();
            shown.add(
                    switch (change) {
                        case SymbolChange.Added _ -> "+" + name;
                        case SymbolChange.Removed _ -> "-" + name;
                        case SymbolChange.Changed changed -> {
                            String was = changed.before().name().qualified();
                            yield name + (was.equals(name) ? "" : " was " + was) + " "
                                    + new TreeSet<>(changed.aspects());
                        }
                    });
        }
        return shown;
    }
}
