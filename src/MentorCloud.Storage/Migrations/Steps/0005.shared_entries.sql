-- Entries of pairings that everybody in the tenant may read; their words stay sealed beside the pairing.
CREATE TABLE shared_entries (
    tenant {text} NOT NULL,
    owner {text} NOT NULL,
    id {text} NOT NULL,
    pairing {text} NOT NULL,
    number bigint NOT NULL,
    cohort {text} NOT NULL,
    kind {text} NOT NULL,
    author {text} NOT NULL,
    written_at bigint NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX shared_entries_owner ON shared_entries (tenant, owner);
CREATE INDEX shared_entries_written ON shared_entries (tenant, written_at, id);
