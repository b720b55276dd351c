-- What may be spent on models for one purpose, a run for example, and what has been, in micro-dollars.
CREATE TABLE budget (
    id         uuid PRIMARY KEY,
    -- Null for no limit.
    ceiling    bigint CHECK (ceiling >= 0),
    -- Kept for those named in budget_earmark.
    earmarked  bigint NOT NULL CHECK (earmarked >= 0),
    -- What calls under way may cost at most.
    reserved   bigint NOT NULL CHECK (reserved >= 0),
    spent      bigint NOT NULL CHECK (spent >= 0),
    tokens_in  bigint NOT NULL,
    tokens_out bigint NOT NULL
);

-- What a budget keeps for a holder, a page for example, until it asks or needs it no more.
CREATE TABLE budget_earmark (
    budget_id uuid NOT NULL REFERENCES budget (id) ON DELETE CASCADE,
    holder    uuid NOT NULL,
    micros    bigint NOT NULL CHECK (micros > 0),
    PRIMARY KEY (budget_id, holder)
);

-- Every call of a model that money was reserved for.
CREATE TABLE model_call (
    id              uuid PRIMARY KEY,
    budget_id       uuid NOT NULL REFERENCES budget (id) ON DELETE CASCADE,
    holder          uuid NOT NULL,
    provider        text NOT NULL,
    model           text NOT NULL,
    -- reserved: under way; settled: answered; released: not charged for; lost: nobody knows, so it counts in full.
    state           text NOT NULL CHECK (state IN ('reserved', 'settled', 'released', 'lost')),
    reserved_micros bigint NOT NULL CHECK (reserved_micros >= 0),
    cost_micros     bigint NOT NULL CHECK (cost_micros >= 0),
    tokens_in       bigint NOT NULL,
    tokens_out      bigint NOT NULL,
    created_at      timestamptz NOT NULL,
    ended_at        timestamptz
);

CREATE INDEX model_call_budget ON model_call (budget_id);
CREATE INDEX model_call_open ON model_call (holder) WHERE state = 'reserved';

-- How hard a model may be asked by all workers together; learned from its answers.
CREATE TABLE model_rate (
    provider     text NOT NULL,
    model        text NOT NULL,
    -- Calls at a time, with a fraction that grows into the next one.
    concurrency  double precision NOT NULL,
    -- Tokens that may be asked for now.
    tokens       double precision NOT NULL,
    refilled_at  timestamptz NOT NULL,
    paused_until timestamptz NOT NULL,
    lowered_at   timestamptz NOT NULL,
    PRIMARY KEY (provider, model)
);

-- Calls under way; one whose worker died counts until its time is up.
CREATE TABLE model_turn (
    id          uuid PRIMARY KEY,
    provider    text NOT NULL,
    model       text NOT NULL,
    lease_until timestamptz NOT NULL
);

CREATE INDEX model_turn_model ON model_turn (provider, model, lease_until);
