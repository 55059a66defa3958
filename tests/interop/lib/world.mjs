// SPDX-License-Identifier: Apache-2.0
// A broker with tenants, each with a verified domain, a connection to the customer's IdP and an app that uses openid-client.
import * as client from 'openid-client';
import { Browser } from './browser.mjs';
import { Daemon } from './daemon.mjs';
import { Idp } from './idp.mjs';

/** For tests outside of this folder, which have no node_modules. */
export { client as openidClient };

export const kRedirect = 'https://app.example/callback';
export const kAfterLogout = 'https://app.example/bye';

export const kMapping = {
    attributes: [
        { target: 'email', source: 'email', required: true, transforms: ['trim', 'lowercase'] },
        { target: 'displayName', source: ['name', '{given_name} {family_name}'] },
        { target: 'givenName', source: 'given_name' },
        { target: 'familyName', source: 'family_name' },
        { target: 'department', source: '/org/department' },
    ],
    roles: [{ when: { claim: 'groups', op: 'contains', value: 'eng-admins' }, assign: ['admin'] }],
    defaultRoles: ['member'],
};

/** Everybody the IdP of `domain` knows. */
export const peopleOf = (domain) => ({
    ann: { email: `Ann@${domain}`, email_verified: true, name: 'Ann Ekholm', given_name: 'Ann', family_name: 'Ekholm',
        groups: ['staff', 'eng-admins'], org: { department: 'Engineering' } },
    bob: { email: `bob@${domain}`, email_verified: true, given_name: 'Bob', family_name: 'Lind', groups: ['staff'] },
    cyd: { email: `cyd@${domain}`, email_verified: true, name: 'Cyd Holm', groups: [] },
    eve: { email: `eve@${domain}`, email_verified: false, name: 'Eve Unverified', groups: [] },
    nomail: { name: 'No Mail', groups: ['staff'] },
    other: { email: 'someone@elsewhere.test', email_verified: true, name: 'Other Domain', groups: [] },
});

/** A tenant with one enabled OIDC connection to `idp`, a verified domain and a confidential web app. */
export async function addTenant(daemon, idp, slug, { domain = `${slug}.test`, settings, connection = {}, app = {} } = {}) {
    const T = `/admin/v1/tenants/${slug}`;
    const tenant = await daemon.admin('POST', '/admin/v1/tenants',
        { slug, name: `${slug[0].toUpperCase()}${slug.slice(1)} Corp`, ...(settings ? { settings } : {}) });
    await daemon.admin('POST', `${T}/domains`, { name: domain });
    await daemon.admin('POST', `${T}/domains/${domain}/verify`, { assert: true });
    for (const name of ['admin', 'member']) await daemon.admin('POST', `${T}/roles`, { name, description: '' });
    const secret = `upstream-secret-of-${slug}`;
    const made = await daemon.admin('POST', `${T}/connections`, {
        name: 'company', type: 'oidc', enabled: true, issuer: idp.issuer, clientId: `gatehouse-${slug}`, clientSecret: secret,
        clientAuth: 'client_secret_basic', scopes: ['openid', 'email', 'profile'], domains: [domain], mapping: kMapping,
        ...connection,
    });
    const registered = await daemon.admin('POST', `${T}/apps`, {
        name: 'portal', type: 'web', redirectUris: [kRedirect], postLogoutRedirectUris: [kAfterLogout], auth: 'client_secret_basic',
        grantTypes: ['authorization_code', 'refresh_token'], scopes: ['openid', 'email', 'profile', 'groups', 'offline_access'],
        ...app,
    });
    return {
        slug, T, domain, tenant, connection: made, app: registered, issuer: `${daemon.url}/t/${slug}`,
        upstream: { client_id: `gatehouse-${slug}`, client_secret: secret, token_endpoint_auth_method: 'client_secret_basic',
            redirect_uris: [`${daemon.url}/sso/oidc/${made.id}/callback`] },
    };
}

/** Daemon, IdP and the named tenants, ready to sign in. */
export async function makeWorld({ slugs = ['acme'], daemonArgs = [], people, idpAlg, idpMembers = {}, tenant = {} } = {}) {
    const daemon = await Daemon.start({ args: daemonArgs });
    const idp = await Idp.start({ people: people ?? peopleOf(`${slugs[0]}.test`), alg: idpAlg });
    Object.assign(idp, idpMembers);
    const tenants = {};
    for (const slug of slugs) tenants[slug] = await addTenant(daemon, idp, slug, tenant);
    idp.register(Object.values(tenants).map(({ upstream }) => upstream));
    return {
        daemon, idp, tenants,
        async stop() {
            await idp.stop();
            return daemon.stop();
        },
    };
}

/** The app's openid-client configuration at `issuer`. */
export function configure(issuer, app, authentication) {
    return client.discovery(new URL(issuer), app.clientId, undefined,
        authentication ?? (app.clientSecret ? client.ClientSecretBasic(app.clientSecret) : client.None()),
        { execute: [client.allowInsecureRequests] });
}

/** The parts of one sign-in: its address and what must hold when the answer comes. */
export async function startSignIn(config, parameters = {}) {
    const verifier = client.randomPKCECodeVerifier();
    const checks = { pkceCodeVerifier: verifier, expectedState: client.randomState(), expectedNonce: client.randomNonce(),
        idTokenExpected: true };
    const url = client.buildAuthorizationUrl(config, {
        redirect_uri: kRedirect, scope: 'openid email profile groups offline_access',
        code_challenge: await client.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256',
        state: checks.expectedState, nonce: checks.expectedNonce, ...parameters,
    });
    return { url, checks };
}

export const atApp = (url) => url.startsWith(kRedirect);

/** Goes through the browser; gives the address at the app that ends it (with code or error), or the page it stopped at. */
export async function walk(config, browser, parameters = {}) {
    const begun = await startSignIn(config, parameters);
    const { url, page, visited } = await browser.follow(begun.url.href, { stop: atApp });
    return { ...begun, landed: page ? null : new URL(url), page, visited };
}

/** A whole sign-in by `person`, tokens and all. */
export async function signIn({ idp, config, person, browser = new Browser(), parameters }) {
    if (person) idp.person = person;
    const { checks, landed, page, visited } = await walk(config, browser, parameters);
    if (!landed) throw new Error(`no way back to the app: ${page.status} at ${page.url}\n${page.text.slice(0, 2000)}`);
    if (landed.searchParams.has('error')) throw new Error(`the app was told: ${landed.search}`);
    const tokens = await client.authorizationCodeGrant(config, landed, checks);
    return { tokens, claims: tokens.claims(), landed, checks, browser, visited };
}

/** Ordinary form POST to a token-style endpoint, for what a well-behaved client would never send. */
export async function post(url, form, { basic, headers = {} } = {}) {
    const response = await fetch(url, {
        method: 'POST',
        headers: {
            'content-type': 'application/x-www-form-urlencoded',
            ...(basic ? { authorization: `Basic ${Buffer.from(basic.map(encodeURIComponent).join(':')).toString('base64')}` } : {}),
            ...headers,
        },
        body: new URLSearchParams(form).toString(),
    });
    const text = await response.text();
    let json;
    try {
        json = JSON.parse(text);
    } catch {
        json = undefined;
    }
    return { status: response.status, headers: response.headers, text, json };
}

/** The audit records of a tenant, newest last. */
export async function audit(daemon, tenant, query = '') {
    const records = await daemon.list(`${tenant.T}/audit${query}`);
    return records.sort((a, b) => a.seq - b.seq);
}
