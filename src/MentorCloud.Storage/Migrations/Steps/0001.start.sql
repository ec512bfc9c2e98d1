-- Facts: what grains told, in the order of their publication over all grains. Instants are UTC ticks of 100 ns.
CREATE TABLE facts (
    position {position},
    tenant {text} NOT NULL,
    grain {text} NOT NULL,
    sequence bigint NOT NULL,
    at bigint NOT NULL,
    actor {text} NOT NULL,
    type {text} NOT NULL,
    json {text} NOT NULL
);

-- How far each grain's entries were published. rows_sequence: what a rebuild found in the grain's state; entries up to it
-- bring no rows, and the next entry may come from anywhere up to the one after it, because those between may be lost.
CREATE TABLE grain_positions (
    tenant {text} NOT NULL,
    grain {text} NOT NULL,
    sequence bigint NOT NULL,
    rows_sequence bigint NOT NULL,
    PRIMARY KEY (tenant, grain)
);

CREATE TABLE consumers (
    name {text} PRIMARY KEY,
    position bigint NOT NULL
);

CREATE TABLE audit (
    tenant {text} NOT NULL,
    number bigint NOT NULL,
    at bigint NOT NULL,
    actor {text} NOT NULL,
    action {text} NOT NULL,
    subject {text} NOT NULL,
    person {text} NULL,
    detail {text} NULL,
    hash {text} NOT NULL,
    PRIMARY KEY (tenant, number)
);

CREATE TABLE audit_heads (
    tenant {text} PRIMARY KEY,
    number bigint NOT NULL,
    hash {text} NOT NULL
);

CREATE TABLE tenant_keys (
    tenant {text} PRIMARY KEY,
    wrapped {bytes} NOT NULL,
    created_at bigint NOT NULL
);

CREATE TABLE person_keys (
    tenant {text} NOT NULL,
    id {text} NOT NULL,
    person {text} NOT NULL,
    wrapped {bytes} NOT NULL,
    created_at bigint NOT NULL,
    PRIMARY KEY (tenant, id),
    UNIQUE (tenant, person)
);

-- Views: a table for each row type of the domain. owner is the grain whose rows they are, replaced as a whole.
CREATE TABLE tenants (
    tenant {text} PRIMARY KEY,
    owner {text} NOT NULL,
    name {text} NOT NULL,
    slug {text} NOT NULL,
    time_zone {text} NOT NULL,
    status {text} NOT NULL,
    framework_version bigint NOT NULL,
    created_at bigint NOT NULL
);
CREATE INDEX tenants_slug ON tenants (slug);

CREATE TABLE participants (
    tenant {text} NOT NULL,
    owner {text} NOT NULL,
    id {text} NOT NULL,
    external_id {text} NOT NULL,
    kind {text} NOT NULL,
    name {text} NOT NULL,
    title {text} NOT NULL,
    division {text} NOT NULL,
    location {text} NOT NULL,
    time_zone {text} NOT NULL,
    hours_per_month bigint NOT NULL,
    max_mentees bigint NOT NULL,
    load bigint NOT NULL,
    cohorts {text} NOT NULL,
    registered_at bigint NOT NULL,
    sort_name {text} NOT NULL,
    search {text} NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX participants_owner ON participants (tenant, owner);
CREATE INDEX participants_name ON participants (tenant, sort_name, id);
CREATE INDEX participants_registered ON participants (tenant, registered_at, id);

-- participants.cohorts once more, a row for each, to find a cohort's people by.
CREATE TABLE memberships (
    tenant {text} NOT NULL,
    owner {text} NOT NULL,
    cohort {text} NOT NULL,
    participant {text} NOT NULL,
    PRIMARY KEY (tenant, cohort, participant)
);
CREATE INDEX memberships_owner ON memberships (tenant, owner);

CREATE TABLE cohorts (
    tenant {text} NOT NULL,
    owner {text} NOT NULL,
    id {text} NOT NULL,
    name {text} NOT NULL,
    phase {text} NOT NULL,
    starts_on {text} NULL,
    midcourse bigint NULL,
    ends_at bigint NULL,
    mentors bigint NOT NULL,
    mentees bigint NOT NULL,
    created_at bigint NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX cohorts_owner ON cohorts (tenant, owner);
CREATE INDEX cohorts_created ON cohorts (tenant, created_at, id);

CREATE TABLE rounds (
    tenant {text} NOT NULL,
    owner {text} NOT NULL,
    id {text} NOT NULL,
    cohort {text} NOT NULL,
    objective {text} NOT NULL,
    status {text} NOT NULL,
    weights_version bigint NOT NULL,
    pairs bigint NOT NULL,
    unmatched bigint NOT NULL,
    total_score bigint NOT NULL,
    upper_bound bigint NOT NULL,
    created_at bigint NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX rounds_owner ON rounds (tenant, owner);
CREATE INDEX rounds_created ON rounds (tenant, cohort, created_at, id);

-- due_up and due_down are next_check_in_due for reading up and for reading down: without one, last either way.
CREATE TABLE pairings (
    tenant {text} NOT NULL,
    owner {text} NOT NULL,
    id {text} NOT NULL,
    cohort {text} NOT NULL,
    round {text} NOT NULL,
    mentor {text} NOT NULL,
    mentee {text} NOT NULL,
    stage {text} NOT NULL,
    score bigint NOT NULL,
    weights_version bigint NOT NULL,
    contract_version bigint NOT NULL,
    check_ins_done bigint NOT NULL,
    check_ins_missed bigint NOT NULL,
    next_check_in_due bigint NULL,
    created_at bigint NOT NULL,
    due_up bigint NOT NULL,
    due_down bigint NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX pairings_owner ON pairings (tenant, owner);
CREATE INDEX pairings_created ON pairings (tenant, created_at, id);
CREATE INDEX pairings_score ON pairings (tenant, score, id);
CREATE INDEX pairings_due_up ON pairings (tenant, due_up, id);
CREATE INDEX pairings_due_down ON pairings (tenant, due_down, id);
CREATE INDEX pairings_cohort ON pairings (tenant, cohort, id);
CREATE INDEX pairings_mentor ON pairings (tenant, mentor);
CREATE INDEX pairings_mentee ON pairings (tenant, mentee);
