CREATE TABLE repository (
    id            uuid PRIMARY KEY,
    owner_id      uuid NOT NULL REFERENCES account (id),
    url           text NOT NULL,
    -- Equal for all spellings of the same URL.
    canonical_key text NOT NULL,
    name          text NOT NULL,
    state         text NOT NULL CHECK (state IN ('pending', 'cloning', 'cloned', 'failed')),
    -- Branch, tag or commit that is asked for; null for the default branch.
    revision      text,
    snapshot_id   uuid,
    error_code    text,
    error_detail  text,
    created_at    timestamptz NOT NULL,
    updated_at    timestamptz NOT NULL,
    UNIQUE (owner_id, canonical_key)
);

CREATE INDEX repository_owner ON repository (owner_id, created_at DESC, id DESC);

CREATE TABLE snapshot (
    id             uuid PRIMARY KEY,
    repository_id  uuid NOT NULL REFERENCES repository (id) ON DELETE CASCADE,
    commit_id      text NOT NULL,
    -- The branch or tag it was found by.
    revision       text NOT NULL,
    committed_at   timestamptz NOT NULL,
    state          text NOT NULL CHECK (state IN ('stored', 'indexing', 'indexed', 'failed')),
    files          integer NOT NULL,
    bytes          bigint NOT NULL,
    rejected_paths integer NOT NULL,
    symbols        integer,
    lines          bigint,
    language       text,
    error_code     text,
    error_detail   text,
    created_at     timestamptz NOT NULL,
    UNIQUE (repository_id, commit_id)
);

ALTER TABLE repository ADD FOREIGN KEY (snapshot_id) REFERENCES snapshot (id) ON DELETE SET NULL;
