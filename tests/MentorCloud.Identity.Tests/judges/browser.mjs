// A browser without scripts: cookies, redirects, and the login form.
export class Browser {
  #jar = new Map();

  constructor(origin) {
    this.origin = origin;
  }

  async #request(url, init = {}) {
    const headers = { ...init.headers, cookie: [...this.#jar].map(([name, value]) => `${name}=${value}`).join('; ') };
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [pair] = line.split(';');
      const at = pair.indexOf('=');
      this.#jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  }

  // Follows redirects inside our own origin; stops at the first page or at a foreign address, which is returned.
  async open(url, init) {
    let response = await this.#request(url, init);
    for (;;) {
      const location = response.headers.get('location');
      if (!location) {
        return { response, html: await response.text() };
      }
      const next = new URL(location, this.origin);
      if (next.origin !== this.origin) {
        return { url: next };
      }
      response = await this.#request(next);
    }
  }

  logIn(page, person) {
    return this.#submit(page, '/login', person);
  }

  // Answers whether a program may get in.
  decide(page, decision) {
    return this.#submit(page, '/connect/consent', { decision });
  }

  #submit(page, path, given) {
    const hidden = [...page.html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)];
    const fields = new URLSearchParams(hidden.map(([, name, value]) => [name, unescape(value)]));
    for (const [name, value] of Object.entries(given)) {
      fields.set(name, value);
    }
    return this.open(new URL(path, this.origin), {
      method: 'POST',
      headers: { origin: this.origin, 'content-type': 'application/x-www-form-urlencoded' },
      body: fields,
    });
  }
}

const unescape = (text) => text.replace(/&amp;/g, '&').replace(/&#x([0-9A-F]+);/g, (_, hex) => String.fromCodePoint(parseInt(hex, 16))).replace(/&quot;/g, '"');
