package dev.caffeinecode.identity;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import java.time.Instant;
import java.util.UUID;

/** A row of table {@code account}. */
@MappedEntity("account")
record AccountRow(@Id UUID id, String issuer, String subject, Instant createdAt) {}
