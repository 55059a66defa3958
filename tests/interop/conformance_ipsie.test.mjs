// SPDX-License-Identifier: Apache-2.0
// The IPSIE profile of OpenID Connect, session level 1, for the side that signs people in. Each test is a row of docs/conformance.md.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { decodeJwt } from 'jose';
import { RelyingParty } from './lib/relying_party.mjs';
import { kRedirect, makeWorld, post } from './lib/world.mjs';

describe('IPSIE SL1', () => {
    let world, acme, rp;

    before(async () => {
        world = await makeWorld();
        acme = world.tenants.acme;
        Object.assign(world.idp, { person: 'ann', acr: 'urn:example:level2', amr: ['hwk', 'mfa'] });
        rp = await RelyingParty.of(world, acme);
    });
    after(() => world?.stop());

    it('no password grant, and no other that hands people\'s secrets around', async () => {
        const { status, json } = await post(rp.metadata.token_endpoint,
            { grant_type: 'password', username: 'ann', password: 'secret' }, { basic: rp.basic() });
        assert.deepEqual([status, json.error], [400, 'unsupported_grant_type']);
        assert.ok(!rp.metadata.grant_types_supported.includes('password'));
    });

    it('the code flow alone', async () => {
        assert.deepEqual(rp.metadata.response_types_supported, ['code']);
        for (const response_type of ['token', 'id_token', 'id_token token', 'code token', 'code id_token', 'none']) {
            const { answer } = await rp.ask({ response_type });
            assert.equal(answer.error, 'unsupported_response_type', response_type);
        }
    });

    it('the issuer in every answer, good or bad', async () => {
        assert.equal(rp.metadata.authorization_response_iss_parameter_supported, true);
        for (const changes of [{}, { prompt: 'none' }, { response_type: 'token' }, { response_mode: 'form_post' }]) {
            assert.equal((await rp.ask(changes)).answer.iss, rp.issuer, JSON.stringify(changes));
        }
    });

    it('an ID token says how, how strongly and when somebody signed in, and when the session ends', async () => {
        const now = Math.floor(Date.now() / 1000);
        const { claims } = await rp.signIn({ acr_values: 'urn:example:level2' });
        assert.equal(claims.aud, rp.app.clientId, 'one audience, as a string');
        assert.equal(claims.acr, 'urn:example:level2');
        assert.deepEqual(claims.amr, ['hwk', 'mfa']);
        assert.ok(Number.isInteger(claims.auth_time) && claims.auth_time <= now + 5);
        assert.ok(Number.isInteger(claims.session_expiry) && claims.session_expiry > now);
        assert.ok(claims.session_expiry <= now + acme.tenant.settings.sessionTtl + 5);
        assert.ok(claims.sid);
    });

    it('an ID token of a refresh says the same', async () => {
        const { tokens, claims } = await rp.signIn({ scope: 'openid offline_access', acr_values: 'urn:example:level2' });
        const again = decodeJwt((await rp.refresh(tokens.refresh_token)).json.id_token);
        for (const name of ['sub', 'aud', 'acr', 'auth_time', 'session_expiry', 'sid']) assert.deepEqual(again[name], claims[name], name);
        assert.deepEqual(again.amr, claims.amr);
    });

    it('a level that was asked for is reached or refused, never left out', async () => {
        const { answer } = await rp.ask({ acr_values: 'urn:example:level9' });
        assert.equal(answer.error, 'unmet_authentication_requirements');
        const claims = JSON.stringify({ id_token: { acr: { essential: true, values: ['urn:example:level9'] } } });
        assert.equal((await rp.ask({ claims })).answer.error, 'unmet_authentication_requirements');
    });

    it('public clients have a place, with PKCE and without a secret', async () => {
        const spa = await rp.another({ type: 'spa', auth: 'none' });
        assert.equal(spa.app.clientSecret, undefined);
        const code = await spa.code();
        const wrong = await spa.redeem(code, { client_id: spa.app.clientId, code_verifier: 'x'.repeat(43) }, {});
        assert.equal(wrong.json.error, 'invalid_grant');
        const { status } = await spa.redeem(await spa.code(), { client_id: spa.app.clientId }, {});
        assert.equal(status, 200);
    });

    it('nobody registers an app without leave', async () => {
        const address = rp.metadata.registration_endpoint ?? `${rp.issuer}/oauth2/register`;
        const response = await fetch(address, { method: 'POST', headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ redirect_uris: [kRedirect] }) });
        assert.ok([401, 404].includes(response.status), String(response.status));
        const { page } = await rp.ask({ client_id: 'nobody' });
        assert.equal(page.status, 400);
    });

    it('a tenant demands a level of every sign-in', async () => {
        const demand = (requiredAcr) => world.daemon.admin('PATCH', `/admin/v1/tenants/${acme.slug}`, { settings: { requiredAcr } });
        await demand(['urn:example:level2']);
        try {
            assert.equal((await rp.signIn()).claims.acr, 'urn:example:level2');
            world.idp.acr = 'urn:example:level1';
            assert.equal((await rp.ask()).answer.error, 'unmet_authentication_requirements');
        } finally {
            world.idp.acr = 'urn:example:level2';
            await demand([]);
        }
    });

    it('no sign-in that nobody asked for', async () => {
        const { id } = acme.connection;
        const response = await fetch(`${world.daemon.url}/sso/oidc/${id}/callback?code=abc&state=made-up`, { redirect: 'manual' });
        assert.equal(response.status, 400);
        assert.equal(response.headers.get('location'), null);
    });

    it('accounts of two providers are not linked by chance', async () => {
        world.idp.person = 'eve'; // an address that the provider has not verified
        try {
            const user = await world.daemon.admin('POST', `${acme.T}/users`,
                { userName: 'eve', email: 'eve@acme.test', emailVerified: true, active: true });
            const { answer, page } = await rp.ask();
            if (answer?.code) {
                const { json } = await rp.redeem(answer.code);
                assert.notEqual(decodeJwt(json.access_token).sub, user.id);
            } else {
                assert.ok(answer?.error || page.status >= 400);
            }
        } finally {
            world.idp.person = 'ann';
        }
    });
});

describe('IPSIE SL1, towards the identity provider of a customer', () => {
    let world, rp;

    before(async () => {
        world = await makeWorld({ idpMembers: { dpop: true, conformIdTokenClaims: true } });
        Object.assign(world.idp, { person: 'ann' });
        rp = await RelyingParty.of(world, world.tenants.acme);
    });
    after(() => world?.stop());

    it('its tokens are bound to a key of ours, with its nonce', async () => {
        const { claims } = await rp.signIn();
        assert.ok(claims.sub);
        const redeemed = world.idp.requests.filter(({ path }) => path === '/token').map(({ headers }) => decodeJwt(headers.dpop));
        assert.equal(redeemed.length, 2, 'the nonce was asked for first');
        assert.ok(!redeemed[0].nonce && redeemed[1].nonce);
        const used = world.idp.requests.filter(({ path }) => path === '/me');
        assert.ok(used.length > 0, 'userinfo was asked');
        assert.ok(used.every(({ headers }) => headers.authorization.startsWith('DPoP ') && decodeJwt(headers.dpop).ath));
    });

    it('a session ends no later than the provider says', async () => {
        world.idp.sessionExpiry = Math.floor(Date.now() / 1000) + 600;
        try {
            assert.equal((await rp.signIn()).claims.session_expiry, world.idp.sessionExpiry);
        } finally {
            delete world.idp.sessionExpiry;
        }
    });
});
