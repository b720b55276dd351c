package dev.caffeinecode.docs;

import dev.caffeinecode.identity.AccountId;
import dev.caffeinecode.repository.RepositoryId;
import dev.caffeinecode.testing.TestEnvironment;
import io.micronaut.context.ApplicationContext;

import java.util.Map;
import java.util.UUID;

/** A database with repositories that are cloned and indexed, and the beans that work on it. */
public final class DocsDatabase implements AutoCloseable {
    public static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    private final TestEnvironment environment = TestEnvironment.create();
    private final ApplicationContext context;

    public DocsDatabase(Map<String, Object> settings) {
        Map<String, Object> properties = environment.properties();
        properties.putAll(settings);
        context = ApplicationContext.run(properties);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public TestEnvironment environment() {
        return environment;
    }

    public AccountId account() {
        UUID id = UUID.randomUUID();
        environment.execute("INSERT INTO account (id, issuer, subject, created_at) VALUES ('" + id + "', 'test', '" + id
                + "', now())");
        return new AccountId(id);
    }

    /** A repository whose latest snapshot is in this state. */
    public RepositoryId repository(AccountId owner, String snapshotState) {
        UUID id = UUID.randomUUID();
        UUID snapshot = UUID.randomUUID();
        environment.execute("""
                INSERT INTO repository (id, owner_id, url, canonical_key, name, state, created_at, updated_at)
                VALUES ('%1$s', '%2$s', 'https://example.org/%1$s', '%1$s', 'shop', 'cloned', now(), now());
                INSERT INTO snapshot (id, repository_id, commit_id, revision, committed_at, state, files, bytes,
                    rejected_paths, created_at)
                VALUES ('%3$s', '%1$s', '%4$s', 'main', now(), '%5$s', 1, 1, 0, now());
                UPDATE repository SET snapshot_id = '%3$s' WHERE id = '%1$s';
                """.formatted(id, owner.value(), snapshot, COMMIT, snapshotState));
        return new RepositoryId(id);
    }

    @Override
    public void close() {
        context.close();
        environment.close();
    }
}
