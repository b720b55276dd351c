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
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The text of a snapshot's files as it may be shown: decoded, with credentials masked. Keeps what it has read, so it is
 * made anew for each page; not safe for several threads.
 */
public final class SnapshotSources implements Sources {
    /**
     * What may follow an address: a slash that names the same, the marks of a sentence, and then no character of
     * addresses (RFC 3986, section 2) but those that quotations and Markdown close them with.
     */
    private static final Pattern END_OF_ADDRESS = Pattern.compile("/?[.,;:!?*_~]*+(?![\\p{L}\\p{N}/?#@$&+=%~_.:-])");

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

    /** Whether one of the files that were read so far holds the whole web address, not only as the start of another. */
    public boolean mentions(String address) {
        return read.values().stream().flatMap(Optional::stream).anyMatch(lines -> contains(lines, address));
    }

    private static boolean contains(TextLines lines, String address) {
        return IntStream.rangeClosed(1, lines.count()).anyMatch(number -> contains(lines.line(number), address));
    }

    private static boolean contains(String line, String address) {
        for (int at = line.indexOf(address); at >= 0; at = line.indexOf(address, at + 1)) {
            int end = at + address.length();
            if (END_OF_ADDRESS.matcher(line).region(end, line.length()).lookingAt()) {
                return true;
            }
        }
        return false;
    }

    /** Credentials found in the files that were read so far. */
    public int masked() {
        return masked;
    }
}
