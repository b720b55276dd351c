package dev.caffeinecode.code.format;

import dev.caffeinecode.code.index.FileKey;
import dev.caffeinecode.code.index.KeyedFile;
import dev.caffeinecode.code.index.KnownFiles;
import dev.caffeinecode.code.index.ReaderBuild;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Predicate;

/**
 * Writes and reads what was found out about single files, for the next commit of the same repository. It is of use only to
 * the build of the readers that found it out, and nothing depends on having it.
 *
 * <p>The format, version 1: one gzip member (RFC 1952) that holds, in the words of {@link CodeGraphFormat},
 *
 * <pre>
 * files     = "CCFILES" version:byte build:byte*32 count known*      build: see {@link ReaderBuild}
 * known     = key:byte*32 file imports mentions types pins pins properties pointers
 *             file: as in a graph; pins: locked and managed
 * imports   = count (module:word name:word alias:word exported:0|1 line:number)*
 * mentions  = count (from kind name:word receiver:word arguments line)*
 *             from: ordinal + 1, 0 for none; arguments: number + 1, 0 for none; line: signed difference to that before
 * types     = count (ordinal:number type:word)*                      in the order of ordinals
 * pins      = count (ecosystem name:word asked:word version:word)*
 * properties = count (name:word value:word)*                         in the order of names
 * pointers  = count (kind target:word line:number)*
 * </pre>
 */
public final class KnownFilesFormat {
    /** The version that is written; only this one is read. */
    public static final int VERSION = 1;

    static final String MAGIC = "CCFILES";

    private KnownFilesFormat() {}

    /**
     * Writes files; the stream stays open. Equal files give equal bytes, as those of {@link CodeGraphFormat} do.
     *
     * @param build that read the files, as {@link ReaderBuild#current} gives it
     */
    public static void write(String build, List<KeyedFile> files, OutputStream out) throws IOException {
        KnownFilesWriter.write(build, files, out);
    }

    /**
     * Reads files; the stream stays open.
     *
     * @param build that is to use them
     * @param wanted which of them are kept
     * @param limits of all files together; imports, mentions, pins, properties and pointers count as references
     * @throws MalformedGraphException if these are no files of version {@value #VERSION} that the build has read, or more
     *     than the limits
     */
    public static KnownFiles read(String build, InputStream in, Predicate<FileKey> wanted, GraphLimits limits)
            throws IOException {
        return KnownFilesReader.read(build, in, wanted, limits);
    }
}
