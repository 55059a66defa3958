// SPDX-License-Identifier: Apache-2.0
// As much of a browser as a login needs: cookies, redirects followed one at a time, links and forms of a page.

export class Browser {
    #cookies = []; // {host, path, name, value, expires}; ports do not separate cookies (RFC 6265, 8.5)

    /** One request; redirects are not followed. Gives {status, url, location, headers, text}. */
    async fetch(url, { method = 'GET', form, headers = {} } = {}) {
        const target = new URL(url);
        const cookie = this.#cookiesFor(target);
        const response = await fetch(target, {
            method,
            redirect: 'manual',
            headers: {
                accept: 'text/html,application/xhtml+xml',
                ...(cookie ? { cookie } : {}),
                ...(form ? { 'content-type': 'application/x-www-form-urlencoded', origin: target.origin } : {}),
                ...headers,
            },
            body: form ? new URLSearchParams(form).toString() : undefined,
        });
        for (const line of response.headers.getSetCookie()) this.#store(target, line);
        const location = response.headers.get('location');
        return {
            status: response.status,
            url: target.href,
            location: location ? new URL(location, target).href : null,
            headers: response.headers,
            text: await response.text(),
        };
    }

    #store(target, line) {
        const [pair, ...attributes] = line.split(';').map((part) => part.trim());
        const [name, value] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
        const cookie = { host: target.hostname, path: '/', name, value, expires: Infinity };
        for (const attribute of attributes) {
            const [key, text = ''] = attribute.split('=');
            if (/^path$/i.test(key) && text.startsWith('/')) cookie.path = text;
            if (/^expires$/i.test(key)) cookie.expires = Math.min(cookie.expires, Date.parse(text));
            if (/^max-age$/i.test(key)) cookie.expires = Date.now() + Number(text) * 1000;
        }
        this.#cookies = this.#cookies.filter((c) => !(c.host === cookie.host && c.path === cookie.path && c.name === cookie.name));
        if (cookie.expires > Date.now() && value !== '') this.#cookies.push(cookie);
    }

    #cookiesFor(target) {
        return this.#cookies
            .filter((c) => c.host === target.hostname && c.expires > Date.now() &&
                (target.pathname === c.path || target.pathname.startsWith(c.path.endsWith('/') ? c.path : c.path + '/')))
            .map((c) => `${c.name}=${c.value}`)
            .join('; ');
    }

    /** What document.cookie and the developer tools would show. */
    cookies() {
        return this.#cookies.map((c) => ({ ...c }));
    }

    forget(matching) {
        this.#cookies = this.#cookies.filter((c) => !matching(c));
    }

    /**
     * Opens `url` (an address, or a request as forms() gives it) and follows redirects until an address for which `stop(url)` holds (not fetched) or a page. A page of the
     * broker that offers the company sign-in is clicked through. Gives {url, page}: page is null where stop() ended it.
     */
    async follow(url, { stop = () => false, click = true, limit = 20 } = {}) {
        const visited = [];
        let next = typeof url === 'string' ? { url } : url;
        for (let i = 0; i < limit; ++i) {
            visited.push(next.url);
            if (stop(next.url)) return { url: next.url, page: null, visited };
            const page = await this.fetch(next.url, next);
            const then = page.location ? { url: page.location } : click ? companySignIn(page) : null;
            if (!then) return { url: page.url, page, visited };
            next = then;
        }
        throw new Error(`still redirecting after ${limit} steps:\n${visited.join('\n')}`);
    }
}

const unescape = (text) => text.replace(/&#x([0-9a-f]+);/gi, (_, hex) => String.fromCodePoint(parseInt(hex, 16)))
    .replace(/&#(\d+);/g, (_, digits) => String.fromCodePoint(Number(digits)))
    .replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

const attribute = (tag, name) => {
    const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(tag);
    return found ? unescape(found[1] ?? found[2] ?? found[3]) : null;
};

/** The forms of a page: {url, method, form} with the values that a plain submit would send. */
export function forms(page) {
    return [...page.text.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/gi)].map(([, open, body]) => {
        const fields = {};
        for (const [tag] of body.matchAll(/<(?:input|button)\b[^>]*>/gi)) {
            const name = attribute(tag, 'name');
            if (name && !(/^<button/i.test(tag) && name in fields)) fields[name] = attribute(tag, 'value') ?? '';
        }
        const method = (attribute(open, 'method') ?? 'get').toUpperCase();
        const action = new URL(attribute(open, 'action') ?? page.url, page.url);
        if (method === 'GET') {
            for (const [name, value] of Object.entries(fields)) action.searchParams.set(name, value);
            return { url: action.href, method, fields, body };
        }
        return { url: action.href, method, form: fields, fields, body };
    });
}

/** The links of a page: {url, text}. */
export function links(page) {
    return [...page.text.matchAll(/<a\b([^>]*)>([\s\S]*?)<\/a>/gi)]
        .map(([, open, body]) => ({ href: attribute(open, 'href'), text: unescape(body.replace(/<[^>]*>/g, ' ')).trim() }))
        .filter(({ href }) => href)
        .map(({ href, text }) => ({ url: new URL(href, page.url).href, text }));
}

/** The "Sign in with Company SSO" of a login page, as the next request, or null. */
export function companySignIn(page) {
    if (page.status !== 200 || !/Company SSO/i.test(page.text)) return null;
    const link = links(page).find(({ text }) => /Company SSO/i.test(text));
    if (link) return { url: link.url };
    const form = forms(page).find(({ body }) => /Company SSO/i.test(body));
    return form ? { url: form.url, method: form.method, form: form.form } : null;
}
