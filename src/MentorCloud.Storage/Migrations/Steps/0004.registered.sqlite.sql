UPDATE facts SET json = json_remove(json, '$.externalId') WHERE type = 'ParticipantRegistered' AND json LIKE '%"externalId"%';
