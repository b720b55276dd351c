package dev.caffeinecode.local.graph;

import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.index.CodeIndexer;
import dev.caffeinecode.code.index.IndexOptions;
import dev.caffeinecode.code.index.ProgressListener;
import dev.caffeinecode.code.index.SourceBlob;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class TouchpointReportTest {
    @Test
    void touchpointsAreShownWithTheirLines() throws InterruptedException {
        CodeGraph graph = new CodeIndexer(IndexOptions.DEFAULT)
                .index(
                        List.of(
                                        file("app.py", """
                                                import os
                                                from flask import Flask
                                                app = Flask(os.environ["NAME"])
                                                @app.get("/carts")
                                                def carts(): ...
                                                """),
                                        file("tests/test_app.py", "import os\nos.environ['ONLY_IN_TESTS']\n"))
                                .iterator(),
                        ProgressListener.NONE);

        GraphReport report = GraphReport.of(new GraphSource.Read("shop", "c".repeat(40), graph, List.of()));

        assertThat(TextReport.of(report))
                .contains("\nHTTP routes\n  GET       /carts  (app.py:4)\n")
                .contains("\nEnvironment variables\n  read      NAME  (app.py:3)\n")
                .doesNotContain("ONLY_IN_TESTS", "Tables", "Queues");
        assertThat(JsonReport.of(report).replaceAll("\\s", ""))
                .contains("{\"kind\":\"http-route\",\"name\":\"/carts\",\"detail\":\"GET\",\"path\":\"app.py\","
                        + "\"firstLine\":4,\"lastLine\":4}");
    }

    private static SourceBlob file(String path, String text) {
        return SourceBlob.file(path, text.getBytes(StandardCharsets.UTF_8));
    }
}
