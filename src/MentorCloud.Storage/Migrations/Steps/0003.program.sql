-- How pairings stand, what waits for the program, ratings asked of people outside a pairing, pulses, and events of cohorts.
ALTER TABLE pairings ADD COLUMN health bigint NOT NULL DEFAULT 0;
ALTER TABLE pairings ADD COLUMN health_reasons {text} NOT NULL DEFAULT '';
CREATE INDEX pairings_health ON pairings (tenant, health, id);

CREATE TABLE cases (
    tenant {text} NOT NULL,
    owner {text} NOT NULL,
    id {text} NOT NULL,
    kind {text} NOT NULL,
    pairing {text} NOT NULL,
    number bigint NOT NULL,
    cohort {text} NOT NULL,
    opened_at bigint NOT NULL,
    due_at bigint NULL,
    closed_at bigint NULL,
    is_open bigint NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX cases_owner ON cases (tenant, owner);
CREATE INDEX cases_opened ON cases (tenant, opened_at, id);

CREATE TABLE review_requests (
    tenant {text} NOT NULL,
    owner {text} NOT NULL,
    id {text} NOT NULL,
    pairing {text} NOT NULL,
    number bigint NOT NULL,
    rater {text} NOT NULL,
    mentee {text} NOT NULL,
    competencies {text} NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX review_requests_owner ON review_requests (tenant, owner);
CREATE INDEX review_requests_rater ON review_requests (tenant, rater, id);

-- Scores of closed safety pulses by calendar month; read only in sums over whole cohorts.
CREATE TABLE pulses (
    tenant {text} NOT NULL,
    owner {text} NOT NULL,
    id {text} NOT NULL,
    cohort {text} NOT NULL,
    month bigint NOT NULL,
    mentor {text} NOT NULL,
    mentee {text} NOT NULL,
    mentor_score bigint NOT NULL,
    mentee_score bigint NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX pulses_owner ON pulses (tenant, owner);
CREATE INDEX pulses_cohort ON pulses (tenant, cohort, month);

CREATE TABLE cohort_events (
    tenant {text} NOT NULL,
    owner {text} NOT NULL,
    id {text} NOT NULL,
    cohort {text} NOT NULL,
    kind {text} NOT NULL,
    title {text} NOT NULL,
    starts_at bigint NOT NULL,
    minutes bigint NOT NULL,
    is_cancelled bigint NOT NULL,
    invited {text} NOT NULL,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX cohort_events_owner ON cohort_events (tenant, owner);
CREATE INDEX cohort_events_start ON cohort_events (tenant, cohort, starts_at, id);

-- cohort_events.invited once more, a row for each, to find a person's events by.
CREATE TABLE invitations (
    tenant {text} NOT NULL,
    owner {text} NOT NULL,
    event {text} NOT NULL,
    participant {text} NOT NULL,
    PRIMARY KEY (tenant, participant, event)
);
CREATE INDEX invitations_owner ON invitations (tenant, owner);
