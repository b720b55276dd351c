CREATE EXTENSION IF NOT EXISTS vector;
CREATE EXTENSION IF NOT EXISTS pgcrypto;
CREATE EXTENSION IF NOT EXISTS citext;

-- Messages of committed changes that have not been handed to SQS yet.
CREATE TABLE outbox (
    id            uuid PRIMARY KEY,
    queue         text NOT NULL,
    body          text NOT NULL,
    delay_seconds integer NOT NULL CHECK (delay_seconds BETWEEN 0 AND 900),
    created_at    timestamptz NOT NULL
);

CREATE INDEX outbox_created_at ON outbox (created_at);

-- Work that is queued or being done; the row is deleted in the transaction that writes the result.
CREATE TABLE step (
    id          uuid NOT NULL,
    type        text NOT NULL,
    queue       text NOT NULL,
    claimed     boolean NOT NULL,
    fence       bigint NOT NULL,
    attempts    integer NOT NULL,
    lease_until timestamptz NOT NULL,
    PRIMARY KEY (id, type)
);

CREATE INDEX step_lease_until ON step (lease_until);

-- Grows over all steps and for ever, so that no claim is ever taken for another.
CREATE SEQUENCE step_fence;
