package dev.caffeinecode.code.index;

import dev.caffeinecode.code.rules.PathRules;
import dev.caffeinecode.code.symbols.WalkLimits;

import java.time.Duration;
import java.util.Set;

/**
 * How files are read.
 *
 * @param threads that read files, each with a parser of its own
 * @param maxQueuedBytes content waiting for a thread; one file may be larger
 * @param maxParsedBytes larger files are counted but not parsed
 * @param parseTimeout for one file
 * @param walk how far the syntax tree of one file is read
 * @param rules what is stated about files by patterns; what is known of a file depends on this too
 * @param unparsed paths not to be parsed, for example because the process died over them
 */
public record IndexOptions(
        int threads,
        int maxQueuedBytes,
        int maxParsedBytes,
        Duration parseTimeout,
        WalkLimits walk,
        PathRules rules,
        Set<String> unparsed) {
    /** Reads on every processor; parses files up to 1 MiB for up to 5 seconds. */
    public static final IndexOptions DEFAULT = new IndexOptions(
            Runtime.getRuntime().availableProcessors(),
            16 * 1024 * 1024,
            1024 * 1024,
            Duration.ofSeconds(5),
            WalkLimits.DEFAULT,
            PathRules.NONE,
            Set.of());

    public IndexOptions {
        if (threads < 1 || maxQueuedBytes < 1 || maxParsedBytes < 0) {
            throw new IllegalArgumentException(
                    "bad limits: " + threads + " threads, " + maxQueuedBytes + ", " + maxParsedBytes + " bytes");
        }
        if (parseTimeout.isNegative() || parseTimeout.isZero()) {
            throw new IllegalArgumentException("parsing takes time: " + parseTimeout);
        }
        unparsed = Set.copyOf(unparsed);
    }

    public IndexOptions withThreads(int count) {
        return new IndexOptions(count, maxQueuedBytes, maxParsedBytes, parseTimeout, walk, rules, unparsed);
    }

    public IndexOptions withoutParsing(Set<String> paths) {
        return new IndexOptions(threads, maxQueuedBytes, maxParsedBytes, parseTimeout, walk, rules, paths);
    }

    public IndexOptions withRules(PathRules others) {
        return new IndexOptions(threads, maxQueuedBytes, maxParsedBytes, parseTimeout, walk, others, unparsed);
    }
}
