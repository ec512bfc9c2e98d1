CREATE TABLE match_requests (
    tenant {text} NOT NULL,
    owner {text} NOT NULL,
    id {text} NOT NULL,
    cohort {text} NOT NULL,
    mentor {text} NOT NULL,
    mentee {text} NOT NULL,
    asked_by {text} NOT NULL,
    status {text} NOT NULL,
    score bigint NOT NULL,
    sent_at bigint NOT NULL,
    remind_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    ended_at bigint NULL,
    pairing {text} NULL,
    PRIMARY KEY (tenant, id)
);
CREATE INDEX match_requests_owner ON match_requests (tenant, owner);
CREATE INDEX match_requests_sent ON match_requests (tenant, sent_at, id);
CREATE INDEX match_requests_mentor ON match_requests (tenant, mentor, sent_at, id);
CREATE INDEX match_requests_mentee ON match_requests (tenant, mentee, sent_at, id);
