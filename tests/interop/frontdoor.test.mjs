// SPDX-License-Identifier: Apache-2.0
// The front door: one issuer for an app that serves every tenant; it finds the tenant and names it in the token.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import * as client from 'openid-client';
import { Browser, forms } from './lib/browser.mjs';
import { Idp } from './lib/idp.mjs';
import { addTenant, atApp, configure, kRedirect, makeWorld, peopleOf, signIn, startSignIn, walk } from './lib/world.mjs';

describe('the front door', () => {
    let world, acme, globex, idp2, app, config;
    before(async () => {
        world = await makeWorld();
        acme = world.tenants.acme;
        idp2 = await Idp.start({ people: peopleOf('globex.test') });
        globex = await addTenant(world.daemon, idp2, 'globex');
        idp2.register([globex.upstream]);
        app = await world.daemon.admin('POST', '/admin/v1/apps', {
            name: 'suite', type: 'web', redirectUris: [kRedirect], auth: 'client_secret_basic', tenants: 'all',
            grantTypes: ['authorization_code', 'refresh_token'], scopes: ['openid', 'email', 'profile', 'groups', 'offline_access'],
        });
        config = await configure(world.daemon.url, app);
    });
    after(async () => {
        await idp2?.stop();
        await world?.stop();
    });

    it('publishes metadata of its own, and each tenant its own', async () => {
        const root = config.serverMetadata();
        assert.equal(root.issuer, world.daemon.url);
        const tenant = await (await fetch(`${acme.issuer}/.well-known/openid-configuration`)).json();
        assert.equal(tenant.issuer, acme.issuer);
        const oauth = await (await fetch(`${world.daemon.url}/.well-known/oauth-authorization-server/t/acme`)).json();
        assert.equal(oauth.issuer, acme.issuer);
        assert.deepEqual(tenant.code_challenge_methods_supported, ['S256']);
        assert.equal(tenant.authorization_response_iss_parameter_supported, true);
        assert.ok(!tenant.response_types_supported.some((type) => type.includes('token')));
    });

    for (const [name, parameters] of [
        ['organization by slug', () => ({ organization: 'acme' })],
        ['organization by id', () => ({ organization: acme.tenant.id })],
        ['the domain of login_hint', () => ({ login_hint: 'ann@acme.test' })],
        ['domain_hint', () => ({ domain_hint: 'acme.test' })],
    ]) {
        it(`finds the tenant by ${name}`, async () => {
            const { tokens, claims, visited } = await signIn({ idp: world.idp, config, person: 'ann', parameters: parameters() });
            assert.equal(claims.iss, world.daemon.url);
            assert.equal(claims.org, 'acme');
            assert.equal(claims.org_id, acme.tenant.id);
            assert.ok(visited.some((url) => url.startsWith(world.idp.issuer)));
            assert.ok(!visited.some((url) => url.startsWith(idp2.issuer)));
            const keys = createRemoteJWKSet(new URL(config.serverMetadata().jwks_uri));
            await jwtVerify(tokens.access_token, keys, { issuer: world.daemon.url });
            assert.equal((await client.fetchUserInfo(config, tokens.access_token, claims.sub)).email, 'ann@acme.test');
        });
    }

    it('sends another domain to another tenant and another IdP', async () => {
        const { claims, visited } = await signIn({ idp: idp2, config, person: 'bob', parameters: { login_hint: 'bob@globex.test' } });
        assert.equal(claims.org, 'globex');
        assert.ok(visited.some((url) => url.startsWith(idp2.issuer)));
    });

    it('asks for the e-mail address when it has no hint, and goes on from there', async () => {
        world.idp.person = 'ann';
        const browser = new Browser();
        const { url, checks } = await startSignIn(config);
        const { page } = await browser.follow(url.href, { stop: atApp, click: false });
        assert.ok(page, 'a page asks who it is');
        assert.equal(page.status, 200);
        const form = forms(page).find(({ fields, body }) => /type=["']?email|name=["']?(email|login_hint)/i.test(body) && fields);
        assert.ok(form, page.text.slice(0, 2000));
        const name = Object.keys(form.fields).find((field) => /email|login_hint/i.test(field));
        const next = form.method === 'GET'
            ? { url: Object.assign(new URL(form.url), {}).href.replace(new RegExp(`([?&]${name}=)[^&]*`), '$1ann%40acme.test') }
            : { url: form.url, method: 'POST', form: { ...form.fields, [name]: 'ann@acme.test' } };
        const answer = await browser.fetch(next.url, next);
        const landed = answer.location ? (await browser.follow(answer.location, { stop: atApp })).url : null;
        assert.ok(landed && atApp(landed), `${answer.status} ${answer.text.slice(0, 1000)}`);
        const tokens = await client.authorizationCodeGrant(config, new URL(landed), checks);
        assert.equal(tokens.claims().org, 'acme');
    });

    it('does not tell whether a domain is known: an unknown one gets the same page again', async () => {
        const { landed, page } = await walk(config, new Browser(), { login_hint: 'who@unknown.test' });
        assert.ok(!landed?.searchParams.has('code'));
        if (page) assert.ok(!/acme|globex/i.test(page.text));
    });

    it('refuses an organization that does not exist', async () => {
        const { landed, page } = await walk(config, new Browser(), { organization: 'nobody' });
        assert.ok(!landed?.searchParams.has('code'));
        assert.ok(page || landed.searchParams.has('error'));
    });

    it('refuses an app of one tenant, and a tenant refuses an app that is not released for it', async () => {
        const stray = await startSignIn(config, { client_id: acme.app.clientId, organization: 'acme' });
        const page = await new Browser().fetch(stray.url.href);
        assert.equal(page.status, 400);
        assert.equal(page.location, null);
        const only = await world.daemon.admin('POST', '/admin/v1/apps', {
            name: 'acme only', type: 'web', redirectUris: [kRedirect], auth: 'client_secret_basic', tenants: ['acme'],
            grantTypes: ['authorization_code'], scopes: ['openid'],
        });
        const onlyConfig = await configure(world.daemon.url, only);
        const walked = await walk(onlyConfig, new Browser(), { scope: 'openid', organization: 'globex' });
        assert.ok(!walked.landed?.searchParams.has('code'));
    });

    it('lets the app name the connection', async () => {
        for (const connection of ['company', acme.connection.id]) {
            const { claims } = await signIn({ idp: world.idp, config, person: 'ann', parameters: { organization: 'acme', connection } });
            assert.equal(claims.idp, 'company');
        }
    });
});
