// Prints graphql-js's breaking changes from one schema file to another, one JSON line each: { type, description }.
import { readFileSync } from 'node:fs';
import { buildSchema, findBreakingChanges } from 'graphql';

const [before, after] = process.argv.slice(2).map((file) => buildSchema(readFileSync(file, 'utf8')));
for (const { type, description } of findBreakingChanges(before, after)) console.log(JSON.stringify({ type, description }));
