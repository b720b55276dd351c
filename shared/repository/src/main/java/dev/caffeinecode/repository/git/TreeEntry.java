package dev.caffeinecode.repository.git;

import org.jspecify.annotations.Nullable;

/** One entry of a commit's tree, with its content where the kind keeps one. */
public final class TreeEntry {
    private final String path;
    private final EntryKind kind;
    private final String blob;
    private final long size;
    private final byte @Nullable [] content;

    TreeEntry(String path, EntryKind kind, String blob, long size, byte @Nullable [] content) {
        this.path = path;
        this.kind = kind;
        this.blob = blob;
        this.size = size;
        this.content = content;
    }

    /**
     * Relative to the root, {@code /}-separated, no {@code ..} segment; a name that is not plain UTF-8 text is quoted as
     * git prints it.
     */
    public String path() {
        return path;
    }

    public EntryKind kind() {
        return kind;
    }

    /** Git object name, hex. */
    public String blob() {
        return blob;
    }

    /** Bytes of the content, whether kept or not; 0 for a submodule. */
    public long size() {
        return size;
    }

    /** Not a copy; belongs to whoever visits the entry. */
    public byte @Nullable [] content() {
        return content;
    }
}
