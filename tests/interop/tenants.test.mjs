// SPDX-License-Identifier: Apache-2.0
// A tenant is a wall: no address, token, id or key of one works in the other, over every route of the Admin API and of the provider.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import * as client from 'openid-client';
import { Browser } from './lib/browser.mjs';
import { atApp, audit, configure, kRedirect, makeWorld, post, signIn, startSignIn, walk } from './lib/world.mjs';

const kMethods = ['get', 'post', 'put', 'patch', 'delete'];

describe('two tenants', () => {
    let world, acme, evil, routes, ids, evilToken, evilAuditor;
    const config = {}, session = {};

    before(async () => {
        world = await makeWorld({ slugs: ['acme', 'evil'] });
        ({ acme, evil } = world.tenants);
        for (const tenant of [acme, evil]) {
            config[tenant.slug] = await configure(tenant.issuer, tenant.app);
            session[tenant.slug] = await signIn({ ...world, config: config[tenant.slug], person: 'ann' });
            await world.daemon.admin('POST', `${tenant.T}/groups`, { name: `group-of-${tenant.slug}` }).catch(() => {});
            await world.daemon.admin('POST', `${tenant.T}/permissions`, { name: `read:${tenant.slug}`, description: '' }).catch(() => {});
        }
        const openapi = await world.daemon.admin('GET', '/admin/v1/openapi.json');
        assert.match(openapi.openapi, /^3\.1/);
        const prefix = Object.keys(openapi.paths).some((path) => path.startsWith('/admin/v1/')) ? '' : '/admin/v1';
        routes = Object.entries(openapi.paths).flatMap(([path, item]) =>
            kMethods.filter((method) => item[method]).map((method) => ({ method: method.toUpperCase(), path: prefix + path })));
        assert.ok(routes.length > 30, `${routes.length} routes`);
        const token = async (role) => (await world.daemon.admin('POST', '/admin/v1/tokens',
            { role, tenant: 'evil', ttl: 600, name: `wall ${role}` })).token;
        evilToken = await token('tenant-admin');
        evilAuditor = await token('auditor');
        ids = await idsOf(acme);
    });
    after(() => world?.stop());

    /** {segment: [ids]} of everything that can be listed in a tenant. */
    async function idsOf(tenant) {
        const out = {};
        for (const { method, path } of routes) {
            const found = /^\/admin\/v1\/tenants\/\{[^}]+\}\/([a-z-]+)$/.exec(path);
            if (method !== 'GET' || !found) continue;
            const answer = await world.daemon.request('GET', `${tenant.T}/${found[1]}`);
            const items = answer.json?.items ?? [];
            out[found[1]] = [...new Set(items.flatMap((item) => [item.id, item.kid, item.name, item.flowId]).filter(Boolean))];
        }
        return out;
    }

    const fill = (path, tenant, object) => {
        let first = true;
        return path.replace(/\{[^}]+\}/g, () => {
            const value = first ? tenant : object;
            first = false;
            return encodeURIComponent(value);
        });
    };
    const withoutRequestId = (answer) => JSON.stringify({ status: answer.status, body: { ...answer.json, requestId: '', instance: '' } });
    const snapshot = async (tenant) => {
        const out = {};
        for (const name of Object.keys(ids)) {
            if (['audit', 'flows', 'sessions'].includes(name)) continue;
            out[name] = (await world.daemon.request('GET', `${tenant.T}/${name}`)).json?.items;
        }
        return JSON.stringify(out);
    };

    it('an administrator of one sees nothing of the other, on any route, by slug or by id', async () => {
        const before = await snapshot(acme);
        let tried = 0;
        for (const { method, path } of routes.filter((route) => route.path.includes('/tenants/{'))) {
            const kind = /\/tenants\/\{[^}]+\}\/([a-z-]+)/.exec(path)?.[1];
            const object = ids[kind]?.[0] ?? 'x';
            for (const token of [evilToken, evilAuditor]) {
                const body = method === 'GET' || method === 'DELETE' ? undefined : {};
                const nowhere = await world.daemon.request(method, fill(path, 'no-such-tenant', object), { token, body });
                for (const name of ['acme', acme.tenant.id]) {
                    const answer = await world.daemon.request(method, fill(path, name, object), { token, body });
                    assert.equal(answer.status, 404, `${method} ${path} as ${name}: ${answer.status} ${answer.text}`);
                    assert.equal(withoutRequestId(answer).replaceAll(name, '?'), withoutRequestId(nowhere).replaceAll('no-such-tenant', '?'),
                        `${method} ${path} tells a tenant that exists from one that does not`);
                    tried += 1;
                }
            }
        }
        assert.ok(tried > 100, `${tried} requests`);
        assert.equal(await snapshot(acme), before);
    });

    it('an id of one is unknown below the other, even to the owner', async () => {
        const before = await snapshot(acme);
        let tried = 0;
        for (const { method, path } of routes) {
            const kind = /^\/admin\/v1\/tenants\/\{[^}]+\}\/([a-z-]+)\/\{/.exec(path)?.[1];
            if (!kind || !ids[kind]) continue;
            const theirs = new Set((await idsOf(evil))[kind]);
            if (path.includes('{seq}')) continue; // each log counts its own
            const body = method === 'GET' || method === 'DELETE' ? undefined : {};
            const ask = (object) => world.daemon.request(method, fill(path, 'evil', object), { body });
            const unknown = await ask('019abcde-0000-7000-8000-000000000000');
            for (const object of ids[kind].filter((id) => !theirs.has(id)).slice(0, 3)) {
                const answer = await ask(object);
                assert.ok(answer.status >= 400 && answer.status < 500, `${method} ${path} ${object}: ${answer.status} ${answer.text}`);
                assert.equal(answer.status, unknown.status, `${method} ${path} ${object} differs from an id that nobody has`);
                if (body === undefined) assert.equal(answer.status, 404);
                tried += 1;
            }
        }
        assert.ok(tried > 20, `${tried} requests`);
        assert.equal(await snapshot(acme), before);
    });

    it('routes outside of tenants show an administrator of one nothing of the other', async () => {
        for (const { method, path } of routes.filter((route) => !route.path.includes('{') && route.method === 'GET')) {
            if (/openapi|events$/.test(path)) continue;
            const answer = await world.daemon.request(method, path, { token: evilToken });
            assert.ok(!answer.text.includes(acme.tenant.id), `${path} shows the other tenant`);
            assert.ok(!answer.text.includes(acme.app.clientId), `${path} shows the other app`);
        }
        const made = await world.daemon.request('POST', '/admin/v1/tenants', { token: evilToken, body: { slug: 'mine', name: 'Mine' } });
        assert.ok([403, 404].includes(made.status), `${made.status}`);
        const grown = await world.daemon.request('POST', '/admin/v1/tokens',
            { token: evilToken, body: { role: 'owner', ttl: 600, name: 'grown' } });
        assert.ok(grown.status >= 400 && grown.status < 500, `${grown.status} ${grown.text}`);
        const across = await world.daemon.request('POST', '/admin/v1/tokens',
            { token: evilToken, body: { role: 'tenant-admin', tenant: 'acme', ttl: 600, name: 'across' } });
        assert.ok(across.status >= 400 && across.status < 500, `${across.status} ${across.text}`);
    });

    it('no token at all, or a made-up one, is 401 over TCP', async () => {
        for (const token of ['', 'ghat_made-up', `${session.acme.tokens.access_token}x`]) {
            const answer = await world.daemon.request('GET', acme.T, { token });
            assert.equal(answer.status, 401, token);
        }
    });

    it('an access token of an app administers nothing', async () => {
        const answer = await world.daemon.request('GET', acme.T, { token: session.acme.tokens.access_token });
        assert.equal(answer.status, 403);
        assert.ok(!answer.text.includes(acme.tenant.id));
    });

    it('an access token works at its own issuer only', async () => {
        const token = session.acme.tokens.access_token;
        const ask = (issuer) => fetch(`${issuer}/oauth2/userinfo`, { headers: { authorization: `Bearer ${token}` } });
        assert.equal((await ask(acme.issuer)).status, 200);
        assert.equal((await ask(evil.issuer)).status, 401);
        assert.equal((await ask(world.daemon.url)).status, 401);
        assert.equal((await client.tokenIntrospection(config.evil, token)).active, false);
        assert.equal((await client.tokenIntrospection(config.evil, session.acme.tokens.refresh_token)).active, false);
        assert.equal((await client.tokenIntrospection(config.acme, token)).active, true);
    });

    it('a client is unknown at the other issuer', async () => {
        const basic = [acme.app.clientId, acme.app.clientSecret];
        for (const issuer of [evil.issuer, world.daemon.url]) {
            for (const [where, form] of [['token', { grant_type: 'refresh_token', refresh_token: session.acme.tokens.refresh_token }],
                ['introspect', { token: session.acme.tokens.access_token }], ['revoke', { token: session.acme.tokens.refresh_token }]]) {
                const answer = await post(`${issuer}/oauth2/${where}`, form, { basic });
                assert.equal(answer.status, 401, `${issuer} ${where}`);
                assert.equal(answer.json.error, 'invalid_client');
            }
        }
        assert.equal((await client.tokenIntrospection(config.acme, session.acme.tokens.refresh_token)).active, true);
    });

    it('a refresh token, a code and a revocation do nothing at the other issuer', async () => {
        await assert.rejects(client.refreshTokenGrant(config.evil, session.acme.tokens.refresh_token), { error: 'invalid_grant' });
        await client.tokenRevocation(config.evil, session.acme.tokens.refresh_token);
        await client.tokenRevocation(config.evil, session.acme.tokens.access_token);
        assert.equal((await client.tokenIntrospection(config.acme, session.acme.tokens.access_token)).active, true);
        world.idp.person = 'bob';
        const { landed, checks } = await walk(config.acme, new Browser());
        const form = { grant_type: 'authorization_code', code: landed.searchParams.get('code'), redirect_uri: kRedirect,
            code_verifier: checks.pkceCodeVerifier };
        const stolen = await post(`${evil.issuer}/oauth2/token`, form, { basic: [evil.app.clientId, evil.app.clientSecret] });
        assert.equal(stolen.status, 400);
        assert.equal(stolen.json.error, 'invalid_grant');
    });

    it('keys are not shared', async () => {
        const keys = createRemoteJWKSet(new URL(`${evil.issuer}/oauth2/jwks`));
        await assert.rejects(jwtVerify(session.acme.tokens.access_token, keys));
        const kids = async (issuer) => (await (await fetch(`${issuer}/oauth2/jwks`)).json()).keys.map(({ kid }) => kid);
        const [one, two] = [await kids(acme.issuer), await kids(evil.issuer)];
        assert.deepEqual(one.filter((kid) => two.includes(kid)), []);
    });

    it('a browser session of one is none in the other', async () => {
        const { landed } = await walk(config.evil, session.acme.browser, { prompt: 'none' });
        assert.equal(landed.searchParams.get('error'), 'login_required');
    });

    it('a logout with the ID token of one ends nothing through the other', async () => {
        const leave = new URL(`${evil.issuer}/oauth2/logout`);
        leave.searchParams.set('id_token_hint', session.acme.tokens.id_token);
        await session.acme.browser.fetch(leave.href);
        assert.equal((await client.tokenIntrospection(config.acme, session.acme.tokens.access_token)).active, true);
    });

    it('a connection of one cannot be named at the other', async () => {
        const { landed, visited } = await walk(config.evil, new Browser(), { connection: acme.connection.id });
        assert.ok(!landed?.searchParams.has('code'));
        assert.ok(!visited.some((url) => url.includes(encodeURIComponent(acme.upstream.client_id))));
    });

    it('an answer of one IdP is refused at the callback of the other tenant', async () => {
        world.idp.person = 'ann';
        const browser = new Browser();
        const begun = await startSignIn(config.evil);
        const { url } = await browser.follow(begun.url.href, { stop: (at) => at.includes('/sso/oidc/') || atApp(at) });
        const bent = url.replace(evil.connection.id, acme.connection.id);
        const { page } = await browser.follow(bent, { stop: atApp, click: false });
        assert.ok(page && page.status >= 400 && page.status < 500);
    });

    it('the same person of the same IdP is another user in the other tenant', async () => {
        assert.notEqual(session.acme.claims.sub, session.evil.claims.sub);
        const twin = await world.daemon.request('GET', `${evil.T}/users/${session.acme.claims.sub}`);
        assert.equal(twin.status, 404);
    });

    it('a domain is verified for one tenant only', async () => {
        await world.daemon.request('POST', `${evil.T}/domains`, { body: { name: acme.domain } });
        const answer = await world.daemon.request('POST', `${evil.T}/domains/${acme.domain}/verify`, { body: { assert: true } });
        assert.ok([404, 409].includes(answer.status), `${answer.status}`);
    });

    it('the log of one names nothing of the other', async () => {
        const text = JSON.stringify(await audit(world.daemon, evil));
        for (const id of [acme.tenant.id, acme.connection.id, acme.app.clientId, session.acme.claims.sub]) {
            assert.ok(!text.includes(id));
        }
    });
});
