package dev.caffeinecode.code.modules;

import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.index.CodeIndexer;
import dev.caffeinecode.code.index.IndexOptions;
import dev.caffeinecode.code.index.ProgressListener;
import dev.caffeinecode.code.index.SourceBlob;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import static org.assertj.core.api.Assertions.assertThat;

class ModuleDependenciesTest {
    private static final ModuleBudget SMALL = new ModuleBudget(70, 1);

    private static List<ModuleDependency> dependencies(Map<String, String> files) throws InterruptedException {
        CodeGraph graph = new CodeIndexer(IndexOptions.DEFAULT.withThreads(1))
                .index(
                        new TreeMap<>(files)
                                .entrySet().stream()
                                        .map(each -> SourceBlob.file(
                                                each.getKey(), each.getValue().getBytes(StandardCharsets.UTF_8)))
                                        .iterator(),
                        ProgressListener.NONE);
        return ModuleDependencies.of(graph, ModuleTree.of(graph, SMALL));
    }

    @Test
    void referencesBetweenModulesAreCountedAndThoseOfTestsAreNot() throws InterruptedException {
        String filler =
                "\n# what stands here makes the folder large enough for a module of its own, and says nothing\n";

        List<ModuleDependency> found = dependencies(Map.of(
                "cart/cart.py", "def total(): ...\ndef lines(): ...\n" + filler,
                "pay/pay.py", "from cart import cart\n\ndef pay():\n    cart.total()\n    cart.lines()\n" + filler,
                "pay/test_pay.py", "from cart import cart\n\ndef test_pay():\n    cart.total()\n"));

        assertThat(found).containsExactly(new ModuleDependency("pay", "cart", 4));
    }
}
