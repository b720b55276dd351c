package dev.caffeinecode.code.index;

import dev.caffeinecode.code.links.IndexedFile;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was found out about files before, of this commit or another one. Immutable. */
public final class KnownFiles {
    /** Nothing is known. */
    public static final KnownFiles NONE = new KnownFiles(List.of());

    private final Map<FileKey, IndexedFile> files;

    public KnownFiles(Collection<KeyedFile> files) {
        this.files = HashMap.newHashMap(files.size());
        files.forEach(each -> this.files.put(each.key(), each.file()));
    }

    public Optional<IndexedFile> find(FileKey key) {
        return Optional.ofNullable(files.get(key));
    }

    public int count() {
        return files.size();
    }
}
