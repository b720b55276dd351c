-- What the checks of a page came to; pages of before were not checked.
ALTER TABLE page_content
    ADD COLUMN citations_checked integer NOT NULL DEFAULT 0,
    ADD COLUMN identifiers_resolved integer NOT NULL DEFAULT 0,
    ADD COLUMN identifiers_unknown integer NOT NULL DEFAULT 0,
    ADD COLUMN statements_supported integer NOT NULL DEFAULT 0,
    ADD COLUMN statements_unsupported integer NOT NULL DEFAULT 0,
    ADD COLUMN statements_undecided integer NOT NULL DEFAULT 0,
    ADD COLUMN paragraphs_uncited integer NOT NULL DEFAULT 0,
    ADD COLUMN findings_repaired integer NOT NULL DEFAULT 0,
    ADD COLUMN statements_cut integer NOT NULL DEFAULT 0;

ALTER TABLE page_content
    ALTER COLUMN citations_checked DROP DEFAULT,
    ALTER COLUMN identifiers_resolved DROP DEFAULT,
    ALTER COLUMN identifiers_unknown DROP DEFAULT,
    ALTER COLUMN statements_supported DROP DEFAULT,
    ALTER COLUMN statements_unsupported DROP DEFAULT,
    ALTER COLUMN statements_undecided DROP DEFAULT,
    ALTER COLUMN paragraphs_uncited DROP DEFAULT,
    ALTER COLUMN findings_repaired DROP DEFAULT,
    ALTER COLUMN statements_cut DROP DEFAULT;
