// SPDX-License-Identifier: Apache-2.0
// openid-client registers itself with a token of an administrator (RFC 7591), signs somebody in, and manages what it registered (RFC 7592).
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import * as client from 'openid-client';
import { Browser, forms } from './lib/browser.mjs';
import { atApp, kRedirect, makeWorld, walk } from './lib/world.mjs';

describe('openid-client registers itself', () => {
    let world, acme, token;

    before(async () => {
        world = await makeWorld();
        acme = world.tenants.acme;
        ({ token } = await world.daemon.admin('POST', `${acme.T}/registration-tokens`, {
            name: 'interop', redirectHosts: ['app.example'], usesLeft: 3,
            scopes: ['openid', 'email', 'profile', 'groups', 'offline_access'],
        }));
    });
    after(() => world?.stop());

    const register = (metadata, initialAccessToken) => client.dynamicClientRegistration(new URL(acme.issuer),
        { client_name: 'Interop', redirect_uris: [kRedirect], grant_types: ['authorization_code', 'refresh_token'], ...metadata },
        undefined, { initialAccessToken, execute: [client.allowInsecureRequests] });

    it('signs somebody in with what it got, once that person has allowed it', async () => {
        const config = await register({ policy_uri: 'https://app.example/privacy' }, token);
        world.idp.person = 'ann';
        const browser = new Browser();
        const { page, checks } = await walk(config, browser);
        assert.match(page.text, /<a href="https:\/\/app.example\/privacy" target="_blank" rel="noopener noreferrer">/);
        const { url } = await browser.follow(forms(page)[0], { stop: atApp });
        const tokens = await client.authorizationCodeGrant(config, new URL(url), checks);
        assert.equal(tokens.claims().aud, config.clientMetadata().client_id);
        assert.ok(tokens.refresh_token);
    });
    it('reads, changes and deletes what it registered', async () => {
        const made = (await register({ token_endpoint_auth_method: 'client_secret_post' }, token)).clientMetadata();
        const at = (method, bearer, body) => fetch(made.registration_client_uri, { method,
            headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' }, body: body && JSON.stringify(body) });
        const read = await (await at('GET', made.registration_access_token)).json();
        assert.equal(read.token_endpoint_auth_method, 'client_secret_post');
        const changed = await (await at('PUT', made.registration_access_token, { ...read, client_name: 'Renamed' })).json();
        assert.equal(changed.client_name, 'Renamed');
        assert.equal((await at('GET', made.registration_access_token)).status, 401);
        assert.equal((await at('DELETE', changed.registration_access_token)).status, 204);
        assert.equal((await at('GET', changed.registration_access_token)).status, 401);
    });
    it('is refused without a token, and for what the token does not give', async () => {
        await assert.rejects(register({}, undefined));
        await assert.rejects(register({ redirect_uris: ['https://app.example.evil/cb'] }, token));
        await assert.rejects(register({ scope: 'openid admin' }, token));
    });
});
