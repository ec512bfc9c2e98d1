// openid-client drives every flow. Input: JSON in the environment variable SETUP.
import * as client from 'openid-client';
import { importJWK } from 'jose';
import { Browser } from './browser.mjs';
import { refused, run, same } from './flows.mjs';

const setup = JSON.parse(process.env.SETUP);
const issuer = new URL(setup.issuer);
const insecure = { execute: [client.allowInsecureRequests] };
const confidential = await client.discovery(issuer, setup.confidential.id, setup.confidential.secret, client.ClientSecretBasic(setup.confidential.secret), insecure);
const posting = await client.discovery(issuer, setup.confidential.id, undefined, client.ClientSecretPost(setup.confidential.secret), insecure);
const open = await client.discovery(issuer, setup.open.id, undefined, client.None(), insecure);
const key = await importJWK(setup.keyed.key, 'ES256');
const keyed = await client.discovery(issuer, setup.keyed.id, undefined, client.PrivateKeyJwt(key), insecure);
const asking = await client.discovery(issuer, setup.asking.id, setup.asking.secret, client.ClientSecretBasic(setup.asking.secret), insecure);
const oauth = await client.discovery(issuer, setup.confidential.id, setup.confidential.secret, undefined, { ...insecure, algorithm: 'oauth2' });

async function wish(config, more = {}) {
  const verifier = client.randomPKCECodeVerifier();
  const checks = { pkceCodeVerifier: verifier, expectedState: client.randomState(), expectedNonce: client.randomNonce(), idTokenExpected: true };
  const parameters = {
    redirect_uri: setup.redirect,
    scope: 'openid profile email offline_access api',
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state: checks.expectedState,
    nonce: checks.expectedNonce,
    ...more,
  };
  return { config, parameters, checks };
}

async function back(made, url, browser = new Browser(issuer.origin)) {
  const page = await browser.open(url ?? client.buildAuthorizationUrl(made.config, made.parameters));
  const answer = page.url ? page : await browser.logIn(page, setup.person);
  if (!answer.url) {
    throw new Error(`no way back: ${answer.response.status} ${answer.html}`);
  }
  return answer.url;
}

async function login(config, more) {
  const made = await wish(config, more);
  return client.authorizationCodeGrant(config, await back(made), made.checks);
}

