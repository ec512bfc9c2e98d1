// Subscribes with an outside client (sse or ws), says what it is told, and ends when it is about to connect again.
// Prints JSON lines: {"next":...}, {"pong":true} (ws: an answer to the client's own ping), {"resumes":true}, {"error":...}, {"done":true}.
import { createClient as createSse } from 'graphql-sse';
import { createClient as createWs } from 'graphql-ws';
import WebSocket from 'ws';

const [, , kind, url, query] = process.argv;
const say = (line) => console.log(JSON.stringify(line));
const retryWait = async () => {
  say({ resumes: true });
  process.exit(0);
};
const client =
  kind === 'sse'
    ? createSse({ url, retryAttempts: 1, retry: retryWait })
    : createWs({
        url: url.replace('http', 'ws'),
        webSocketImpl: WebSocket,
        retryAttempts: 1,
        retryWait,
        keepAlive: 20,
        on: { pong: (received) => received && say({ pong: true }) },
      });
client.subscribe(
  { query },
  {
    next: (value) => say({ next: value }),
    error: (e) => say({ error: e.code ?? e.message ?? e }),
    complete: () => say({ done: true }),
  },
);
