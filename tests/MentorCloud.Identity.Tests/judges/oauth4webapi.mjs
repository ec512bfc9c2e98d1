// oauth4webapi drives the protocol step by step and checks every answer strictly. Input: JSON in SETUP.
import * as oauth from 'oauth4webapi';
import { Browser } from './browser.mjs';
import { run, same } from './flows.mjs';

const setup = JSON.parse(process.env.SETUP);
const issuer = new URL(setup.issuer);
const insecure = { [oauth.allowInsecureRequests]: true };
const client = { client_id: setup.open.id };
let server;

async function authorize() {
  const verifier = oauth.generateRandomCodeVerifier();
  const state = oauth.generateRandomState();
  const nonce = oauth.generateRandomNonce();
  const url = new URL(server.authorization_endpoint);
  url.search = new URLSearchParams({
    client_id: client.client_id, redirect_uri: setup.redirect, response_type: 'code', scope: 'openid offline_access api',
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256', state, nonce,
  });
  const browser = new Browser(issuer.origin);
  const answer = await browser.logIn(await browser.open(url), setup.person);
  const parameters = oauth.validateAuthResponse(server, client, answer.url, state);
  const response = await oauth.authorizationCodeGrantRequest(server, client, oauth.None(), parameters, setup.redirect, verifier, insecure);
  return oauth.processAuthorizationCodeResponse(server, client, response, { expectedNonce: nonce, requireIdToken: true, maxAge: 60 }).then((tokens) => ({ tokens, response }));
}

let login;
await run({
  'discovery': async () => {
    server = await oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, insecure));
    same(server.code_challenge_methods_supported, ['S256']);
    same(server.response_types_supported, ['code']);
    same(server.grant_types_supported, ['authorization_code', 'refresh_token', 'client_credentials']);
  },
  'code flow with iss, nonce and auth_time': async () => {
    login = await authorize();
    same(oauth.getValidatedIdTokenClaims(login.tokens).sub, setup.account);
  },
  "id token's signature by the key set": () => oauth.validateApplicationLevelSignature(server, login.response, insecure),
  'access token by the JWT profile (RFC 9068)': async () => {
    const request = new Request(new URL('/graphql', issuer), { headers: { authorization: `Bearer ${login.tokens.access_token}` } });
    const claims = await oauth.validateJwtAccessToken(server, request, 'mentorcloud', insecure);
    same([claims.sub, claims.client_id, claims.scope], [setup.account, client.client_id, 'openid offline_access api']);
  },
  'userinfo': async () => {
    const response = await oauth.userInfoRequest(server, client, login.tokens.access_token, insecure);
    same((await oauth.processUserInfoResponse(server, client, setup.account, response)).sub, setup.account);
  },
  'refresh': async () => {
    const response = await oauth.refreshTokenGrantRequest(server, client, oauth.None(), login.tokens.refresh_token, insecure);
    const tokens = await oauth.processRefreshTokenResponse(server, client, response);
    same(typeof tokens.refresh_token, 'string');
  },
  'error of the authorization endpoint': async () => {
    const url = new URL(server.authorization_endpoint);
    url.search = new URLSearchParams({ client_id: client.client_id, redirect_uri: setup.redirect, response_type: 'token', scope: 'openid', state: 's' });
    const answer = await new Browser(issuer.origin).open(url);
    try {
      oauth.validateAuthResponse(server, client, answer.url, 's');
    } catch (error) {
      same(error.error, 'unsupported_response_type');
      return;
    }
    throw new Error('the implicit flow was accepted');
  },
});
