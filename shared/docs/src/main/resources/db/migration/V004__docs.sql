CREATE TABLE run (
    id               uuid PRIMARY KEY,
    repository_id    uuid NOT NULL REFERENCES repository (id) ON DELETE CASCADE,
    snapshot_id      uuid NOT NULL REFERENCES snapshot (id) ON DELETE CASCADE,
    template         text NOT NULL,
    template_version integer NOT NULL,
    provider         text NOT NULL,
    model            text NOT NULL,
    state            text NOT NULL CHECK (
        state IN ('queued', 'planning', 'writing', 'assembling', 'completed', 'failed', 'cancelled')),
    error_code       text,
    error_detail     text,
    created_at       timestamptz NOT NULL,
    updated_at       timestamptz NOT NULL,
    finished_at      timestamptz
);

-- The same run is not made twice at the same time.
CREATE UNIQUE INDEX run_active ON run (snapshot_id, template, template_version, provider, model)
    WHERE state IN ('queued', 'planning', 'writing', 'assembling');

CREATE INDEX run_repository ON run (repository_id, created_at DESC, id DESC);

CREATE TABLE page (
    id            uuid PRIMARY KEY,
    run_id        uuid NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    parent_id     uuid REFERENCES page (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    ordinal       integer NOT NULL,
    slug          text NOT NULL,
    title         text NOT NULL,
    kind          text NOT NULL,
    -- JSON: what the page is written from.
    brief         text NOT NULL,
    state         text NOT NULL CHECK (state IN ('waiting', 'ready', 'writing', 'written', 'outlined', 'failed')),
    children_left integer NOT NULL CHECK (children_left >= 0),
    -- Names a row of page_content of the run's repository, once the page has a text.
    input_digest  text,
    reused        boolean NOT NULL,
    error_code    text,
    error_detail  text,
    updated_at    timestamptz NOT NULL,
    UNIQUE (run_id, slug)
);

CREATE INDEX page_parent ON page (parent_id);

-- What was written from inputs of one digest; never changed, shared by all runs of a repository.
CREATE TABLE page_content (
    repository_id     uuid NOT NULL REFERENCES repository (id) ON DELETE CASCADE,
    input_digest      text NOT NULL,
    digest            text NOT NULL,
    summary           text NOT NULL,
    -- JSON: path, lines and digest of each.
    citations         text NOT NULL,
    citation_count    integer NOT NULL,
    citations_removed integer NOT NULL,
    secrets_masked    integer NOT NULL,
    provider          text NOT NULL,
    model             text NOT NULL,
    tokens_in         bigint NOT NULL,
    tokens_out        bigint NOT NULL,
    cost_micros       bigint NOT NULL,
    created_at        timestamptz NOT NULL,
    PRIMARY KEY (repository_id, input_digest)
);
