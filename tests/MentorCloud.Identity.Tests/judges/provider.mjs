// A company's provider: npm oidc-provider on a free port of the loopback. Prints its issuer, then obeys POST /test/setup:
// { clients, person: { sub, ...claims }, keys: number, tokenClaims } sets it up anew under the same issuer; the person is logged in without a page.
import { createServer } from 'node:http';
import { generateKeyPairSync } from 'node:crypto';
import Provider, { errors } from 'oidc-provider';

const keys = new Map();
let person = { sub: 'nobody' };
let handle = (_, response) => response.writeHead(503).end();

function key(number) {
  if (!keys.has(number)) {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    keys.set(number, { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'ES256', kid: `key-${number}` });
  }
  return keys.get(number);
}

function setUp(issuer, setup) {
  person = setup.person ?? person;
  const provider = new Provider(issuer, {
    clients: setup.clients.map((client) => ({
      response_types: ['code'], grant_types: ['authorization_code'], id_token_signed_response_alg: 'ES256',
      token_endpoint_auth_signing_alg: client.token_endpoint_auth_method === 'private_key_jwt' ? 'ES256' : undefined, ...client,
    })),
    jwks: { keys: [key(setup.keys ?? 1)] },
    clientAuthMethods: ['client_secret_basic', 'client_secret_post', 'private_key_jwt'],
    claims: { openid: ['sub', 'groups', 'amr_names'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: false }, backchannelLogout: { enabled: true }, rpInitiatedLogout: { enabled: true }, clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true, defaultResource: (_, client) => (client.grantTypes.includes('client_credentials') ? 'https://mentorcloud.example' : undefined),
        getResourceServerInfo: () => ({ scope: 'programs:read', audience: setup.audience ?? 'mentorcloud', accessTokenFormat: 'jwt', jwt: { sign: { alg: 'ES256' } } }),
      },
    },
    extraTokenClaims: () => setup.tokenClaims,
    // Its own guard against addresses inside would keep it from our loopback.
    fetch: (url, { dispatcher, ...options }) => fetch(url, options),
    findAccount: (_, id) => ({ accountId: id, claims: () => person }),
    async loadExistingGrant(context) {
      const grant = new context.oidc.provider.Grant({ clientId: context.oidc.client.clientId, accountId: context.oidc.session.accountId });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  });
  handle = async (request, response) => {
    if (request.url.startsWith('/interaction/')) {
      try {
        await provider.interactionFinished(request, response, { login: { accountId: person.sub, amr: person.amr_names } }, { mergeWithLastSubmission: false });
      } catch (error) {
        response.writeHead(error instanceof errors.SessionNotFound ? 400 : 500).end(String(error));
      }
      return;
    }
    provider.callback()(request, response);
  };
}

const server = createServer((request, response) => {
  if (request.url !== '/test/setup') {
    handle(request, response);
    return;
  }
  let body = '';
  request.on('data', (piece) => { body += piece; });
  request.on('end', () => {
    setUp(`http://127.0.0.1:${server.address().port}`, JSON.parse(body));
    response.writeHead(204).end();
  });
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`http://127.0.0.1:${server.address().port}\n`));
process.stdin.on('end', () => process.exit(0)).resume();
