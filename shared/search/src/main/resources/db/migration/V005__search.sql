-- What can be searched of a repository: one snapshot, written and replaced as a whole.
CREATE TABLE searchable (
    repository_id uuid PRIMARY KEY REFERENCES repository (id) ON DELETE CASCADE,
    snapshot_id   uuid NOT NULL REFERENCES snapshot (id) ON DELETE CASCADE,
    -- Of the program that cut the chunks; another one writes them anew.
    version       integer NOT NULL,
    symbols       integer NOT NULL,
    chunks        integer NOT NULL,
    -- What embedding this snapshot's new chunks took.
    tokens        bigint NOT NULL DEFAULT 0,
    cost_micros   bigint NOT NULL DEFAULT 0,
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

-- A vector for the text of a chunk by a model. What different models say cannot be compared; each has its dimension.
CREATE TABLE embedding (
    repository_id uuid NOT NULL REFERENCES repository (id) ON DELETE CASCADE,
    digest        bytea NOT NULL,
    model         text NOT NULL,
    dimension     smallint NOT NULL CHECK (dimension IN (384, 1024)),
    vector        halfvec NOT NULL CHECK (vector_dims(vector) = dimension),
    PRIMARY KEY (repository_id, digest, model)
);

-- In the row and not beside it: an exact search reads all of a repository's.
ALTER TABLE embedding ALTER COLUMN vector SET STORAGE PLAIN;

-- pgvector's defaults for m and ef_construction. An index needs a dimension, so there is one for each.
CREATE INDEX embedding_384 ON embedding USING hnsw ((vector::halfvec(384)) halfvec_cosine_ops) WHERE dimension = 384;
CREATE INDEX embedding_1024 ON embedding USING hnsw ((vector::halfvec(1024)) halfvec_cosine_ops) WHERE dimension = 1024;

-- Chunks that are to be embedded in one step; the row is deleted when all of them are.
CREATE TABLE embedding_batch (
    id            uuid PRIMARY KEY,
    repository_id uuid NOT NULL REFERENCES repository (id) ON DELETE CASCADE,
    model         text NOT NULL,
    -- Hex, with commas between them.
    digests       text NOT NULL,
    state         text NOT NULL CHECK (state IN ('open', 'failed')),
    error_code    text,
    error_detail  text,
    created_at    timestamptz NOT NULL
);

CREATE INDEX embedding_batch_repository ON embedding_batch (repository_id);
