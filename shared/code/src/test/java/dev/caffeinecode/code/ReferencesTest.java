package dev.caffeinecode.code;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ReferencesTest {
    private static final List<ReferenceKind> KINDS =
            List.of(ReferenceKind.CALL, ReferenceKind.IMPORT, ReferenceKind.TYPE);

    private final References.Builder builder = new References.Builder();

    private record Row(int from, int to, ReferenceKind kind, int line, int weight) {}

    @Test
    void standInTheOrderOfFromToAndKind() {
        builder.add(1, 0, ReferenceKind.CALL, 9, 100)
                .add(0, 2, ReferenceKind.IMPORT, 1, 100)
                .add(0, 2, ReferenceKind.EXTENDS, 3, 100)
                .add(0, 1, ReferenceKind.MENTION, 7, 100);

        assertThat(rows(builder.build(3)))
                .containsExactly(
                        new Row(0, 1, ReferenceKind.MENTION, 7, 100),
                        new Row(0, 2, ReferenceKind.EXTENDS, 3, 100),
                        new Row(0, 2, ReferenceKind.IMPORT, 1, 100),
                        new Row(1, 0, ReferenceKind.CALL, 9, 100));
    }

    @Test
    void ofOneKindBetweenTwoNodesTheSurestStaysAndThenTheFirst() {
        builder.add(0, 1, ReferenceKind.CALL, 2, 30)
                .add(0, 1, ReferenceKind.CALL, 8, 90)
                .add(0, 1, ReferenceKind.CALL, 5, 90)
                .add(0, 1, ReferenceKind.TYPE, 1, 10);

        assertThat(rows(builder.build(2)))
                .containsExactly(new Row(0, 1, ReferenceKind.CALL, 5, 90), new Row(0, 1, ReferenceKind.TYPE, 1, 10));
    }

    @Test
    void areFoundFromBothEnds() {
        builder.add(0, 2, ReferenceKind.CALL, 1, 100)
                .add(1, 2, ReferenceKind.CALL, 1, 100)
                .add(2, 2, ReferenceKind.CALL, 1, 100)
                .add(2, 0, ReferenceKind.CALL, 1, 100);
        References references = builder.build(4);

        assertThat(from(references, 2)).containsExactly(2, 3);
        assertThat(to(references, 2)).containsExactly(0, 1, 3);
        assertThat(to(references, 0)).containsExactly(2);
        assertThat(from(references, 3)).isEmpty();
        assertThat(to(references, 3)).isEmpty();
    }

    @Test
    void holdWhatWasAddedHoweverItWasOrdered() {
        Random random = new Random(5);
        for (int round = 0; round < 50; round++) {
            int nodes = 1 + random.nextInt(30);
            Map<List<Object>, Row> expected = new HashMap<>();
            References.Builder many = new References.Builder();
            for (int i = random.nextInt(300); i > 0; i--) {
                Row row = new Row(
                        random.nextInt(nodes),
                        random.nextInt(nodes),
                        KINDS.get(random.nextInt(KINDS.size())),
                        1 + random.nextInt(50),
                        1 + random.nextInt(100));
                many.add(row.from(), row.to(), row.kind(), row.line(), row.weight());
                expected.merge(List.of(row.from(), row.to(), row.kind()), row, ReferencesTest::surest);
            }
            References references = many.build(nodes);

            assertThat(rows(references)).containsExactlyInAnyOrderElementsOf(expected.values());
            List<Integer> byTarget = new ArrayList<>();
            for (int node = 0; node < nodes; node++) {
                int at = node;
                assertThat(from(references, node)).allMatch(index -> references.from(index) == at);
                assertThat(to(references, node)).isSorted().allMatch(index -> references.to(index) == at);
                byTarget.addAll(to(references, node));
            }
            assertThat(byTarget).doesNotHaveDuplicates().hasSize(references.size());
        }
    }

    @Test
    void areEqualIfTheySayTheSameOfAsManyNodes() {
        References one = new References.Builder()
                .add(0, 1, ReferenceKind.CALL, 1, 50)
                .add(1, 0, ReferenceKind.CALL, 1, 50)
                .build(2);
        builder.add(1, 0, ReferenceKind.CALL, 1, 50).add(0, 1, ReferenceKind.CALL, 1, 50);

        assertThat(builder.build(2)).isEqualTo(one).hasSameHashCodeAs(one);
        assertThat(builder.build(3)).isNotEqualTo(one);
        assertThat(builder.add(1, 0, ReferenceKind.CALL, 1, 51).build(2)).isNotEqualTo(one);
    }

    @Test
    void badOnesAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> builder.add(-1, 0, ReferenceKind.CALL, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.add(0, -1, ReferenceKind.CALL, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.add(0, 0, ReferenceKind.CALL, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.add(0, 0, ReferenceKind.CALL, 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.add(0, 0, ReferenceKind.CALL, 1, 101));
        builder.add(0, 7, ReferenceKind.CALL, 1, 1);
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> builder.build(7));
    }

    private static Row surest(Row a, Row b) {
        Comparator<Row> order = Comparator.comparingInt(Row::weight).reversed().thenComparingInt(Row::line);
        return order.compare(a, b) <= 0 ? a : b;
    }

    private static List<Row> rows(References references) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < references.size(); i++) {
            rows.add(new Row(
                    references.from(i),
                    references.to(i),
                    references.kind(i),
                    references.line(i),
                    references.weight(i)));
        }
        return rows;
    }

    private static List<Integer> from(References references, int node) {
        List<Integer> found = new ArrayList<>();
        references.from(node, found::add);
        return found;
    }

    private static List<Integer> to(References references, int node) {
        List<Integer> found = new ArrayList<>();
        references.to(node, found::add);
        return found;
    }
}
