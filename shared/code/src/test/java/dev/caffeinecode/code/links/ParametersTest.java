package dev.caffeinecode.code.links;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ParametersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "void close() | 0 | 0",
                "boolean add(T line) | 1 | 1",
                "Map<K, V> put(Map<K, List<V>> all, K key) | 2 | 2",
                "Sensor sensor(String name, Sensor... parents) | 1 | 2147483647",
                "def add(self, line, count=1, *, note=None) | 1 | 2147483647",
                "add(line: T, count?: number): void | 1 | 2",
                "fn add(&mut self, line: Line) -> usize | 1 | 1",
                "func Sum(prices ...int) int | 0 | 2147483647",
                "class Cart | 0 | 2147483647",
                "void much(int a, int b, … | 0 | 2147483647"
            })
    void countsWhatTheSignatureSays(String signature, int min, int max) {
        assertThat(Parameters.of(signature)).isEqualTo(new Parameters(min, max));
    }
}
