package dev.caffeinecode.code.index;

import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.FileNote;
import dev.caffeinecode.code.NoteKind;
import dev.caffeinecode.code.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

/** Files that would take the process with them. */
@Timeout(60)
class HostileFilesTest {
    private static final Duration SHORT = Duration.ofSeconds(2);

    @Test
    void fileThatIsGivenUpDoesNotUseUpTheStack() throws IOException, InterruptedException {
        String sample = Samples.text("mentions/order.py");
        int middle = sample.indexOf('\n', sample.length() / 2) + 1;
        String nested = ("/*".repeat(35) + "\n").repeat(12_000);
        String source = sample.substring(0, middle) + nested + sample.substring(middle);

        CodeGraph graph = new CodeIndexer(options())
                .index(
                        List.of(SourceBlob.file("order.py", source.getBytes(StandardCharsets.UTF_8)))
                                .iterator(),
                        ProgressListener.NONE);

        assertThat(graph.files().getFirst().file().notes())
                .extracting(FileNote::kind)
                .containsAnyOf(NoteKind.TOO_SLOW, NoteKind.SYNTAX_ERRORS);
    }

    private static IndexOptions options() {
        return new IndexOptions(
                1,
                IndexOptions.DEFAULT.maxQueuedBytes(),
                IndexOptions.DEFAULT.maxParsedBytes(),
                SHORT,
                IndexOptions.DEFAULT.walk(),
                IndexOptions.DEFAULT.rules(),
                Set.of());
    }
}
