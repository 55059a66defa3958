// SPDX-License-Identifier: Apache-2.0
// Refresh with rotation and reuse detection, revocation, introspection, client credentials, and the prompts.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import * as client from 'openid-client';
import { Browser } from './lib/browser.mjs';
import { audit, configure, kRedirect, makeWorld, post, signIn, walk } from './lib/world.mjs';

describe('tokens', () => {
    let world, acme, config, spa, spaConfig, service, serviceConfig;

    before(async () => {
        world = await makeWorld();
        acme = world.tenants.acme;
        config = await configure(acme.issuer, acme.app);
        spa = await world.daemon.admin('POST', `${acme.T}/apps`, {
            name: 'spa', type: 'spa', redirectUris: [kRedirect], auth: 'none',
            grantTypes: ['authorization_code', 'refresh_token'], scopes: ['openid', 'email', 'profile', 'groups', 'offline_access'],
        });
        spaConfig = await configure(acme.issuer, spa);
        service = await world.daemon.admin('POST', `${acme.T}/apps`, {
            name: 'robot', type: 'service', auth: 'client_secret_basic', grantTypes: ['client_credentials'],
            scopes: ['invoices:read'], audiences: ['https://api.example'],
        });
        serviceConfig = await configure(acme.issuer, service);
    });
    after(() => world?.stop());

    it('are ES256 JWTs that a third party can verify from the published keys', async () => {
        const { tokens, claims } = await signIn({ ...world, config, person: 'ann' });
        const keys = createRemoteJWKSet(new URL(config.serverMetadata().jwks_uri));
        const access = await jwtVerify(tokens.access_token, keys, { issuer: acme.issuer, typ: 'at+jwt', algorithms: ['ES256'] });
        assert.equal(access.payload.sub, claims.sub);
        assert.equal(access.payload.client_id, acme.app.clientId);
        assert.equal(access.payload.sid, claims.sid);
        assert.ok(access.payload.jti);
        assert.equal(access.payload.exp - access.payload.iat, 300);
        assert.equal(tokens.expires_in, 300);
        await jwtVerify(tokens.id_token, keys, { issuer: acme.issuer, audience: acme.app.clientId, algorithms: ['ES256'] });
        assert.ok(decodeProtectedHeader(tokens.id_token).kid);
        assert.notEqual(decodeProtectedHeader(tokens.id_token).typ, 'at+jwt');
    });

    it('do not pass for each other: an ID token is no access token', async () => {
        const { tokens } = await signIn({ ...world, config, person: 'ann' });
        const answer = await fetch(config.serverMetadata().userinfo_endpoint,
            { headers: { authorization: `Bearer ${tokens.id_token}` } });
        assert.equal(answer.status, 401);
    });

    it('rotate on refresh and keep the session', async () => {
        const { tokens, claims } = await signIn({ ...world, config, person: 'ann' });
        const next = await client.refreshTokenGrant(config, tokens.refresh_token);
        assert.notEqual(next.refresh_token, tokens.refresh_token);
        assert.notEqual(next.access_token, tokens.access_token);
        assert.equal(next.claims()?.sub ?? claims.sub, claims.sub);
        assert.equal((await client.tokenIntrospection(config, next.access_token)).active, true);
    });

    it('give a client that proves itself the same successor twice within the grace', async () => {
        const { tokens } = await signIn({ ...world, config, person: 'ann' });
        const [one, two] = await Promise.all([1, 2].map(() => client.refreshTokenGrant(config, tokens.refresh_token)));
        assert.equal(one.refresh_token, two.refresh_token);
        assert.equal((await client.tokenIntrospection(config, one.refresh_token)).active, true);
    });

    it('end as a family when a public client uses one twice', async () => {
        const { tokens } = await signIn({ ...world, config: spaConfig, person: 'bob' });
        const next = await client.refreshTokenGrant(spaConfig, tokens.refresh_token);
        await assert.rejects(client.refreshTokenGrant(spaConfig, tokens.refresh_token), { error: 'invalid_grant' });
        await assert.rejects(client.refreshTokenGrant(spaConfig, next.refresh_token), { error: 'invalid_grant' });
        const records = await audit(world.daemon, acme, '?type=TokenReuseDetected');
        assert.ok(records.length >= 1);
    });

    it('lead a client that lost answers along the same chain, never into a second one', async () => {
        const { tokens } = await signIn({ ...world, config, person: 'ann' });
        const second = await client.refreshTokenGrant(config, tokens.refresh_token);
        const third = await client.refreshTokenGrant(config, second.refresh_token);
        assert.equal((await client.refreshTokenGrant(config, tokens.refresh_token)).refresh_token, second.refresh_token);
        assert.equal((await client.refreshTokenGrant(config, second.refresh_token)).refresh_token, third.refresh_token);
        await assert.rejects(client.refreshTokenGrant(spaConfig, tokens.refresh_token), { error: 'invalid_grant' });
    });

    it('hold no scope that the app does not have', async () => {
        const { tokens } = await signIn({ ...world, config, person: 'ann', parameters: { scope: 'openid root' } });
        const { scope } = await client.tokenIntrospection(config, tokens.access_token);
        assert.equal(scope, 'openid');
        assert.equal(tokens.scope ?? 'openid', 'openid');
    });

    it('do not widen on refresh, and belong to their client', async () => {
        const { tokens } = await signIn({ ...world, config, person: 'ann', parameters: { scope: 'openid offline_access' } });
        await assert.rejects(client.refreshTokenGrant(config, tokens.refresh_token, { scope: 'openid email' }),
            { error: 'invalid_scope' });
        await assert.rejects(client.refreshTokenGrant(spaConfig, tokens.refresh_token), { error: 'invalid_grant' });
    });

    it('end at revocation, for the client that owns them only', async () => {
        const { tokens } = await signIn({ ...world, config, person: 'ann' });
        await client.tokenRevocation(spaConfig, tokens.refresh_token).catch(() => {});
        assert.equal((await client.tokenIntrospection(config, tokens.refresh_token)).active, true);
        await client.tokenRevocation(config, tokens.refresh_token);
        assert.equal((await client.tokenIntrospection(config, tokens.refresh_token)).active, false);
        assert.equal((await client.tokenIntrospection(config, tokens.access_token)).active, false);
        await client.tokenRevocation(config, 'never-issued');
    });

    it('refuse to be altered', async () => {
        const { tokens } = await signIn({ ...world, config, person: 'ann' });
        for (const bent of [tokens.refresh_token.slice(0, -1), `${tokens.refresh_token}A`, tokens.refresh_token.toLowerCase()]) {
            if (bent === tokens.refresh_token) continue;
            assert.equal((await client.tokenIntrospection(config, bent)).active, false);
        }
        const access = tokens.access_token;
        for (const bent of [access.slice(0, -1), `${access}A`, access.replace(/\.[^.]*$/, '.')]) {
            assert.equal((await client.tokenIntrospection(config, bent)).active, false);
        }
    });

    it('for a service come by client credentials, with its audience and no refresh token', async () => {
        const tokens = await client.clientCredentialsGrant(serviceConfig, { scope: 'invoices:read' });
        assert.ok(!tokens.refresh_token && !tokens.id_token);
        const keys = createRemoteJWKSet(new URL(config.serverMetadata().jwks_uri));
        const { payload } = await jwtVerify(tokens.access_token, keys, { issuer: acme.issuer, audience: 'https://api.example' });
        assert.equal(payload.client_id, service.clientId);
        assert.equal(payload.scope, 'invoices:read');
        await assert.rejects(client.clientCredentialsGrant(serviceConfig, { scope: 'invoices:write' }), { error: 'invalid_scope' });
        await assert.rejects(client.clientCredentialsGrant(config), { error: 'unauthorized_client' });
        const wrong = await post(config.serverMetadata().token_endpoint, { grant_type: 'client_credentials' },
            { basic: [service.clientId, 'wrong'] });
        assert.equal(wrong.status, 401);
    });

    it('stay valid over a restart of the broker', async () => {
        const { tokens } = await signIn({ ...world, config, person: 'ann' });
        await world.daemon.stop({ keep: true });
        await world.daemon.restart();
        assert.equal((await client.tokenIntrospection(config, tokens.access_token)).active, true);
        assert.ok((await client.refreshTokenGrant(config, tokens.refresh_token)).access_token);
    });
});

