// SPDX-License-Identifier: Apache-2.0
// US-106, scenario by scenario: npm's oidc-provider is the customer's IdP, openid-client the app.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import * as client from 'openid-client';
import { Browser } from './lib/browser.mjs';
import { audit, atApp, configure, kAfterLogout, makeWorld, post, signIn, startSignIn, walk } from './lib/world.mjs';

describe('US-106: single sign-on with claim mapping', () => {
    let world, acme, config;
    const users = () => world.daemon.list(`${acme.T}/users`);
    const withEmail = async (email) => (await users()).filter((user) => user.email === email);
    const since = async (seq, type) => (await audit(world.daemon, acme)).filter((r) => r.seq > seq && r.type === type);
    const lastSeq = async () => (await audit(world.daemon, acme)).at(-1)?.seq ?? 0;

    before(async () => {
        world = await makeWorld();
        acme = world.tenants.acme;
        config = await configure(acme.issuer, acme.app);
    });
    after(() => world?.stop());

    it('signs in, provisions the user in the tenant, applies roles and publishes the success', async () => {
        assert.deepEqual(await users(), []);
        const seq = await lastSeq();
        const { tokens, claims } = await signIn({ ...world, config, person: 'ann' });
        const [ann, ...more] = await users();
        assert.equal(more.length, 0);
        assert.equal(ann.email, 'ann@acme.test');
        assert.equal(ann.displayName, 'Ann Ekholm');
        assert.equal(ann.federated, true);
        assert.deepEqual(ann.roles.map((role) => role.name).sort(), ['admin', 'member']);
        assert.ok(ann.roles.every((role) => role.source === 'sso'));
        assert.deepEqual(ann.identities.map(({ issuer, subject, connectionId }) => ({ issuer, subject, connectionId })),
            [{ issuer: world.idp.issuer, subject: 'ann', connectionId: acme.connection.id }]);
        assert.equal(claims.sub, ann.id, 'the subject is the internal id');
        assert.equal(claims.iss, acme.issuer);
        assert.equal(claims.org, 'acme');
        assert.equal(claims.org_id, acme.tenant.id);
        assert.equal(claims.idp, 'company');
        assert.deepEqual([...claims.roles].sort(), ['admin', 'member']);
        assert.equal(claims.email, 'ann@acme.test');
        assert.equal(claims.email_verified, true);
        assert.ok(tokens.access_token && tokens.refresh_token);
        const info = await client.fetchUserInfo(config, tokens.access_token, claims.sub);
        assert.equal(info.email, 'ann@acme.test');
        assert.equal((await since(seq, 'SSOLoginAttempt')).length, 1);
        const [success] = await since(seq, 'SSOLoginSuccess');
        assert.ok(success, 'SSOLoginSuccess is in the log');
        assert.ok(success.flowId, 'and names its flow');
        assert.equal((await since(seq, 'UserProvisioned')).length, 1);
        assert.equal((await since(seq, 'SSOLoginFailure')).length, 0);
    });

    it('gives the mapped attributes: template for a missing name, JSON Pointer for a nested one', async () => {
        await signIn({ ...world, config, person: 'bob' });
        const [bob] = await withEmail('bob@acme.test');
        assert.equal(bob.displayName, 'Bob Lind');
        assert.deepEqual(bob.roles.map((role) => role.name), ['member']);
        const [ann] = await withEmail('ann@acme.test');
        assert.equal(ann.attributes.department, 'Engineering');
    });

    it('knows the same person again and moves lastLogin', async () => {
        const [before] = await withEmail('ann@acme.test');
        const { claims } = await signIn({ ...world, config, person: 'ann' });
        const [again, ...more] = await withEmail('ann@acme.test');
        assert.equal(more.length, 0);
        assert.equal(claims.sub, before.id);
        assert.ok(Date.parse(again.lastLogin) >= Date.parse(before.lastLogin));
    });

    it('matches an existing local user by the verified e-mail and makes no second one', async () => {
        const local = await world.daemon.admin('POST', `${acme.T}/users`,
            { userName: 'cyd', email: 'cyd@acme.test', emailVerified: true, displayName: 'Cyd (local)' });
        assert.ok(!local.lastLogin);
        const seq = await lastSeq();
        const { claims } = await signIn({ ...world, config, person: 'cyd' });
        const [cyd, ...more] = await withEmail('cyd@acme.test');
        assert.equal(more.length, 0);
        assert.equal(cyd.id, local.id);
        assert.equal(claims.sub, local.id);
        assert.ok(cyd.lastLogin);
        assert.equal(cyd.identities.length, 1);
        assert.equal((await since(seq, 'UserMatched')).length, 1);
        assert.equal((await since(seq, 'UserProvisioned')).length, 0);
    });

    it('does not take over a local user by an e-mail that the IdP has not verified', async () => {
        const local = await world.daemon.admin('POST', `${acme.T}/users`,
            { userName: 'eve', email: 'eve@acme.test', emailVerified: true, displayName: 'Eve (local)' });
        world.idp.person = 'eve';
        const { landed } = await walk(config, new Browser());
        if (landed?.searchParams.has('code')) assert.fail('signed in by an unverified address');
        const eve = await world.daemon.admin('GET', `${acme.T}/users/${local.id}`);
        assert.deepEqual(eve.identities, []);
        assert.ok(!eve.lastLogin);
    });

    it('refuses a login without e-mail with mapping_missing_email and provisions nobody', async () => {
        const [seq, count] = [await lastSeq(), (await users()).length];
        world.idp.person = 'nomail';
        const { landed, page } = await walk(config, new Browser());
        assert.ok(!landed?.searchParams.has('code'));
        if (landed) {
            assert.equal(landed.searchParams.get('error'), 'access_denied');
            assert.match(landed.searchParams.get('error_description'), /GH-[0-9A-Z]{4}-[0-9A-Z]{4}|mapping_missing_email/);
        } else {
            assert.match(page.text, /GH-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}/, 'the error page has a reference');
            assert.ok(page.status >= 400);
        }
        assert.equal((await users()).length, count);
        const [failure] = await since(seq, 'SSOLoginFailure');
        assert.match(JSON.stringify(failure), /mapping_missing_email/);
        assert.equal((await since(seq, 'SSOLoginSuccess')).length, 0);
        const flow = await world.daemon.admin('GET', `${acme.T}/flows/${failure.flowId}`);
        assert.match(JSON.stringify(flow), /mapping_missing_email/);
    });

    it('says in the log when the IdP itself refuses', async () => {
        const seq = await lastSeq();
        world.idp.refuse = 'access_denied';
        const { landed } = await walk(config, new Browser());
        world.idp.refuse = undefined;
        assert.ok(!landed?.searchParams.has('code'));
        assert.equal((await since(seq, 'SSOLoginFailure')).length, 1);
    });

    it('ends the session and its tokens at logout', async () => {
        const browser = new Browser();
        const { tokens } = await signIn({ ...world, config, person: 'ann', browser });
        const alive = await client.tokenIntrospection(config, tokens.access_token);
        assert.equal(alive.active, true);
        const seq = await lastSeq();

        const leave = client.buildEndSessionUrl(config,
            { id_token_hint: tokens.id_token, post_logout_redirect_uri: kAfterLogout, state: 'bye' });
        const { url } = await browser.follow(leave.href, { stop: (at) => at.startsWith(kAfterLogout) });
        assert.equal(url, `${kAfterLogout}?state=bye`);

        assert.equal((await client.tokenIntrospection(config, tokens.access_token)).active, false);
        assert.equal((await client.tokenIntrospection(config, tokens.refresh_token)).active, false);
        const info = await fetch(config.serverMetadata().userinfo_endpoint,
            { headers: { authorization: `Bearer ${tokens.access_token}` } });
        assert.equal(info.status, 401);
        assert.match(info.headers.get('www-authenticate'), /invalid_token/);
        await assert.rejects(client.refreshTokenGrant(config, tokens.refresh_token), { error: 'invalid_grant' });
        const silent = await walk(config, browser, { prompt: 'none' });
        assert.equal(silent.landed.searchParams.get('error'), 'login_required');
        assert.equal((await since(seq, 'Logout')).length, 1);
    });

    it('ends nothing for somebody who is not signed in and sends nobody to an address that is not registered', async () => {
        const page = await new Browser().fetch(client.buildEndSessionUrl(config,
            { post_logout_redirect_uri: 'https://evil.example/', client_id: acme.app.clientId }).href);
        assert.ok(!page.location?.startsWith('https://evil.example'));
    });

    it('offers the company sign-in on the login page with the name of the tenant', async () => {
        const { url } = await startSignIn(config, { prompt: 'select_account' });
        const { page } = await new Browser().follow(url.href, { stop: (at) => atApp(at) || at.startsWith(world.idp.issuer), click: false });
        assert.ok(page, 'prompt=select_account shows a page');
        assert.match(page.text, /Acme Corp/);
        assert.match(page.text, /Sign in with Company SSO/);
        assert.match(page.headers.get('content-security-policy'), /default-src 'none'|default-src 'self'/);
        assert.match(page.headers.get('cache-control'), /no-store/);
    });

    it('follows the setting for roles: replace takes away what the IdP no longer says', async () => {
        const [before] = await withEmail('ann@acme.test');
        assert.ok(before.roles.some((role) => role.name === 'admin'));
        const groups = world.idp.people.ann.groups;
        world.idp.people.ann.groups = ['staff'];
        const { claims } = await signIn({ ...world, config, person: 'ann' });
        assert.deepEqual(claims.roles, ['member']);
        await world.daemon.admin('PATCH', acme.T, { settings: { roleMode: 'merge' } });
        world.idp.people.ann.groups = groups;
        await signIn({ ...world, config, person: 'ann' });
        world.idp.people.ann.groups = ['staff'];
        const merged = await signIn({ ...world, config, person: 'ann' });
        assert.deepEqual([...merged.claims.roles].sort(), ['admin', 'member']);
        world.idp.people.ann.groups = groups;
        await world.daemon.admin('PATCH', acme.T, { settings: { roleMode: 'replace' } });
    });

    it('refuses a deactivated user and kills what he held', async () => {
        const { tokens, claims } = await signIn({ ...world, config, person: 'bob' });
        await world.daemon.admin('POST', `${acme.T}/users/${claims.sub}/deactivate`);
        assert.equal((await client.tokenIntrospection(config, tokens.access_token)).active, false);
        await assert.rejects(client.refreshTokenGrant(config, tokens.refresh_token), { error: 'invalid_grant' });
        world.idp.person = 'bob';
        const { landed } = await walk(config, new Browser());
        assert.ok(!landed?.searchParams.has('code'));
        await world.daemon.admin('POST', `${acme.T}/users/${claims.sub}/activate`);
    });

    it('shows each login step by step without secrets', async () => {
        const { tokens, landed } = await signIn({ ...world, config, person: 'ann' });
        const [success] = (await audit(world.daemon, acme)).filter((r) => r.type === 'SSOLoginSuccess').slice(-1);
        const flow = JSON.stringify(await world.daemon.admin('GET', `${acme.T}/flows/${success.flowId}`));
        for (const secret of [tokens.access_token, tokens.refresh_token, tokens.id_token, landed.searchParams.get('code'),
            acme.app.clientSecret, acme.upstream.client_secret]) {
            assert.ok(!flow.includes(secret));
        }
        assert.match(flow, /nonce/);
    });

    it('answers an introspection without client authentication with 401', async () => {
        const { tokens } = await signIn({ ...world, config, person: 'ann' });
        const answer = await post(config.serverMetadata().introspection_endpoint, { token: tokens.access_token });
        assert.equal(answer.status, 401);
        assert.equal(answer.json.error, 'invalid_client');
    });
});
