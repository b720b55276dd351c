package dev.caffeinecode.docs.citation;

import dev.caffeinecode.code.secret.SecretMask;
import dev.caffeinecode.code.text.TextDecoder;
import dev.caffeinecode.code.text.TextLines;
import dev.caffeinecode.platform.objects.ObjectStore;
import dev.caffeinecode.repository.Snapshot;
import dev.caffeinecode.repository.archive.SourceArchive;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The text of a snapshot's files as it may be shown: decoded, with credentials masked. Keeps what it has read, so it is
 * made anew for each page; not safe for several threads.
 */
public final class SnapshotSources implements Sources {
    private final Function<String, Optional<byte[]>> contents;
    private final Map<String, Optional<TextLines>> read = new HashMap<>();
    private int masked;

    /** @param contents of the files that have one, by path */
    public SnapshotSources(Function<String, Optional<byte[]>> contents) {
        this.contents = contents;
    }

    public static SnapshotSources of(SourceArchive archive) {
        return new SnapshotSources(path ->
                archive.find(path).filter(entry -> entry.kind().hasContent()).map(archive::read));
    }

    public static SnapshotSources open(ObjectStore objects, Snapshot snapshot) {
        return of(SourceArchive.open(objects, snapshot.repository(), snapshot.commit()));
    }

    @Override
    public Optional<TextLines> find(String path) {
        Optional<TextLines> known = read.get(path);
        if (known != null) {
            return known;
        }
        Optional<TextLines> text =
                contents.apply(path).flatMap(TextDecoder::decode).map(decoded -> mask(decoded.text()));
        read.put(path, text);
        return text;
    }

    private TextLines mask(String text) {
        SecretMask.Masked result = SecretMask.mask(text);
        masked += result.masked();
        return TextLines.of(result.text());
    }

    /** Whether one of the files that were read so far holds the text, such as a web address. */
    public boolean mentions(String text) {
        return read.values().stream().flatMap(Optional::stream).anyMatch(lines -> contains(lines, text));
    }

    private static boolean contains(TextLines lines, String text) {
        return IntStream.rangeClosed(1, lines.count())
                .anyMatch(number -> lines.line(number).contains(text));
    }

    /** Credentials found in the files that were read so far. */
    public int masked() {
        return masked;
    }
}
