package dev.caffeinecode.search;

import dev.caffeinecode.code.LineRange;
import dev.caffeinecode.code.SymbolId;
import dev.caffeinecode.code.SymbolKind;
import dev.caffeinecode.code.SymbolName;
import dev.caffeinecode.repository.RepositoryId;
import dev.caffeinecode.repository.Snapshot;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class SearchIndexIT {
    private static final SearchDatabase DATABASE = new SearchDatabase(Map.of());
    private static final String CART = "class Cart:\n    def add(self, line):\n        return line\n";
    private static final String PRICES = "LIMIT = 100\n\n\ndef price(cents):\n    return str(cents)\n";

    private final SearchIndex index = DATABASE.bean(SearchIndex.class);
    private final RepositoryId repository = DATABASE.repository();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private List<String> query(String sql) {
        return DATABASE.environment().query(sql.formatted(repository));
    }

    private List<String> paths() {
        return query("SELECT path FROM chunk_place WHERE repository_id = '%s' ORDER BY number");
    }

    private List<String> names(String prefix) {
        return index.symbols(repository, prefix, 10).stream()
                .map(found -> found.name().simple())
                .toList();
    }

    @Test
    void symbolsAndChunksOfASnapshotAreFound() {
        Snapshot snapshot = DATABASE.snapshot(repository);

        SearchIndex.Outcome outcome = DATABASE.write(snapshot, Map.of("cart.py", CART, "prices.py", PRICES));

        assertThat(outcome).isEqualTo(SearchIndex.Outcome.WRITTEN);
        assertThat(paths()).containsExactly("cart.py", "prices.py");
        assertThat(query("SELECT text FROM chunk WHERE repository_id = '%s'"))
                .anySatisfy(text -> assertThat(text).startsWith("cart.py").endsWith(CART.strip()));
        assertThat(index.symbols(repository, "ADD", 10))
                .containsExactly(new FoundSymbol(
                        new SymbolId("cart.py", 1),
                        SymbolKind.METHOD,
                        new SymbolName("cart.Cart.", "add"),
                        "def add(self, line)",
                        new LineRange(2, 3)));
        assertThat(query("SELECT symbols || ' ' || chunks FROM searchable WHERE repository_id = '%s'"))
                .containsExactly("4 2");
        assertThat(query("SELECT type FROM step WHERE id IN (SELECT snapshot_id FROM searchable)"))
                .isEmpty();
    }

    @Test
    void exactNamesComeFirstAndNamesThatOnlyHoldItDoNot() {
        DATABASE.write(
                DATABASE.snapshot(repository),
                Map.of("a.py", "def adder(): pass\ndef Add(): pass\ndef added_up(): pass\ndef readd(): pass\n"));

        assertThat(names("add")).containsExactly("Add", "adder", "added_up");
        assertThat(names("add%")).isEmpty();
        assertThat(names("\0")).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> names(" "));
    }

    @Test
    void newerSnapshotReplacesTheOneBefore() {
        DATABASE.write(DATABASE.snapshot(repository), Map.of("cart.py", CART, "prices.py", PRICES));

        DATABASE.write(DATABASE.snapshot(repository), Map.of("cart.py", CART));

        assertThat(paths()).containsExactly("cart.py");
        assertThat(query("SELECT digest FROM chunk WHERE repository_id = '%s'")).hasSize(1);
        assertThat(names("price")).isEmpty();
    }

    @Test
    void snapshotThatIsNotTheLatestIsLeftOut() {
        Snapshot old = DATABASE.snapshot(repository);
        DATABASE.write(DATABASE.snapshot(repository), Map.of("cart.py", CART));

        SearchIndex.Outcome outcome = DATABASE.write(old, Map.of("prices.py", PRICES));

        assertThat(outcome).isEqualTo(SearchIndex.Outcome.OUTDATED);
        assertThat(paths()).containsExactly("cart.py");
    }

    @Test
    void snapshotThatIsKnownIsNotReadAgain() {
        Snapshot snapshot = DATABASE.snapshot(repository);
        DATABASE.write(snapshot, Map.of("cart.py", CART));

        SearchIndex.Outcome outcome = DATABASE.write(snapshot, () -> {
            throw new AssertionError("read again");
        });

        assertThat(outcome).isEqualTo(SearchIndex.Outcome.KNOWN);
    }

    @Test
    void commitThatIsChosenAgainIsWrittenAgain() {
        Snapshot first = DATABASE.snapshot(repository);
        DATABASE.write(first, Map.of("cart.py", CART));
        DATABASE.write(DATABASE.snapshot(repository), Map.of("prices.py", PRICES));
        DATABASE.choose(first);

        DATABASE.write(first, Map.of("cart.py", CART));

        assertThat(paths()).containsExactly("cart.py");
    }

    @Test
    void newerSnapshotThatIsChosenMeanwhileIsNotOverwritten() {
        Snapshot old = DATABASE.snapshot(repository);

        SearchIndex.Outcome outcome = DATABASE.write(old, () -> {
            DATABASE.snapshot(repository);
            return SearchDatabase.content(Map.of("cart.py", CART));
        });

        assertThat(outcome).isEqualTo(SearchIndex.Outcome.OUTDATED);
        assertThat(paths()).isEmpty();
    }

    @Test
    void workerThatDiesHalfwayLeavesWhatCouldBeSearchedBefore() {
        DATABASE.write(DATABASE.snapshot(repository), Map.of("cart.py", CART));
        Snapshot next = DATABASE.snapshot(repository);
        SnapshotContent whole = SearchDatabase.content(Map.of("prices.py", PRICES));
        SnapshotContent broken =
                new SnapshotContent(whole.graph(), Stream.concat(whole.chunks(), Stream.generate(() -> {
                    throw new IllegalStateException("killed");
                })));

        assertThatIllegalStateException().isThrownBy(() -> DATABASE.write(next, () -> broken));
        assertThat(paths()).containsExactly("cart.py");
        assertThat(names("cart")).containsExactly("Cart");

        DATABASE.write(next, Map.of("prices.py", PRICES));
        assertThat(paths()).containsExactly("prices.py");
    }

    @Test
    void workerThatLostItsClaimWritesNothing() {
        Snapshot snapshot = DATABASE.snapshot(repository);

        assertThatException()
                .isThrownBy(() -> DATABASE.write(snapshot, () -> {
                    DATABASE.environment().execute("UPDATE step SET fence = nextval('step_fence')");
                    return SearchDatabase.content(Map.of("cart.py", CART));
                }));

        assertThat(paths()).isEmpty();
    }

    @Test
    void hostileTextIsKept() {
        String name = "x".repeat(150);
        String path = "d/".repeat(2_000) + "a.py";

        DATABASE.write(
                DATABASE.snapshot(repository),
                Map.of(
                        path,
                        "def " + name + "(): pass\n# \uD83D\uDE00 \u0001 {\"a\",\\N} 'NULL'\n",
                        "b.py",
                        "x = 1\n"));

        assertThat(names("xx").getFirst()).hasSize(150);
        assertThat(paths()).hasSize(2);
        assertThat(StoredText.of("a\0\uD800b\uDC00😀", 100)).isEqualTo("a\uFFFD\uFFFDb\uFFFD😀");
        assertThat(StoredText.of("a😀", 2)).isEqualTo("a\uFFFD");
    }

    @Test
    void nothingIsLeftOfARepositoryThatIsDeleted() {
        DATABASE.write(DATABASE.snapshot(repository), Map.of("cart.py", CART));

        DATABASE.environment().execute("DELETE FROM repository WHERE id = '" + repository + "'");

        assertThat(query("SELECT 1 FROM chunk WHERE repository_id = '%s'")).isEmpty();
        assertThat(query("SELECT 1 FROM symbol WHERE repository_id = '%s'")).isEmpty();
        assertThat(paths()).isEmpty();
    }

    @Test
    void repositoriesDoNotSeeEachOther() {
        DATABASE.write(DATABASE.snapshot(repository), Map.of("cart.py", CART));
        RepositoryId other = DATABASE.repository();
        DATABASE.write(DATABASE.snapshot(other), Map.of("cart.py", CART));

        DATABASE.environment().execute("DELETE FROM repository WHERE id = '" + other + "'");

        assertThat(names("Cart")).containsExactly("Cart");
        assertThat(index.symbols(other, "Cart", 10)).isEmpty();
    }
}