await run({
  'code flow, secret in header': async () => {
    const tokens = await login(confidential);
    same(tokens.claims().sub, setup.account);
    same(tokens.claims().tenant, setup.tenant);
    same(tokens.claims().amr, ['pwd']);
    same(tokens.scope, 'openid profile email offline_access api');
    const answer = await fetch(new URL('/whoami', issuer), { headers: { authorization: `Bearer ${tokens.access_token}` } });
    same(await answer.text(), `user:${setup.account}`);
  },
  'code flow, secret in body': () => login(posting),
  'code flow, program without a secret': () => login(open),
  'code flow, private_key_jwt': () => login(keyed),
  'discovery by RFC 8414': async () => same(oauth.serverMetadata().issuer, confidential.serverMetadata().issuer),
  'pushed authorization request': async () => {
    const made = await wish(confidential);
    const url = await client.buildAuthorizationUrlWithPAR(confidential, made.parameters);
    same([...url.searchParams.keys()].sort(), ['client_id', 'request_uri']);
    const tokens = await client.authorizationCodeGrant(confidential, await back(made, url), made.checks);
    same(tokens.claims().sub, setup.account);
    const again = await new Browser(issuer.origin).open(url);
    same(again.response.status, 400);
  },
  'pushed request, private_key_jwt and fresh login': async () => {
    const made = await wish(keyed, { prompt: 'login' });
    const browser = new Browser(issuer.origin);
    await back(made, await client.buildAuthorizationUrlWithPAR(keyed, made.parameters), browser);
    const second = await wish(keyed, { prompt: 'login' });
    const page = await browser.open(await client.buildAuthorizationUrlWithPAR(keyed, second.parameters));
    same(page.url, undefined);
    const tokens = await client.authorizationCodeGrant(keyed, (await browser.logIn(page, setup.person)).url, second.checks);
    same(tokens.claims().sub, setup.account);
  },
  'userinfo': async () => {
    const tokens = await login(confidential);
    const info = await client.fetchUserInfo(confidential, tokens.access_token, setup.account);
    same([info.email, info.name, info.roles], [setup.person.email, 'Robin Example', ['Mentor']]);
  },
  'refresh rotates; reuse revokes the family': async () => {
    const first = await login(open);
    const second = await client.refreshTokenGrant(open, first.refresh_token);
    const third = await client.refreshTokenGrant(open, second.refresh_token);
    await client.fetchUserInfo(open, third.access_token, setup.account);
    await refused(client.refreshTokenGrant(open, first.refresh_token), 'invalid_grant');
    await refused(client.refreshTokenGrant(open, third.refresh_token), 'invalid_grant');
    const answer = await fetch(new URL('/connect/userinfo', issuer), { headers: { authorization: `Bearer ${third.access_token}` } });
    same(answer.status, 401);
  },
  'refresh narrows the scope and never widens it': async () => {
    const first = await login(confidential, { scope: 'openid offline_access' });
    const narrow = await client.refreshTokenGrant(confidential, first.refresh_token, { scope: 'openid' });
    same(narrow.scope, 'openid');
    await refused(client.refreshTokenGrant(confidential, narrow.refresh_token, { scope: 'openid email' }), 'invalid_scope');
    same((await client.refreshTokenGrant(confidential, narrow.refresh_token, { scope: 'openid' })).scope, 'openid');
  },
  'code used twice revokes what came of it': async () => {
    const made = await wish(confidential);
    const url = await back(made);
    const tokens = await client.authorizationCodeGrant(confidential, url, made.checks);
    await refused(client.authorizationCodeGrant(confidential, url, made.checks), 'invalid_grant');
    await refused(client.refreshTokenGrant(confidential, tokens.refresh_token), 'invalid_grant');
    same((await client.tokenIntrospection(confidential, tokens.access_token)).active, false);
  },
  'wrong verifier burns the code': async () => {
    const made = await wish(open);
    const url = await back(made);
    await refused(client.authorizationCodeGrant(open, url, { ...made.checks, pkceCodeVerifier: client.randomPKCECodeVerifier() }), 'invalid_grant');
    await refused(client.authorizationCodeGrant(open, url, made.checks), 'invalid_grant');
  },
  "another client's code": async () => {
    const made = await wish(open);
    const url = await back(made);
    await refused(client.authorizationCodeGrant(confidential, url, made.checks), 'invalid_grant');
    await client.authorizationCodeGrant(open, url, made.checks);
  },
  'revocation of a refresh token ends the login': async () => {
    const tokens = await login(confidential);
    await client.tokenRevocation(confidential, tokens.refresh_token);
    same((await client.tokenIntrospection(confidential, tokens.refresh_token)).active, false);
    same((await client.tokenIntrospection(confidential, tokens.access_token)).active, false);
  },
  'revocation of an access token': async () => {
    const tokens = await client.clientCredentialsGrant(confidential, { scope: 'programs:read' });
    same((await client.tokenIntrospection(confidential, tokens.access_token)).active, true);
    await client.tokenRevocation(confidential, tokens.access_token);
    same((await client.tokenIntrospection(confidential, tokens.access_token)).active, false);
    const answer = await fetch(new URL('/whoami', issuer), { headers: { authorization: `Bearer ${tokens.access_token}` } });
    same(await answer.text(), 'anonymous');
  },
  'introspection': async () => {
    const tokens = await login(confidential);
    const access = await client.tokenIntrospection(confidential, tokens.access_token);
    same([access.active, access.sub, access.client_id], [true, setup.account, setup.confidential.id]);
    const refresh = await client.tokenIntrospection(confidential, tokens.refresh_token);
    same([refresh.active, refresh.token_type], [true, 'refresh_token']);
    same((await client.tokenIntrospection(keyed, tokens.refresh_token)).active, false);
    same((await client.tokenIntrospection(confidential, 'nonsense')).active, false);
  },
  'client credentials, secret': async () => {
    const tokens = await client.clientCredentialsGrant(confidential, { scope: 'programs:read' });
    same([tokens.scope, tokens.refresh_token], ['programs:read', undefined]);
  },
  'client credentials, private_key_jwt': async () => same((await client.clientCredentialsGrant(keyed)).scope, 'programs:read'),
  'client credentials need a proof': () => refused(client.clientCredentialsGrant(open), 'unauthorized_client'),
  'end session': async () => {
    const browser = new Browser(issuer.origin);
    const made = await wish(confidential);
    const tokens = await client.authorizationCodeGrant(confidential, await back(made, undefined, browser), made.checks);
    const url = client.buildEndSessionUrl(confidential, { id_token_hint: tokens.id_token, post_logout_redirect_uri: setup.afterLogout, state: 'abc' });
    same((await browser.open(url)).url.href, `${setup.afterLogout}?state=abc`);
    const silent = await wish(confidential, { prompt: 'none' });
    await refused(back(silent, undefined, browser).then((to) => client.authorizationCodeGrant(confidential, to, silent.checks)), 'login_required');
  },
  'second login needs no password, an old one does': async () => {
    const browser = new Browser(issuer.origin);
    await back(await wish(confidential), undefined, browser);
    const silent = await wish(open, { prompt: 'none' });
    const page = await browser.open(client.buildAuthorizationUrl(open, silent.parameters));
    await client.authorizationCodeGrant(open, page.url, silent.checks);
    const fresh = await browser.open(client.buildAuthorizationUrl(open, (await wish(open, { prompt: 'login' })).parameters));
    same(fresh.url, undefined);
  },
  'program that is not the company\'s own: asked once, then again for more or at its wish': async () => {
    const browser = new Browser(issuer.origin);
    const first = await wish(asking, { scope: 'openid offline_access' });
    const page = await browser.logIn(await browser.open(client.buildAuthorizationUrl(asking, first.parameters)), setup.person);
    same(page.url, undefined);
    const tokens = await client.authorizationCodeGrant(asking, (await browser.decide(page, 'allow')).url, first.checks);
    same(tokens.claims().sub, setup.account);
    const silent = await wish(asking, { scope: 'openid', prompt: 'none' });
    await client.authorizationCodeGrant(asking, (await browser.open(client.buildAuthorizationUrl(asking, silent.parameters))).url, silent.checks);
    const more = await wish(asking, { prompt: 'none' });
    const refusal = (await browser.open(client.buildAuthorizationUrl(asking, more.parameters))).url;
    await refused(client.authorizationCodeGrant(asking, refusal, more.checks), 'consent_required');
    const anew = await browser.open(client.buildAuthorizationUrl(asking, (await wish(asking, { scope: 'openid', prompt: 'consent' })).parameters));
    same(anew.url, undefined);
  },
  'program that is not allowed to get in, by a pushed request': async () => {
    const browser = new Browser(issuer.origin);
    const made = await wish(asking, { prompt: 'consent' });
    const page = await browser.logIn(await browser.open(await client.buildAuthorizationUrlWithPAR(asking, made.parameters)), setup.person);
    const answer = await browser.decide(page, 'deny');
    await refused(client.authorizationCodeGrant(asking, answer.url, made.checks), 'access_denied');
    same((await browser.decide(page, 'allow')).response.status, 400);
  },
});
