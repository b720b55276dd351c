package dev.caffeinecode.code;

import dev.caffeinecode.code.index.CodeIndexer;
import dev.caffeinecode.code.index.IndexOptions;
import dev.caffeinecode.code.index.ProgressListener;
import dev.caffeinecode.code.index.SourceBlob;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Reads texts in tests as if they were the files of a commit. */
public final class Indexed {
    private Indexed() {}

    public static CodeGraph graph(Map<String, String> files) {
        try {
            return new CodeIndexer(IndexOptions.DEFAULT)
                    .index(
                            files.entrySet().stream()
                                    .map(file -> SourceBlob.file(
                                            file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8)))
                                    .iterator(),
                            ProgressListener.NONE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static FileFacts file(String path, String text) {
        return graph(Map.of(path, text)).files().getFirst();
    }
}
