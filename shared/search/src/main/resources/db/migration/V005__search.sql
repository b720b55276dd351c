-- What can be searched of a repository: one snapshot, written and replaced as a whole.
CREATE TABLE searchable (
    repository_id uuid PRIMARY KEY REFERENCES repository (id) ON DELETE CASCADE,
    snapshot_id   uuid NOT NULL REFERENCES snapshot (id) ON DELETE CASCADE,
    -- Of the program that cut the chunks; another one writes them anew.
    version       integer NOT NULL,
    symbols       integer NOT NULL,
    chunks        integer NOT NULL,
    written_at    timestamptz NOT NULL
);

CREATE INDEX searchable_snapshot ON searchable (snapshot_id);

CREATE TABLE symbol (
    repository_id uuid NOT NULL REFERENCES repository (id) ON DELETE CASCADE,
    number        integer NOT NULL,
    path          text NOT NULL,
    ordinal       integer NOT NULL,
    kind          text NOT NULL,
    qualifier     text NOT NULL,
    name          text NOT NULL,
    signature     text NOT NULL,
    visibility    text NOT NULL,
    first_line    integer NOT NULL,
    last_line     integer NOT NULL,
    PRIMARY KEY (repository_id, number)
);

-- By the beginning of a name in any case; a name may be longer than an entry of an index.
CREATE INDEX symbol_name ON symbol (repository_id, left(lower(name), 100) text_pattern_ops);

-- The text of chunks, once for all places and snapshots of a repository. Of one repository only: one user's code is never
-- compared with another's.
CREATE TABLE chunk (
    repository_id uuid NOT NULL REFERENCES repository (id) ON DELETE CASCADE,
    -- SHA-256 of the text.
    digest        bytea NOT NULL CHECK (length(digest) = 32),
    text          text NOT NULL,
    PRIMARY KEY (repository_id, digest)
);

CREATE TABLE chunk_place (
    repository_id uuid NOT NULL REFERENCES repository (id) ON DELETE CASCADE,
    number        integer NOT NULL,
    digest        bytea NOT NULL,
    path          text NOT NULL,
    first_line    integer NOT NULL,
    last_line     integer NOT NULL,
    -- Ordinal of the symbol in its file; null for a piece of the file itself.
    symbol        integer,
    PRIMARY KEY (repository_id, number)
);

CREATE INDEX chunk_place_digest ON chunk_place (repository_id, digest);
