package dev.caffeinecode.identity;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Table {@code account}. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface AccountStore extends GenericRepository<AccountRow, UUID> {
    @Query("""
            SELECT id, issuer, subject, created_at
            FROM account
            WHERE issuer = :issuer AND subject = :subject
            """)
    Optional<AccountRow> find(String issuer, String subject);

    @Query("""
            INSERT INTO account (id, issuer, subject, created_at)
            VALUES (:id, :issuer, :subject, :now)
            ON CONFLICT (issuer, subject) DO NOTHING
            """)
    void insertIfAbsent(UUID id, String issuer, String subject, Instant now);
}
