// A real browser with a virtual authenticator: passkeys, and axe-core's judgement of every page in every language.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import puppeteer from 'puppeteer-core';
import { run, same } from './flows.mjs';

const { issuer, person, chromium } = JSON.parse(process.env.SETUP);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const browser = await puppeteer.launch({ executablePath: chromium, args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'], timeout: 300000 });
const page = await browser.newPage();
page.setDefaultTimeout(300000);
const complaints = [];
page.on('console', (message) => { if (message.type() === 'error') complaints.push(message.text()); });
page.on('pageerror', (error) => complaints.push(String(error)));

const at = (path) => page.goto(issuer + path);
const press = (selector) => Promise.all([page.waitForNavigation(), page.click(selector)]);

async function logIn() {
  await at('/login');
  await page.type('#tenant', person.tenant);
  await page.type('#email', person.email);
  await page.type('#password', person.password);
  await press('form[action="/login"] button[type="submit"]:not([formaction])');
}

async function judge(path) {
  await at(path);
  await page.evaluate(axe);
  const found = await page.evaluate(() => window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
  return found.violations.map((each) => `${path}: ${each.id}: ${each.nodes.map((node) => node.html).join(' | ')}`);
}

const client = await page.createCDPSession();
await client.send('WebAuthn.enable');
const { authenticatorId } = await client.send('WebAuthn.addVirtualAuthenticator', {
  options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
});

await run({
  'a passkey is added by whoever knows the password': async () => {
    await logIn();
    await at('/account/passkeys');
    await page.type('#name', 'My laptop');
    await page.type('form[data-passkey] input[type="password"]', person.password);
    await press('form[data-passkey] button');
    same(await page.$eval('main', (main) => main.textContent.includes('My laptop')), true);
    same((await client.send('WebAuthn.getCredentials', { authenticatorId })).credentials.length, 1);
  },
  'the passkey logs in without name or password': async () => {
    await at('/logout');
    await press('main form button');
    await at('/login/passkey?return=%2Fwhoami');
    await press('form[data-passkey] button');
    same(new URL(page.url()).pathname, '/whoami');
    same(await page.$eval('body', (body) => body.textContent.startsWith('user:')), true);
  },
  'an authenticator that did not verify the person is refused by the browser or the server': async () => {
    await client.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
    await page.deleteCookie(...await page.cookies());
    await at('/login/passkey');
    await page.click('form[data-passkey] button');
    await page.waitForSelector('#passkey-failed:not([hidden])');
    await client.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true });
  },
  'axe finds nothing on the pages before a login, in three languages': async () => {
    const found = [];
    for (const language of ['en', 'de', 'ar']) {
      await at(`/login/language?to=${language}&return=%2Flogin`);
      same(await page.$eval('html', (html) => html.lang), language);
      same(await page.$eval('html', (html) => html.dir), language === 'ar' ? 'rtl' : 'ltr');
      for (const path of ['/login', '/login/passkey', '/reset', '/logout', '/invitation?token=none']) {
        found.push(...await judge(path));
      }
    }
    same(found, []);
  },
  'axe finds nothing on the pages of an account': async () => {
    await at('/login/language?to=en&return=%2Flogin');
    await logIn();
    same([...await judge('/account'), ...await judge('/account/passkeys')], []);
  },
  'the login works by keyboard alone': async () => {
    await page.deleteCookie(...await page.cookies());
    await at('/login');
    await page.focus('#tenant');
    await page.keyboard.type(person.tenant);
    await page.keyboard.press('Tab');
    await page.keyboard.type(person.email);
    await page.keyboard.press('Tab');
    await page.keyboard.type(person.password);
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    same(new URL(page.url()).pathname, '/account');
  },
  'no page broke its own policy': async () => same(complaints.filter((text) => /Content Security Policy|TypeError|SyntaxError/.test(text)), []),
});
await browser.close();
