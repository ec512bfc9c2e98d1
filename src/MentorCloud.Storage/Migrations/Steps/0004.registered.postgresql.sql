UPDATE facts SET json = regexp_replace(json, '"externalId":"(\\.|[^"\\])*",?', '') WHERE type = 'ParticipantRegistered' AND json LIKE '%"externalId"%';
