// Subscribes with an outside client (sse or ws) and prints every result as a JSON line, then {"done":true}.
import { createClient as createSse } from 'graphql-sse';
import { createClient as createWs } from 'graphql-ws';
import WebSocket from 'ws';

const [, , kind, url, query, header] = process.argv;
const headers = header ? { [header]: '1' } : {};
const client =
  kind === 'sse'
    ? createSse({ url, headers, retryAttempts: 0 })
    : createWs({
        url: url.replace('http', 'ws'),
        retryAttempts: 0,
        webSocketImpl: class extends WebSocket {
          constructor(address, protocols) {
            super(address, protocols, { headers });
          }
        },
      });
await new Promise((resolve) =>
  client.subscribe(
    { query },
    {
      next: (value) => console.log(JSON.stringify(value)),
      error: (e) => {
        console.log(JSON.stringify({ error: e.code ?? e.message ?? e }));
        resolve();
      },
      complete: () => {
        console.log(JSON.stringify({ done: true }));
        resolve();
      },
    },
  ),
);
client.dispose();
process.exit(0);
