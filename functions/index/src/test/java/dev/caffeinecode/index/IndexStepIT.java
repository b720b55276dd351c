package dev.caffeinecode.index;

import dev.caffeinecode.code.CodeGraph;
import dev.caffeinecode.code.format.CodeGraphFormat;
import dev.caffeinecode.code.format.KnownFilesFormat;
import dev.caffeinecode.code.index.CodeIndexer;
import dev.caffeinecode.code.index.FileKey;
import dev.caffeinecode.code.index.IndexOptions;
import dev.caffeinecode.code.index.KeyedFile;
import dev.caffeinecode.code.index.KnownFiles;
import dev.caffeinecode.code.index.ProgressListener;
import dev.caffeinecode.code.index.ReaderBuild;
import dev.caffeinecode.code.index.SourceBlob;
import dev.caffeinecode.identity.AccountId;
import dev.caffeinecode.identity.Accounts;
import dev.caffeinecode.platform.objects.ObjectStore;
import dev.caffeinecode.platform.problem.ProblemException;
import dev.caffeinecode.platform.queue.Message;
import dev.caffeinecode.platform.step.Claim;
import dev.caffeinecode.platform.step.StepRunner;
import dev.caffeinecode.repository.CommitId;
import dev.caffeinecode.repository.Repositories;
import dev.caffeinecode.repository.Repository;
import dev.caffeinecode.repository.RepositoryId;
import dev.caffeinecode.repository.RepositoryState;
import dev.caffeinecode.repository.Snapshot;
import dev.caffeinecode.repository.SnapshotKeys;
import dev.caffeinecode.repository.Snapshots;
import dev.caffeinecode.repository.archive.ArchiveEntry;
import dev.caffeinecode.repository.archive.SourceArchive;
import dev.caffeinecode.repository.archive.SourceArchiveWriter;
import dev.caffeinecode.repository.git.Deadline;
import dev.caffeinecode.repository.git.FetchedCommit;
import dev.caffeinecode.repository.git.GitFetcher;
import dev.caffeinecode.repository.url.CloneUrl;
import dev.caffeinecode.testing.GitFixture;
import dev.caffeinecode.testing.TestEnvironment;
import io.micronaut.context.ApplicationContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

import static org.assertj.core.api.Assertions.assertThat;

class IndexStepIT {
    private static final TestEnvironment ENVIRONMENT = TestEnvironment.create();
    private static final ApplicationContext CONTEXT = ApplicationContext.run(ENVIRONMENT.properties());
    private static final String OCTETS = "application/octet-stream";

    private final Repositories repositories = CONTEXT.getBean(Repositories.class);
    private final Snapshots snapshots = CONTEXT.getBean(Snapshots.class);
    private final StepRunner runner = CONTEXT.getBean(StepRunner.class);
    private final ObjectStore objects = CONTEXT.getBean(ObjectStore.class);
    private final IndexStep step = CONTEXT.getBean(IndexStep.class);
    private final AccountId ada = CONTEXT.getBean(Accounts.class).of("test", "ada");
    private final FileMemory memory = CONTEXT.getBean(FileMemory.class);

    @TempDir
    private Path directory;

    private GitFixture shop;
    private Repository repository;
    private int fetches;

    @AfterAll
    static void close() {
        CONTEXT.close();
        ENVIRONMENT.close();
    }

    @BeforeEach
    void addRepository() {
        shop = GitFixture.create(directory.resolve("shop"));
        repository = add("shop");
    }

    private Repository add(String name) {
        ENVIRONMENT.execute("DELETE FROM repository");
        return repositories.add(ada, "https://example.com/acme/" + name, null);
    }

    @Test
    void filesOfTheCommitBeforeAreKnown() throws IOException, InterruptedException {
        shop.file("src/Shop.java", "class Shop {}\n").file("src/Cart.java", "class Cart {}\n");
        CommitId first = index(shop.commit("Open"));
        assertThat(memory.recall(repository.id(), _ -> true).count()).isEqualTo(2);
        remember(first, "src/Shop.java", "class Remembered {}\n");

        CommitId second = index(shop.file("src/Cart.java", "class Basket {}\n").commit("Rename the cart"));

        assertThat(names(second)).containsExactly("Basket", "Remembered");
        assertThat(memory.recall(repository.id(), _ -> true).count()).isEqualTo(2);
    }

    @Test
    void graphIsTheSameWhateverIsKnown() {
        for (int i = 0; i < 30; i++) {
            shop.file("src/F" + i + ".java", "class F" + i + " { F" + (i + 1) + " next; }\n");
        }
        index(shop.commit("Open"));
        String head = shop.file("src/F3.java", "class F3 { F9 next; F1 first; }\n")
                .delete("src/F7.java")
                .commit("Close");
        CommitId commit = index(head);
        byte[] graph = objects.get(SnapshotKeys.codeGraph(repository.id(), commit));

        repository = add("another");
        index(head);

        assertThat(objects.get(SnapshotKeys.codeGraph(repository.id(), commit))).isEqualTo(graph);
    }