describe('prompts and hints', () => {
    let world, acme, config;
    before(async () => {
        world = await makeWorld();
        acme = world.tenants.acme;
        config = await configure(acme.issuer, acme.app);
    });
    after(() => world?.stop());

    it('prompt=none without a session is login_required, with the issuer in the answer', async () => {
        const { landed } = await walk(config, new Browser(), { prompt: 'none' });
        assert.equal(landed.searchParams.get('error'), 'login_required');
        assert.equal(landed.searchParams.get('iss'), acme.issuer);
    });

    it('a session answers the second request without the IdP', async () => {
        const browser = new Browser();
        const first = await signIn({ ...world, config, person: 'ann', browser });
        const second = await signIn({ ...world, config, browser });
        assert.equal(second.claims.sub, first.claims.sub);
        assert.equal(second.claims.sid, first.claims.sid);
        assert.equal(second.claims.auth_time, first.claims.auth_time);
        assert.ok(!second.visited.some((url) => url.startsWith(world.idp.issuer)));
        const silent = await signIn({ ...world, config, browser, parameters: { prompt: 'none' } });
        assert.equal(silent.claims.sub, first.claims.sub);
    });

    it('prompt=login and max_age=0 go back to the IdP and ask it for a fresh sign-in', async () => {
        for (const parameters of [{ prompt: 'login' }, { max_age: '0' }]) {
            const browser = new Browser();
            await signIn({ ...world, config, person: 'ann', browser });
            const again = await signIn({ ...world, config, browser, parameters });
            assert.ok(again.visited.some((url) => url.startsWith(world.idp.issuer)), JSON.stringify(parameters));
            const asked = world.idp.lastAuthorize();
            assert.ok(asked.prompt === 'login' || asked.max_age === '0', JSON.stringify(asked));
            assert.ok(again.claims.auth_time);
        }
    });

    it('login_hint reaches the IdP', async () => {
        await signIn({ ...world, config, person: 'ann', parameters: { login_hint: 'ann@acme.test' } });
        assert.equal(world.idp.lastAuthorize().login_hint, 'ann@acme.test');
    });

    it('the request to the IdP carries state, nonce and S256 of the broker, not of the app', async () => {
        const { checks } = await signIn({ ...world, config, person: 'ann' });
        const asked = world.idp.lastAuthorize();
        assert.equal(asked.code_challenge_method, 'S256');
        assert.ok(asked.nonce && asked.nonce !== checks.expectedNonce);
        assert.ok(asked.state && asked.state !== checks.expectedState);
        assert.equal(asked.response_type, 'code');
    });

    it('an acr that the IdP did not reach is unmet_authentication_requirements', async () => {
        world.idp.person = 'ann';
        const { landed } = await walk(config, new Browser(), { acr_values: 'urn:example:never' });
        assert.equal(landed?.searchParams.get('error'), 'unmet_authentication_requirements');
    });
});
