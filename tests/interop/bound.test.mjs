// SPDX-License-Identifier: Apache-2.0
// Apps that prove themselves with a key, and tokens that are bound to one, as openid-client does both.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { calculateJwkThumbprint, decodeJwt, exportJWK, generateKeyPair } from 'jose';
import * as client from 'openid-client';
import { Browser } from './lib/browser.mjs';
import { atApp, configure, kRedirect, makeWorld, walk } from './lib/world.mjs';

const kGrants = ['authorization_code', 'refresh_token'];
const kScopes = ['openid', 'email', 'profile', 'groups', 'offline_access'];

/** A key pair of an app and the JWK set that it registers. */
async function appKeys(alg) {
    const pair = await generateKeyPair(alg, { extractable: true });
    const jwk = { ...(await exportJWK(pair.publicKey)), kid: `key-${alg}`, use: 'sig', alg };
    return { pair, jwks: { keys: [jwk] }, authentication: client.PrivateKeyJwt({ key: pair.privateKey, kid: jwk.kid }) };
}

describe('an app with a key', () => {
    let world, acme;

    before(async () => {
        world = await makeWorld();
        acme = world.tenants.acme;
        world.idp.person = 'ann';
    });
    after(() => world?.stop());

    for (const alg of ['ES256', 'PS256', 'Ed25519', 'RS256']) {
        it(`proves itself by private_key_jwt with ${alg}`, async () => {
            const { jwks, authentication } = await appKeys(alg);
            const app = await world.daemon.admin('POST', `${acme.T}/apps`, { name: `keyed-${alg}`, type: 'service',
                auth: 'private_key_jwt', jwks, grantTypes: ['client_credentials'], scopes: ['invoices:read'] });
            assert.equal(app.clientSecret, undefined);
            const config = await configure(acme.issuer, app, authentication);
            const tokens = await client.clientCredentialsGrant(config, { scope: 'invoices:read' });
            assert.equal(tokens.scope, 'invoices:read');
            assert.equal((await client.tokenIntrospection(config, tokens.access_token)).active, true);
            await client.tokenRevocation(config, tokens.access_token);
            assert.equal((await client.tokenIntrospection(config, tokens.access_token)).active, false);
        });
    }

    for (const [kind, more] of [['confidential', {}], ['public', { type: 'spa', auth: 'none' }]]) {
        it(`binds its tokens by DPoP: ${kind}`, async () => {
            const app = await world.daemon.admin('POST', `${acme.T}/apps`, { name: `bound-${kind}`, type: 'web',
                redirectUris: [kRedirect], auth: 'client_secret_basic', dpop: 'required', grantTypes: kGrants, scopes: kScopes, ...more });
            const config = await configure(acme.issuer, app);
            const pair = await client.randomDPoPKeyPair('ES256', { extractable: true });
            const DPoP = client.getDPoPHandle(config, pair);
            const jkt = await calculateJwkThumbprint(await exportJWK(pair.publicKey));
            assert.equal(await DPoP.calculateThumbprint(), jkt);

            const { landed, checks } = await walk(config, new Browser(), { dpop_jkt: jkt });
            const tokens = await client.authorizationCodeGrant(config, landed, checks, undefined, { DPoP });
            assert.equal(tokens.token_type.toLowerCase(), 'dpop');
            assert.equal(decodeJwt(tokens.access_token).cnf.jkt, jkt);
            const person = await client.fetchUserInfo(config, tokens.access_token, tokens.claims().sub, { DPoP });
            assert.equal(person.name, 'Ann Ekholm');
            const next = await client.refreshTokenGrant(config, tokens.refresh_token, undefined, { DPoP });
            assert.equal(decodeJwt(next.access_token).cnf.jkt, jkt);

            const stolen = await fetch(config.serverMetadata().userinfo_endpoint,
                { headers: { authorization: `Bearer ${next.access_token}` } });
            assert.equal(stolen.status, 401);
            const thief = client.getDPoPHandle(config, await client.randomDPoPKeyPair('ES256'));
            await assert.rejects(client.fetchUserInfo(config, next.access_token, tokens.claims().sub, { DPoP: thief }));
            if (kind === 'public') {
                await assert.rejects(client.refreshTokenGrant(config, next.refresh_token, undefined, { DPoP: thief }),
                    { error: 'invalid_grant' });
            }
        });
    }

    it('pushes its request, and gets a signed answer', async () => {
        const app = await world.daemon.admin('POST', `${acme.T}/apps`, { name: 'pushing', type: 'web', redirectUris: [kRedirect],
            auth: 'client_secret_basic', requirePar: true, grantTypes: kGrants, scopes: kScopes });
        const config = await configure(acme.issuer, app);
        client.useJwtResponseMode(config);
        const verifier = client.randomPKCECodeVerifier();
        const state = client.randomState();
        const parameters = { redirect_uri: kRedirect, scope: 'openid email', state, code_challenge_method: 'S256',
            code_challenge: await client.calculatePKCECodeChallenge(verifier) };
        const url = await client.buildAuthorizationUrlWithPAR(config, parameters);
        assert.deepEqual([...url.searchParams.keys()].sort(), ['client_id', 'request_uri']);
        const browser = new Browser();
        const { url: landed } = await browser.follow(url.href, { stop: atApp });
        assert.deepEqual([...new URL(landed).searchParams.keys()], ['response']);
        const tokens = await client.authorizationCodeGrant(config, new URL(landed), { pkceCodeVerifier: verifier, expectedState: state });
        assert.equal(tokens.claims().email, 'ann@acme.test');
        const again = await browser.fetch(url.href, {});
        assert.equal(again.status, 400);
    });
});
