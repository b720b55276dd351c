package dev.caffeinecode.code;

import java.util.List;

/**
 * One entry of a commit's tree: a file, a link or a submodule.
 *
 * @param path from the root of the repository, {@code /}-separated; opaque, it may be git's quoted form of odd bytes
 * @param notes what was not read, and why; empty for most files
 */
public record SourceFile(
        String path, EntryKind kind, FileRole role, Language language, FileContent content, List<FileNote> notes) {
    public SourceFile {
        if (path.isEmpty()) {
            throw new IllegalArgumentException("a file needs a path");
        }
        notes = List.copyOf(notes);
    }

    /** Returns the last part of the path. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Returns the path of the folder without a slash at its end; empty for the root. */
    public String directory() {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    public boolean has(NoteKind note) {
        return notes.stream().anyMatch(each -> each.kind() == note);
    }
}
