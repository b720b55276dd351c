package dev.caffeinecode.code.index;

import dev.caffeinecode.code.EntryKind;

import java.nio.charset.StandardCharsets;

/** An entry of a commit's tree as the caller hands it in. */
public final class SourceBlob {
    private final String path;
    private final EntryKind kind;
    private final byte[] content;
    private final long size;

    private SourceBlob(String path, EntryKind kind, byte[] content, long size) {
        if (path.isEmpty() || size < content.length) {
            throw new IllegalArgumentException("bad entry: path '" + path + "', size " + size);
        }
        this.path = path;
        this.kind = kind;
        this.content = content;
        this.size = size;
    }

    /** Makes a file. The content is not copied and must not change. */
    public static SourceBlob file(String path, byte[] content) {
        return new SourceBlob(path, EntryKind.FILE, content, content.length);
    }

    /** Makes an executable file. The content is not copied and must not change. */
    public static SourceBlob executable(String path, byte[] content) {
        return new SourceBlob(path, EntryKind.EXECUTABLE, content, content.length);
    }

    /** Makes a symbolic link with its text, which is shown and never followed. */
    public static SourceBlob symlink(String path, byte[] target) {
        return new SourceBlob(path, EntryKind.SYMLINK, target, target.length);
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
        return content;
    }

    /** Returns the size of the file in bytes, also if its content is withheld. */
    public long size() {
        return size;
    }
}
