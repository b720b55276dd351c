package dev.caffeinecode.code.index;

import dev.caffeinecode.code.EntryKind;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;

/** An entry of a commit's tree as the caller hands it in. */
public final class SourceBlob {
    private final String path;
    private final EntryKind kind;
    private final Supplier<byte[]> content;
    private final long size;
    private final @Nullable String object;

    private SourceBlob(String path, EntryKind kind, Supplier<byte[]> content, long size, @Nullable String object) {
        if (path.isEmpty() || size < 0) {
            throw new IllegalArgumentException("bad entry: path '" + path + "', size " + size);
        }
        this.path = path;
        this.kind = kind;
        this.content = content;
        this.size = size;
        this.object = object;
    }

    private SourceBlob(String path, EntryKind kind, byte[] content, long size) {
        this(path, kind, () -> content, size, null);
    }

    /** Makes a file. The content is not copied and must not change. */
    public static SourceBlob file(String path, byte[] content) {
        return new SourceBlob(path, EntryKind.FILE, content, content.length);
    }

    /**
     * Makes a file whose content is asked for if it is to be read, at most once and before the next entry is.
     *
     * @param size of the content in bytes
     */
    public static SourceBlob file(String path, long size, Supplier<byte[]> content) {
        return new SourceBlob(path, EntryKind.FILE, content, size, null);
    }

    /** Makes an executable file. The content is not copied and must not change. */
    public static SourceBlob executable(String path, byte[] content) {
        return new SourceBlob(path, EntryKind.EXECUTABLE, content, content.length);
    }

    /** Makes a symbolic link with its text, which is shown and never followed. */
    public static SourceBlob symlink(String path, byte[] target) {
        return new SourceBlob(path, EntryKind.SYMLINK, target, target.length);
    }

    /** Makes a symbolic link whose text is asked for as the content of a {@link #file(String, long, Supplier) file} is. */
    public static SourceBlob symlink(String path, long size, Supplier<byte[]> target) {
        return new SourceBlob(path, EntryKind.SYMLINK, target, size, null);
    }

    /** Makes a submodule at a commit. */
    public static SourceBlob submodule(String path, String commit) {
        byte[] content = commit.getBytes(StandardCharsets.UTF_8);
        return new SourceBlob(path, EntryKind.SUBMODULE, content, content.length);
    }

    /** Makes a file whose content is left out because it is too large for the caller. */
    public static SourceBlob oversize(String path, long size) {
        return new SourceBlob(path, EntryKind.OVERSIZE, new byte[0], size);
    }

    /** Makes a file whose content is left out because the caller knows that it is no text. */
    public static SourceBlob binary(String path, long size) {
        return new SourceBlob(path, EntryKind.BINARY, new byte[0], size);
    }

    /**
     * Returns the same entry with a name of its content, by which it can be known again. An entry without is read each time.
     *
     * @param name that no other content of the repository has, such as git's name of the blob; one line
     */
    public SourceBlob named(String name) {
        return new SourceBlob(path, kind, content, size, name);
    }

    /** Returns the same entry with its content at hand, for any thread. */
    SourceBlob loaded() {
        byte[] bytes = content.get();
        if (size < bytes.length) {
            throw new IllegalArgumentException(path + " has " + bytes.length + " bytes, not " + size);
        }
        return new SourceBlob(path, kind, () -> bytes, size, object);
    }

    public String path() {
        return path;
    }

    /** Returns the path without the quotes of git's form of odd bytes, which hide how a name ends. */
    String unquotedPath() {
        boolean quoted = path.length() > 2 && path.startsWith("\"") && path.endsWith("\"");
        return quoted ? path.substring(1, path.length() - 1) : path;
    }

    public EntryKind kind() {
        return kind;
    }

    /** Returns the bytes of the file, the text of the link, the commit of the submodule; nothing if withheld. */
    byte[] content() {
        return content.get();
    }

    /** Returns the name of the content; empty if it has none. */
    Optional<String> object() {
        return Optional.ofNullable(object);
    }

    /** Returns the size of the file in bytes, also if its content is withheld. */
    public long size() {
        return size;
    }
}
