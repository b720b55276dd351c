package dev.caffeinecode.code.modules;

import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.ReferenceKind;
import dev.caffeinecode.code.SampleGraph;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

class CohesionTest {
    private static final ModuleBudget BUDGET = new ModuleBudget(10_000, 1_000);
    private static final int COMMUNITIES = 12;
    private static final int MEMBERS = 10;

    private final SampleGraph sample = new SampleGraph();

    @Test
    void filesOfAFolderThatIsTooLargeAreGroupedByWhatTheyReferTo() {
        for (String name : List.of("apple", "bread", "cheese", "dates", "egg", "fish")) {
            sample.file("src/" + name + ".py", 9_000);
        }
        tie("apple", "egg");
        tie("egg", "cheese");
        tie("bread", "fish");
        tie("fish", "dates");

        assertThat(owners(sample.build()))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "src/apple.py", "src#egg",
                        "src/cheese.py", "src#egg",
                        "src/egg.py", "src#egg",
                        "src/bread.py", "src#fish",
                        "src/dates.py", "src#fish",
                        "src/fish.py", "src#fish"));
    }

    @Test
    void oneCallIsNotEnough() {
        for (String name : List.of("apple", "bread", "cheese", "dates", "egg", "fish")) {
            sample.file("src/" + name + ".py", 9_000);
        }
        Map<String, String> before = owners(sample.build());
        sample.reference("src/apple.py", "src/fish.py", ReferenceKind.CALL);

        assertThat(owners(sample.build())).isEqualTo(before);
    }

    @Test
    void groupsAreNoLargerThanAModuleMayBe() {
        for (int i = 0; i < 30; i++) {
            sample.file("src/" + name(i) + ".py", 9_000);
            if (i > 0) {
                sample.reference("src/" + name(i) + ".py", "src/" + name(i - 1) + ".py", ReferenceKind.EXTENDS);
            }
        }

        assertThat(ModuleTree.of(sample.build(), BUDGET).root().all())
                .hasSizeGreaterThan(5)
                .allSatisfy(module -> assertThat(module.tokens()).isLessThanOrEqualTo(10_000));
    }

    @Test
    void fileWithNeighboursElsewhereStaysInItsFolder() {
        for (int i = 0; i < 8; i++) {
            sample.file("one/" + name(i) + ".py", 9_000).file("two/" + name(i + 50) + ".py", 9_000);
            sample.reference("one/" + name(0) + ".py", "two/" + name(i + 50) + ".py", ReferenceKind.EXTENDS);
        }

        assertThat(owners(sample.build()).get("one/" + name(0) + ".py")).startsWith("one");
    }

    @Test
    void testsBelongToWhatTheyReferToWherePathsDoNotTell() {
        sample.file("src/shop/cart.py", 30_000)
                .file("src/store/disk.py", 30_000)
                .file("src/store/log.py", 9_000)
                .file("tests/test_saving.py", 30_000)
                .file("tests/test_all.py", 30_000);
        sample.reference("tests/test_saving.py", "src/store/disk.py", ReferenceKind.CALL)
                .reference("tests/test_saving.py", "src/store/log.py", ReferenceKind.CALL)
                .reference("tests/test_saving.py", "src/shop/cart.py", ReferenceKind.VALUE)
                .reference("tests/test_all.py", "src/store/disk.py", ReferenceKind.CALL)
                .reference("tests/test_all.py", "src/shop/cart.py", ReferenceKind.CALL);

        Map<String, String> owners = owners(sample.build());

        assertThat(owners.get("tests/test_saving.py")).isEqualTo(owners.get("src/store/disk.py"));
        assertThat(owners.get("tests/test_all.py")).isEqualTo("tests");
    }

    @Test
    void communitiesAreFound() {
        Random random = new Random(3);
        List<String> paths = communities(random);
        Map<String, String> owners = owners(sample.build());
        int together = 0;
        int pairs = 0;
        for (int i = 0; i < paths.size(); i++) {
            for (int j = i + 1; j < paths.size(); j++) {
                if (i / MEMBERS == j / MEMBERS) {
                    pairs++;
                    together += Objects.equals(owners.get(paths.get(i)), owners.get(paths.get(j))) ? 1 : 0;
                }
            }
        }

        assertThat((double) together / pairs).isGreaterThan(0.8);
    }

    @Test
    void smallChangesMoveFewFiles() {
        double moved = 0;
        int changes = 0;
        for (int seed = 0; seed < 4; seed++) {
            Random random = new Random(seed);
            SampleGraph fresh = new SampleGraph();
            List<String> paths = communities(fresh, random);
            Map<String, Integer> sizes = new HashMap<>();
            fresh.build()
                    .files()
                    .forEach(file ->
                            sizes.put(file.path(), (int) file.file().content().bytes()));
            Map<String, String> before = owners(fresh.build());
            for (int change = 0; change < 45; change++) {
                edit(fresh, paths, sizes, random, change);
                Map<String, String> after = owners(fresh.build());
                moved += (double) before.entrySet().stream()
                                .filter(each -> !each.getValue().equals(after.get(each.getKey())))
                                .count()
                        / before.size();
                changes++;
                before = after;
            }
        }

        assertThat(moved / changes).isLessThanOrEqualTo(0.02);
    }

    @Test
    void sameGraphGivesTheSameTree() {
        communities(new Random(9));

        assertThat(ModuleTree.of(sample.build(), BUDGET)).isEqualTo(ModuleTree.of(sample.build(), BUDGET));
    }

    private static void edit(
            SampleGraph graph, List<String> paths, Map<String, Integer> sizes, Random random, int change) {
        String path = paths.get(random.nextInt(paths.size()));
        switch (change % 3) {
            case 0 -> {
                sizes.merge(path, 1, (size, _) -> size * 11 / 10);
                graph.file(path, sizes.getOrDefault(path, 1));
            }
            case 1 -> graph.reference(path, paths.get(random.nextInt(paths.size())), ReferenceKind.CALL);
            default -> {
                String added = "src/" + name(1_000 + random.nextInt(100_000)) + ".py";
                sizes.put(added, 2_000);
                graph.file(added, 2_000).reference(added, path, ReferenceKind.CALL);
                graph.reference(added, path, ReferenceKind.TYPE);
            }
        }
    }

    private List<String> communities(Random random) {
        return communities(sample, random);
    }

    /** Makes one large folder; the files of a community stand together in the answer. */
    private static List<String> communities(SampleGraph graph, Random random) {
        List<String> paths = new ArrayList<>();
        for (int i = 0; i < COMMUNITIES * MEMBERS; i++) {
            paths.add("src/" + name(i) + ".py");
        }
        Collections.shuffle(paths, random);
        paths.forEach(path -> graph.file(path, 500 + random.nextInt(5_000)));
        for (int i = 0; i < paths.size(); i++) {
            for (int k = 0; k < 6; k++) {
                int within = i / MEMBERS * MEMBERS + random.nextInt(MEMBERS);
                int any = random.nextInt(paths.size());
                int to = random.nextInt(10) < 8 ? within : any;
                ReferenceKind kind = random.nextBoolean() ? ReferenceKind.CALL : ReferenceKind.TYPE;
                graph.reference(paths.get(i), paths.get(to), kind);
            }
        }
        return paths;
    }

    /** Names that begin with words of their own. */
    private static String name(int number) {
        StringBuilder name = new StringBuilder();
        long left = number * 2_654_435_761L & 0xffff_ffffL;
        for (int i = 0; i < 7; i++) {
            name.append((char) ('a' + left % 26));
            left /= 26;
        }
        return name.toString();
    }

    private void tie(String from, String to) {
        sample.reference("src/" + from + ".py", "src/" + to + ".py", ReferenceKind.EXTENDS);
    }

    private static Map<String, String> owners(CodeGraph graph) {
        Map<String, String> owners = new HashMap<>();
        ModuleTree.of(graph, BUDGET)
                .root()
                .all()
                .forEach(module -> module.files().forEach(file -> owners.put(file, module.id())));
        return owners;
    }
}
