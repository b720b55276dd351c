package dev.caffeinecode.clone;

import dev.caffeinecode.platform.objects.ObjectStore;
import dev.caffeinecode.repository.Repository;
import dev.caffeinecode.repository.RepositoryState;
import dev.caffeinecode.repository.Revision;
import dev.caffeinecode.repository.Snapshot;
import dev.caffeinecode.repository.SnapshotKeys;
import dev.caffeinecode.repository.archive.ArchiveEntry;
import dev.caffeinecode.repository.archive.SourceArchive;
import dev.caffeinecode.testing.GitFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

class CloneHandlerIT extends CloneTestBase {
    @Test
    void repositoryIsClonedAndItsIndexStepQueued() {
        Repository repository = add();

        assertThat(deliverQueued()).isEmpty();

        assertThat(function.get(repository).state()).isEqualTo(RepositoryState.CLONED);
        Snapshot snapshot = snapshot(repository);
        assertThat(snapshot.commit().hex()).isEqualTo(head);
        assertThat(snapshot.revision()).isEqualTo("main");
        assertThat(snapshot.contents()).isEqualTo(new Snapshot.Contents(1, 14, 0));
        SourceArchive archive =
                SourceArchive.open(function.bean(ObjectStore.class), repository.id(), snapshot.commit());
        assertThat(archive.entries()).extracting(ArchiveEntry::path).containsExactly("src/Shop.java");
        assertThat(archive.read(archive.entries().getFirst()))
                .isEqualTo("class Shop {}\n".getBytes(StandardCharsets.UTF_8));
        assertThat(environment.drain("index"))
                .containsExactly("{\"version\":1,\"type\":\"index\",\"id\":\"" + snapshot.id() + "\"}");
    }

    @Test
    void revisionIsClonedThatWasAskedFor() {
        shop.tag("v1");
        shop.file("README.md", "# Shop\n").commit("Explain");
        Repository repository = function.add(server.url("shop"), new Revision("v1"));

        deliverQueued();

        assertThat(snapshot(repository).commit().hex()).isEqualTo(head);
        assertThat(snapshot(repository).revision()).isEqualTo("v1");
    }

    @Test
    void nameThatNoFileMayHaveIsLeftOutAndCounted() {
        shop.commitEmptyFiles(".git", "kept");
        Repository repository = add();

        assertThat(deliverQueued()).isEmpty();

        assertThat(function.get(repository).state()).isEqualTo(RepositoryState.CLONED);
        assertThat(snapshot(repository).contents()).isEqualTo(new Snapshot.Contents(1, 0, 1));
    }

    @Test
    void messageThatComesTwiceIsDoneOnce() {
        Repository repository = add();
        String message = CloneFunction.cloneMessage(repository);

        assertThat(function.deliver(List.of(message, message))).isEmpty();
        long fetches = fetches();
        List<String> keys = environment.objectKeys();
        assertThat(function.deliver(List.of(message))).isEmpty();

        assertThat(fetches()).isEqualTo(fetches);
        assertThat(environment.objectKeys()).isEqualTo(keys);
        assertThat(environment.query("SELECT id FROM snapshot")).hasSize(1);
        assertThat(environment.drain("index")).hasSize(1);
    }

    @Test
    void commitThatIsStoredAlreadyIsNotFetchedAgain() {
        Repository repository = add();
        deliverQueued();
        long fetches = fetches();
        function.sync(repository);

        deliverQueued();

        assertThat(function.get(repository).state()).isEqualTo(RepositoryState.CLONED);
        assertThat(fetches()).isEqualTo(fetches + 1); // its refs are listed
        assertThat(environment.query("SELECT id FROM snapshot")).hasSize(1);
    }

    @Test
    void newCommitIsASnapshotOfItsOwn() {
        Repository repository = add();
        deliverQueued();
        String next = shop.file("README.md", "# Shop\n").commit("Explain");
        function.sync(repository);

        deliverQueued();

        assertThat(snapshot(repository).commit().hex()).isEqualTo(next);
        assertThat(environment.query("SELECT commit_id FROM snapshot")).containsExactlyInAnyOrder(head, next);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json",
                "{}",
                "[]",
                "null",
                "{\"version\":2,\"type\":\"clone\",\"id\":\"00000000-0000-0000-0000-000000000000\"}",
                "{\"version\":1,\"type\":\"other\",\"id\":\"00000000-0000-0000-0000-000000000000\"}",
                "{\"version\":1,\"type\":\"clone\",\"id\":\"not a uuid\"}"
            })
    void messageThatNobodyCanTakeIsParkedAndTheOthersAreTaken(String body) {
        Repository repository = add();

        assertThat(function.deliver(List.of(body, CloneFunction.cloneMessage(repository))))
                .isEmpty();

        assertThat(environment.drainDeadLetters("clone")).containsExactly(body);
        assertThat(function.get(repository).state()).isEqualTo(RepositoryState.CLONED);
    }

    @Test
    void messageOfARepositoryThatIsNotThereIsDone() {
        String message = "{\"version\":1,\"type\":\"clone\",\"id\":\"" + UUID.randomUUID() + "\"}";

        assertThat(function.deliver(List.of(message))).isEmpty();

        assertThat(environment.drainDeadLetters("clone")).isEmpty();
    }

    @Test
    void purgeDeletesTheFilesOfItsRepositoryOnly() {
        Repository kept = add();
        GitFixture.create(directory.resolve("root/other")).file("a", "a").commit("Open");
        Repository deleted = function.add(server.url("other"), null);
        deliverQueued();
        function.delete(deleted);

        assertThat(deliverQueued()).isEmpty();
        assertThat(function.deliver(List.of("{\"version\":1,\"type\":\"purge\",\"id\":\"" + deleted.id() + "\"}")))
                .isEmpty();

        assertThat(environment.objectKeys())
                .isNotEmpty()
                .allMatch(key -> key.startsWith(SnapshotKeys.repository(kept.id())));
    }
}