    @Test
    void whatIsDamagedIsOfNoUseAndReplaced() {
        shop.file("src/Shop.java", "class Shop {}\n");
        index(shop.commit("Open"));
        String key = SnapshotKeys.knownFiles(repository.id());
        objects.put(key, "no list".getBytes(StandardCharsets.UTF_8), OCTETS);
        assertThat(memory.recall(repository.id(), _ -> true)).isSameAs(KnownFiles.NONE);

        CommitId second = index(shop.file("README.md", "# Shop\n").commit("Explain"));

        assertThat(names(second)).containsExactly("Shop");
        assertThat(memory.recall(repository.id(), _ -> true).count()).isEqualTo(2);
    }

    @Test
    void littleThatIsNewIsNotWorthWritingDown() {
        shop.file("src/Shop.java", "class Shop {}\n" + "// much\n".repeat(200));
        index(shop.commit("Open"));
        byte[] before = objects.get(SnapshotKeys.knownFiles(repository.id()));

        CommitId second = index(shop.file("a.py", "x = 1\n").commit("Add a little"));

        assertThat(names(second)).contains("Shop", "x");
        assertThat(objects.get(SnapshotKeys.knownFiles(repository.id()))).isEqualTo(before);
    }

    @Test
    void whatIsKnownIsDeletedWithItsRepository() {
        assertThat(SnapshotKeys.knownFiles(repository.id())).startsWith(SnapshotKeys.repository(repository.id()));
    }

    /** Says of a file what another text would say. */
    private void remember(CommitId commit, String path, String text) throws IOException, InterruptedException {
        CodeIndexer indexer = new CodeIndexer(IndexOptions.DEFAULT);
        SourceArchive archive = SourceArchive.open(objects, repository.id(), commit);
        ArchiveEntry entry = archive.find(path).orElseThrow();
        FileKey key = indexer.key(SourceBlob.file(path, entry.size(), () -> archive.read(entry))
                        .named(entry.blob()))
                .orElseThrow();
        SourceBlob other =
                SourceBlob.file(path, text.getBytes(StandardCharsets.UTF_8)).named("other");
        List<KeyedFile> files =
                indexer.read(List.of(other).iterator(), KnownFiles.NONE, ProgressListener.NONE).keepable().stream()
                        .map(each -> new KeyedFile(key, each.file()))
                        .toList();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        KnownFilesFormat.write(ReaderBuild.current().orElseThrow(), files, out);
        objects.put(SnapshotKeys.knownFiles(repository.id()), out.toByteArray(), OCTETS);
    }

    private List<String> names(CommitId commit) {
        return graph(commit).symbols().map(symbol -> symbol.name().simple()).toList();
    }

    private CodeGraph graph(CommitId commit) {
        try {
            return CodeGraphFormat.read(
                    new ByteArrayInputStream(objects.get(SnapshotKeys.codeGraph(repository.id(), commit))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stores a commit as the clone function does, and indexes it. */
    private CommitId index(String head) {
        CommitId commit = new CommitId(head);
        if (repositories.get(ada, repository.id()).state() == RepositoryState.CLONED) {
            repositories.sync(ada, repository.id(), null);
        }
        take(Repositories.CLONE, claim -> {
            snapshots.startCloning(claim);
            archive(repository.id());
            snapshots.finishCloning(
                    claim, new Snapshots.Cloned(commit, "main", Instant.EPOCH, new Snapshot.Contents(1, 1, 0)));
        });
        Snapshot snapshot = snapshots.find(repository.id(), commit).orElseThrow();
        runner.run(Message.of(Snapshots.INDEX, snapshot.id().value()), step);
        return commit;
    }

    private void archive(RepositoryId into) {
        Deadline deadline = Deadline.in(Duration.ofMinutes(1), () -> true);
        CloneUrl url = new CloneUrl.Local(shop.directory());
        try (FetchedCommit fetched = CONTEXT.getBean(GitFetcher.class)
                        .fetch(url, null, directory.resolve("git-" + ++fetches), deadline, _ -> true);
                SourceArchiveWriter writer = new SourceArchiveWriter(objects, into, fetched.commit(), directory)) {
            fetched.walk(deadline, writer::add);
            writer.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(String type, Consumer<Claim> work) {
        runner.run(Message.of(type, repository.id().value()), new StepRunner.Work() {
            @Override
            public void run(Claim claim) {
                work.accept(claim);
            }

            @Override
            public void giveUp(Claim claim, ProblemException why) {
                throw why;
            }
        });
    }
}
