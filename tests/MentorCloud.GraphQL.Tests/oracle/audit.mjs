// Runs graphql-http's audit against a server and prints one JSON line: { total, ok, failed: [{ id, name, reason }] }.
import { auditServer } from 'graphql-http';

const results = await auditServer({ url: process.argv[2] });
const failed = results.filter((r) => r.status !== 'ok').map((r) => ({ id: r.id, name: r.name, reason: r.reason }));
console.log(JSON.stringify({ total: results.length, ok: results.length - failed.length, failed }));
