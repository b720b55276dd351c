package dev.caffeinecode.code.index;

import dev.caffeinecode.code.TextEncoding;
import dev.caffeinecode.code.rules.Attributes;
import dev.caffeinecode.code.text.Sha256;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Makes keys of entries. What is not to be parsed is no part of them: what is known of a file was not parsed again anyway,
 * and of a file that was left out nothing is kept.
 */
final class FileKeys {
    private final IndexOptions options;

    FileKeys(IndexOptions options) {
        this.options = options;
    }

    /** Returns the key of an entry; empty if its content has no name. */
    Optional<FileKey> of(SourceBlob blob) {
        return blob.object().map(object -> of(blob, object));
    }

    private FileKey of(SourceBlob blob, String object) {
        String named = blob.unquotedPath();
        Attributes stated = options.rules().attributes(named);
        String charset = options.rules().charset(named).map(TextEncoding::label).orElse("");
        String text = String.join(
                "\n",
                blob.kind().label(),
                Long.toString(blob.size()),
                object,
                stated.generated() + " " + stated.vendored() + " " + stated.documentation(),
                charset,
                options.maxParsedBytes() + " " + options.walk().maxDepth() + " "
                        + options.walk().maxSymbols(),
                blob.path()); // the only one that may hold a line end
        return new FileKey(Sha256.hex(text.getBytes(StandardCharsets.UTF_8)));
    }
}
