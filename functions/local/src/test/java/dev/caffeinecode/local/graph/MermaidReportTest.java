package dev.caffeinecode.local.graph;

import dev.caffeinecode.code.modules.CodeModule;
import dev.caffeinecode.code.modules.ModuleDependency;
import dev.caffeinecode.code.modules.ModuleTree;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class MermaidReportTest {
    private static final CodeModule CART = module("src/cart", "cart", List.of());
    private static final CodeModule PAY = module("src/pay", "pay", List.of());

    private static CodeModule module(String id, String name, List<CodeModule> children) {
        return new CodeModule(id, name, id, List.of(id + "/a.py"), children, 10);
    }

    private static String diagram(CodeModule root, ModuleDependency... dependencies) {
        return MermaidReport.of(new GraphReport(
                "shop",
                "0123456789ab",
                Map.of(),
                0,
                0,
                List.of(),
                new ModuleTree(root, Map.of()),
                List.of(dependencies),
                List.of(),
                List.of(),
                new GraphReport.Found(List.of(), List.of(), List.of())));
    }

    @Test
    void modulesThatUseEachOtherAreBoxesWithArrows() {
        CodeModule root = module("", "shop", List.of(CART, PAY));

        assertThat(diagram(root, new ModuleDependency("src/pay", "src/cart", 7)))
                .isEqualTo("""
                flowchart LR
                    subgraph m1_parts ["shop"]
                        m2["cart"]
                        m3["pay"]
                    end
                    m3 -- 7 --> m2
                """);
    }

    @Test
    void moduleWithoutAnyOtherIsOneBox() {
        assertThat(diagram(CART)).isEqualTo("""
                flowchart LR
                    m1["cart"]
                """);
    }

    @Test
    void nothingInANameEndsItsLabel() {
        CodeModule hostile = module("x", "a\"]\n click m1 \"javascript:alert(1)\" %%{init}%% <b>é 中", List.of());

        assertThat(diagram(hostile)).isEqualTo("""
                flowchart LR
                    m1["a#34;#93;#10; click m1 #34;javascript#58;alert#40;1#41;#34; #37;#37;#123;init#125;#37;#37; #60;b#62;é 中"]
                """);
    }
}
