package dev.caffeinecode.clone;

import dev.caffeinecode.platform.objects.ObjectStore;
import dev.caffeinecode.platform.queue.Message;
import dev.caffeinecode.repository.RepositoryId;
import dev.caffeinecode.repository.SnapshotKeys;
import jakarta.inject.Singleton;

/** Deletes the files of a repository whose rows are deleted. Safe to repeat. */
@Singleton
class Purge {
    private final ObjectStore objects;

    Purge(ObjectStore objects) {
        this.objects = objects;
    }

    void take(Message message) {
        objects.deletePrefix(SnapshotKeys.repository(new RepositoryId(message.id())));
    }
}
