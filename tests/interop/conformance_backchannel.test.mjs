// SPDX-License-Identifier: Apache-2.0
// The modules of the OpenID conformance suite's plan "back-channel RP-initiated logout" for providers, each by its name, and what
// Back-Channel Logout 1.0 asks of a logout token besides.
import assert from 'node:assert/strict';
import http from 'node:http';
import { after, before, describe, it } from 'node:test';
import { jwtVerify } from 'jose';
import { Browser } from './lib/browser.mjs';
import { RelyingParty } from './lib/relying_party.mjs';
import { kAfterLogout, makeWorld } from './lib/world.mjs';

const kEvent = 'http://schemas.openid.net/event/backchannel-logout';

describe('OpenID Connect provider, back-channel logout', () => {
    let world, rp, server;
    const received = [];
    let arrived = () => {};

    before(async () => {
        server = http.createServer(async (request, response) => {
            let body = '';
            for await (const chunk of request) body += chunk;
            received.push({ method: request.method, type: request.headers['content-type'], form: new URLSearchParams(body) });
            response.writeHead(200, { 'cache-control': 'no-store' }).end();
            arrived();
        });
        await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
        world = await makeWorld();
        world.idp.person = 'ann';
        rp = await (await RelyingParty.of(world, world.tenants.acme)).another({
            backchannelLogoutUri: `http://127.0.0.1:${server.address().port}/backchannel_logout`, postLogoutRedirectUris: [kAfterLogout],
        });
    });
    after(async () => {
        server?.closeAllConnections();
        server?.close();
        await world?.stop();
    });

    /** The next logout token, proven. */
    async function told() {
        if (received.length === 0) await new Promise((resolve) => (arrived = resolve));
        const { method, type, form } = received.shift();
        assert.equal(method, 'POST');
        assert.match(type, /^application\/x-www-form-urlencoded\b/);
        assert.deepEqual([...form.keys()], ['logout_token']);
        return jwtVerify(form.get('logout_token'), rp.keys, { issuer: rp.issuer, audience: rp.app.clientId });
    }

    function looksRight({ payload, protectedHeader }, { sub, sid }) {
        assert.equal(protectedHeader.typ, 'logout+jwt');
        assert.ok(protectedHeader.kid && protectedHeader.alg !== 'none');
        assert.deepEqual([payload.sub, payload.sid], [sub, sid]);
        assert.deepEqual(payload.events, { [kEvent]: {} });
        assert.ok(payload.jti);
        assert.ok(payload.iat <= Date.now() / 1000 + 5 && payload.exp - payload.iat <= 120);
        assert.ok(!('nonce' in payload));
    }

    it('oidcc-backchannel-logout-discovery-endpoint-verification', () => {
        assert.equal(rp.metadata.backchannel_logout_supported, true);
        assert.equal(rp.metadata.backchannel_logout_session_supported, true);
        assert.ok(rp.metadata.end_session_endpoint);
    });

    it('oidcc-backchannel-rp-initiated-logout', async () => {
        const { browser, tokens, claims } = await rp.signIn();
        const ask = new URLSearchParams({ id_token_hint: tokens.id_token, post_logout_redirect_uri: kAfterLogout, state: 'of the app' });
        const { url } = await browser.follow(`${rp.metadata.end_session_endpoint}?${ask}`, { stop: (at) => at.startsWith(kAfterLogout) });
        assert.equal(new URL(url).searchParams.get('state'), 'of the app');
        looksRight(await told(), claims);
        assert.equal((await rp.ask({ prompt: 'none' }, { browser })).answer.error, 'login_required');
    });

    it('an end that nobody at the browser asked for is told as well, and no other session is', async () => {
        const stays = await rp.signIn({}, { browser: new Browser() });
        const { claims } = await rp.signIn({}, { browser: new Browser() });
        await world.daemon.admin('DELETE', `${world.tenants.acme.T}/sessions/${claims.sid}`);
        looksRight(await told(), claims);
        assert.equal(received.length, 0);
        assert.equal((await rp.userinfo(stays.tokens.access_token)).status, 200);
    });
});
