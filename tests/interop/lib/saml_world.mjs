// SPDX-License-Identifier: Apache-2.0
// A tenant with a connection of type saml, and the way of its people through a provider's page and back.
import { Browser } from './browser.mjs';
import { atApp, configure, kMapping, kRedirect, openidClient, startSignIn } from './world.mjs';

/** A tenant with one SAML connection to `idp`, which is told of us, a verified domain and an app. */
export async function addSamlTenant(daemon, idp, slug, { domain = `${slug}.test`, connection = {}, app = {} } = {}) {
    const T = `/admin/v1/tenants/${slug}`;
    await daemon.admin('POST', '/admin/v1/tenants', { slug, name: `${slug[0].toUpperCase()}${slug.slice(1)} Corp` });
    await daemon.admin('POST', `${T}/domains`, { name: domain });
    await daemon.admin('POST', `${T}/domains/${domain}/verify`, { assert: true });
    for (const name of ['admin', 'member']) await daemon.admin('POST', `${T}/roles`, { name, description: '' });
    const made = await daemon.admin('POST', `${T}/connections`, {
        name: 'company', type: 'saml', metadataUrl: idp.metadataUrl, trustEmail: true, domains: [domain], mapping: kMapping,
        ...connection,
    });
    const registered = await daemon.admin('POST', `${T}/apps`, {
        name: 'portal', type: 'web', redirectUris: [kRedirect], auth: 'client_secret_basic',
        grantTypes: ['authorization_code', 'refresh_token'], scopes: ['openid', 'email', 'profile', 'groups', 'offline_access'],
        ...app,
    });
    const metadata = await (await fetch(made.saml.entityId + (idp.takesOneKey ? '?keys=current' : ''))).text();
    await idp.trust(metadata);
    const issuer = `${daemon.url}/t/${slug}`;
    return { daemon, slug, T, domain, connection: made, app: registered, issuer, metadata, config: await configure(issuer, registered) };
}

/** The form of a page that sends itself, as a request; nothing for any other page. */
export function formOf(page) {
    const form = /<form\b[^>]*>/i.exec(page.text)?.[0];
    if (page.status !== 200 || !form || !/submit\(\)/.test(page.text)) return null;
    const decode = (text) => text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>')
        .replace(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(parseInt(code, 16)))
        .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code))).replaceAll('&amp;', '&');
    const of = (tag, name) => {
        const found = new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)')`, 'i').exec(tag);
        return found ? decode(found[1] ?? found[2]) : null;
    };
    const fields = {};
    for (const [tag] of page.text.matchAll(/<input\b[^>]*>/gi)) {
        const name = of(tag, 'name');
        if (name) fields[name] = of(tag, 'value') ?? '';
    }
    return { url: new URL(of(form, 'action'), page.url).href, method: 'POST', form: fields };
}

/** Goes on through pages that send themselves. Gives {landed, page, posts}: landed where the app got an answer. */
export async function walkOn(browser, start, { stop = atApp, onPost = (post) => post } = {}) {
    const posts = [];
    let next = start;
    for (let i = 0; i < 10; ++i) {
        const { url, page } = await browser.follow(next, { stop });
        if (!page) return { landed: new URL(url), page: null, posts };
        const form = formOf(page);
        if (!form) return { landed: null, page, posts };
        posts.push(form);
        next = await onPost(form, posts.length);
        if (!next) return { landed: null, page, posts };
    }
    throw new Error('still posting');
}

export async function walkSaml({ tenant, browser = new Browser(), parameters, onPost }) {
    const begun = await startSignIn(tenant.config, parameters);
    return { ...begun, browser, ...(await walkOn(browser, begun.url.href, { onPost })) };
}

/** The checks of the flow that a page of ours names. */
export async function flowOf(tenant, page) {
    const reference = /GH-\w{4}-\w{4}/.exec(page.text)?.[0];
    return reference ? tenant.daemon.admin('GET', `${tenant.T}/flows/${reference}`) : null;
}

export async function whyNot(tenant, page) {
    const flow = await flowOf(tenant, page);
    return flow ? JSON.stringify({ reason: flow.reason, failed: flow.checks.filter(({ status }) => status === 'fail') }, null, 1)
        : page.text.slice(0, 2000);
}

/** A whole sign-in by `person`, tokens and all. */
export async function signInBySaml({ idp, tenant, person, ...rest }) {
    if (person) idp.person = person;
    const walked = await walkSaml({ tenant, ...rest });
    if (!walked.landed) throw new Error(`no way back to the app: ${walked.page.status} at ${walked.page.url}\n${await whyNot(tenant, walked.page)}`);
    if (walked.landed.searchParams.has('error')) throw new Error(`the app was told: ${walked.landed.search}`);
    const tokens = await openidClient.authorizationCodeGrant(tenant.config, walked.landed, walked.checks);
    return { ...walked, tokens, claims: tokens.claims() };
}
