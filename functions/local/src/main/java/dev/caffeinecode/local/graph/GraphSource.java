package dev.caffeinecode.local.graph;

import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.GraphNodes;
import dev.caffeinecode.code.index.CodeIndexer;
import dev.caffeinecode.code.index.IndexOptions;
import dev.caffeinecode.code.index.ProgressListener;
import dev.caffeinecode.code.index.SourceBlob;
import dev.caffeinecode.code.rank.CodeSpans;
import dev.caffeinecode.code.rank.Importance;
import dev.caffeinecode.code.rank.Seeds;
import dev.caffeinecode.code.rules.PathRules;
import dev.caffeinecode.platform.problem.ErrorCode;
import dev.caffeinecode.platform.problem.ProblemException;
import dev.caffeinecode.repository.Revision;
import dev.caffeinecode.repository.git.CloneLimits;
import dev.caffeinecode.repository.git.Deadline;
import dev.caffeinecode.repository.git.EntryKind;
import dev.caffeinecode.repository.git.FetchedCommit;
import dev.caffeinecode.repository.git.GitFetcher;
import dev.caffeinecode.repository.git.TreeEntry;
import dev.caffeinecode.repository.url.CloneUrl;
import dev.caffeinecode.repository.url.CloneUrlParser;
import dev.caffeinecode.repository.url.CloneUrlRules;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Reads the graph of a repository on this machine without database, queues and objects. */
public final class GraphSource {
    private static final int MAX_READMES = 200;
    private static final int MAX_README_BYTES = 256 * 1024;

    private final CloneLimits limits;
    private final CloneUrlRules rules;

    public GraphSource(CloneLimits limits, CloneUrlRules rules) {
        this.limits = limits;
        this.rules = rules;
    }

    /**
     * A graph and the commit that it is of.
     *
     * @param name of the repository
     * @param readmes texts of its README files, the one nearest to the root first
     */
    public record Read(String name, String commit, CodeGraph graph, List<String> readmes) {
        public Read {
            readmes = List.copyOf(readmes);
        }

        /** Returns how important what is: readers start at what is offered to them and at what README files name. */
        Importance importance() {
            GraphNodes nodes = graph.nodes();
            return Importance.of(graph, nodes, Seeds.of(graph, nodes, CodeSpans.mentioned(readmes, graph, nodes)));
        }
    }

    /**
     * Which files are read: patterns as in {@code .gitignore}, but without exceptions.
     *
     * @param included if empty, all are
     */
    public record Wanted(List<String> included, List<String> excluded) {
        public Wanted {
            included = List.copyOf(included);
            excluded = List.copyOf(excluded);
        }
    }

    /**
     * @param location folder or URL, as the rules allow
     * @param revision null for the default branch
     * @param directory empty; holds what is fetched
     * @param wanted which files to read
     * @throws ProblemException with the code that says what was wrong
     */
    public Read read(String location, @Nullable String revision, Path directory, Wanted wanted)
            throws InterruptedException {
        CloneUrl url = new CloneUrlParser(rules).parse(location);
        Deadline deadline = Deadline.in(limits.timeout(), () -> true);
        Revision asked = revision == null ? null : new Revision(revision);
        try (FetchedCommit fetched =
                new GitFetcher(limits, rules).fetch(url, asked, directory.resolve("git"), deadline, _ -> true)) {
            Map<String, String> readmes = new ConcurrentHashMap<>();
            CodeGraph graph = graph(fetched, deadline, wanted, readmes);
            List<String> texts = graph.readmes().stream()
                    .flatMap(path -> Stream.ofNullable(readmes.get(path)))
                    .toList();
            return new Read(url.name(), fetched.commit().hex(), graph, texts);
        }
    }

    private static CodeGraph graph(FetchedCommit fetched, Deadline deadline, Wanted wanted, Map<String, String> readmes)
            throws InterruptedException {
        IndexOptions options = IndexOptions.DEFAULT.withRules(rules(fetched, deadline, wanted));
        BlobHandover handover = new BlobHandover();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> walk = executor.submit(() -> walk(fetched, deadline, handover, readmes));
            try {
                CodeGraph graph = new CodeIndexer(options).index(handover, ProgressListener.NONE);
                walk.get();
                return graph;
            } catch (ExecutionException e) {
                throw e.getCause() instanceof ProblemException problem
                        ? problem
                        : new ProblemException(ErrorCode.INTERNAL, "the repository could not be read", e);
            } finally {
                walk.cancel(true);
            }
        }
    }

    /** What files state about others must be known before the first of those is read. */
    private static PathRules rules(FetchedCommit fetched, Deadline deadline, Wanted wanted) {
        PathRules.Builder rules =
                new PathRules.Builder().include(wanted.included()).exclude(wanted.excluded());
        try {
            fetched.walk(deadline, PathRules::isStatedIn, entry -> {
                byte[] content = entry.content();
                if (entry.kind() == EntryKind.TEXT && content != null) {
                    rules.add(entry.path(), content);
                }
            });
            return rules.build();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // the visitor throws nothing
        }
    }

    private static Object walk(
            FetchedCommit fetched, Deadline deadline, BlobHandover handover, Map<String, String> readmes)
            throws IOException, InterruptedException {
        try {
            return fetched.walk(deadline, entry -> {
                if (isReadme(entry) && readmes.size() < MAX_READMES) {
                    readmes.put(entry.path(), new String(required(entry.content()), StandardCharsets.UTF_8));
                }
                try {
                    handover.put(blob(entry));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new InterruptedIOException("nobody reads any more");
                }
            });
        } finally {
            handover.end();
        }
    }

    private static boolean isReadme(TreeEntry entry) {
        String name = entry.path().substring(entry.path().lastIndexOf('/') + 1);
        return entry.kind() == EntryKind.TEXT
                && name.toLowerCase(Locale.ROOT).startsWith("readme")
                && entry.size() <= MAX_README_BYTES;
    }

    private static SourceBlob blob(TreeEntry entry) {
        byte[] content = entry.content();
        return switch (entry.kind()) {
            case TEXT -> SourceBlob.file(entry.path(), required(content));
            case SYMLINK -> SourceBlob.symlink(entry.path(), required(content));
            case SUBMODULE -> SourceBlob.submodule(entry.path(), entry.blob());
            case BINARY -> SourceBlob.binary(entry.path(), entry.size());
            case OVERSIZE -> SourceBlob.oversize(entry.path(), entry.size());
        };
    }

    private static byte[] required(byte @Nullable [] content) {
        if (content == null) {
            throw new ProblemException(ErrorCode.CORRUPT_REPOSITORY, "a file has no content");
        }
        return content;
    }
}
