package dev.caffeinecode.code.index;

import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.FileContent;
import dev.caffeinecode.code.NoteKind;
import dev.caffeinecode.code.TextEncoding;
import dev.caffeinecode.code.links.IndexedFile;
import dev.caffeinecode.code.links.Linker;
import org.jspecify.annotations.Nullable;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** The files of one commit, each read by itself. Immutable. */
public final class ReadFiles {
    /** What is not found again in the same file: it says how the reading went. */
    private static final Set<NoteKind> CHANCE = EnumSet.of(NoteKind.TOO_SLOW, NoteKind.SKIPPED, NoteKind.UNREADABLE);

    /** To write down what is known costs about as much as to read so small a part of the text again. */
    private static final int SMALL_PART = 100;

    private final List<Entry> entries;
    private final int threads;

    /**
     * One file.
     *
     * @param key null for a file that cannot be known again
     * @param reused whether it was known before
     */
    record Entry(@Nullable FileKey key, IndexedFile file, boolean reused) {
        String path() {
            return file.facts().path();
        }

        /** Returns what will be found again. */
        Stream<KeyedFile> keepable() {
            return key == null || isCut() ? Stream.empty() : Stream.of(new KeyedFile(key, file));
        }

        private boolean isCut() {
            return file.facts().file().notes().stream().anyMatch(note -> CHANCE.contains(note.kind()));
        }

        /** Returns how much text it is; other content is not read. */
        long bytes() {
            FileContent content = file.facts().file().content();
            return content.encoding() == TextEncoding.NONE ? 0 : content.bytes();
        }
    }

    /**
     * Takes files together.
     *
     * @param entries in the order of their paths, each path once
     * @param threads that link them
     */
    ReadFiles(List<Entry> entries, int threads) {
        this.entries = List.copyOf(entries);
        this.threads = threads;
    }

    /**
     * Finds out which symbols the names in the files are.
     *
     * @throws InterruptedException if the calling thread was interrupted; the other threads have ended
     */
    public CodeGraph link() throws InterruptedException {
        try (ExecutorService linkers = Executors.newFixedThreadPool(threads)) {
            return Linker.link(entries.stream().map(Entry::file).toList(), linkers);
        }
    }

    /** Returns what will be found again in the same files, in the order of their paths: not what was cut by time. */
    public List<KeyedFile> keepable() {
        return entries.stream().flatMap(Entry::keepable).toList();
    }

    /** Returns how many files were known before. */
    public int reused() {
        return (int) entries.stream().filter(Entry::reused).count();
    }

    /** Returns the bytes of text in all files. */
    public long bytes() {
        return entries.stream().mapToLong(Entry::bytes).sum();
    }

    /** Returns the bytes of text in the files that were not known before and can be from now on. */
    public long newBytes() {
        return entries.stream()
                .filter(each -> !each.reused() && each.keepable().findAny().isPresent())
                .mapToLong(Entry::bytes)
                .sum();
    }

    /** Returns whether so much is new that it is better written down than read again. */
    public boolean isWorthKeeping() {
        return newBytes() > 0 && newBytes() >= bytes() / SMALL_PART;
    }
}
