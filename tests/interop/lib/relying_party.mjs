// SPDX-License-Identifier: Apache-2.0
// An app without a library: it sends what a good one would, and whatever a test puts in its place.
import { createHash, randomBytes } from 'node:crypto';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { Browser, forms } from './browser.mjs';
import { kRedirect, post } from './world.mjs';

export const random = () => randomBytes(32).toString('base64url');
const s256 = (text) => createHash('sha256').update(text).digest('base64url');

/** `base` with `changes`; what is changed to null is left out. */
export const changed = (base, changes = {}) =>
    Object.fromEntries(Object.entries({ ...base, ...changes }).filter(([, value]) => value !== null && value !== undefined));

export class RelyingParty {
    constructor(world, tenant, app) {
        Object.assign(this, { world, tenant, app, issuer: tenant.issuer });
        this.verifier = random();
    }

    static async of(world, tenant) {
        const party = new RelyingParty(world, tenant, tenant.app);
        await party.discover();
        return party;
    }

    /** Another app of the tenant. */
    async another(members) {
        const app = await this.world.daemon.admin('POST', `${this.tenant.T}/apps`, { name: `app-${random().slice(0, 8)}`, type: 'web',
            redirectUris: [kRedirect], auth: 'client_secret_basic', grantTypes: ['authorization_code', 'refresh_token'],
            scopes: ['openid', 'email', 'profile', 'offline_access'], ...members });
        const party = new this.constructor(this.world, this.tenant, app);
        await party.discover();
        return party;
    }

    async discover() {
        this.metadata = await (await fetch(`${this.issuer}/.well-known/openid-configuration`)).json();
        this.keys = createRemoteJWKSet(new URL(this.metadata.jwks_uri));
    }

    get redirect() {
        return this.app.redirectUris[0];
    }

    #atApp = (url) => url.startsWith(this.redirect.split('?')[0]);

    /** A good authorization request. */
    request(changes) {
        return changed({ client_id: this.app.clientId, response_type: 'code', redirect_uri: this.redirect, scope: 'openid',
            state: 'state of the app', nonce: 'nonce of the app', code_challenge: s256(this.verifier), code_challenge_method: 'S256' }, changes);
    }

    address(changes) {
        return `${this.metadata.authorization_endpoint}?${new URLSearchParams(this.request(changes))}`;
    }

    /** Sends the browser off. `answer` holds the parameters that came back to the app; null where a page was the end. */
    async ask(changes, { browser = new Browser(), method = 'GET' } = {}) {
        const begin = method === 'POST'
            ? { url: this.metadata.authorization_endpoint, method, form: this.request(changes) } : this.address(changes);
        return this.#end(browser, await browser.follow(begin, { stop: this.#atApp }));
    }

    /** The same from an address that is ready. */
    async open(address, browser = new Browser()) {
        return this.#end(browser, await browser.follow(address, { stop: this.#atApp }));
    }

    #end(browser, { url, page, visited }) {
        const form = page && forms(page).find((one) => this.#atApp(one.url));
        const answer = !page ? Object.fromEntries(new URL(url).searchParams) : form ? form.fields : null;
        return { answer, posted: Boolean(form), url, page, visited, browser };
    }

    async code(changes, options) {
        const { answer, page } = await this.ask(changes, options);
        if (!answer?.code) throw new Error(`no code: ${JSON.stringify(answer)} ${page?.text.slice(0, 1000)}`);
        return answer.code;
    }

    basic() {
        return [this.app.clientId, this.app.clientSecret];
    }

    /** Redeems a code. */
    redeem(code, changes, options = { basic: this.basic() }) {
        return post(this.metadata.token_endpoint,
            changed({ grant_type: 'authorization_code', code, redirect_uri: this.redirect, code_verifier: this.verifier }, changes), options);
    }

    refresh(token, changes, options = { basic: this.basic() }) {
        return post(this.metadata.token_endpoint, changed({ grant_type: 'refresh_token', refresh_token: token }, changes), options);
    }

    /** A whole sign-in: {tokens, claims, browser}; the ID token is proven. */
    async signIn(changes, options = {}) {
        const { browser = new Browser() } = options;
        const { status, json, text } = await this.redeem(await this.code(changes, { ...options, browser }));
        if (status !== 200) throw new Error(`no tokens: ${text}`);
        await jwtVerify(json.id_token, this.keys, { issuer: this.issuer, audience: this.app.clientId });
        return { tokens: json, claims: decodeJwt(json.id_token), browser };
    }

    async userinfo(token, { method = 'GET', headers = { authorization: `Bearer ${token}` }, body } = {}) {
        const response = await fetch(this.metadata.userinfo_endpoint, { method, headers, body });
        const text = await response.text();
        return { status: response.status, headers: response.headers, json: text.startsWith('{') ? JSON.parse(text) : undefined, text };
    }
}
