// SPDX-License-Identifier: Apache-2.0
// A receiver of security events that proves them with npm's jose, pushed to and polling.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { Directory } from './lib/scim.mjs';
import { makeWorld } from './lib/world.mjs';

const kEvent = 'urn:ietf:params:scim:event:prov:';
const kAudience = 'https://receiver.example';

describe('a receiver of security events', () => {
    let world, acme, directory, keys;
    before(async () => {
        world = await makeWorld();
        acme = world.tenants.acme;
        directory = await Directory.of(world.daemon, acme);
        const metadata = await (await fetch(`${acme.issuer}/.well-known/openid-configuration`)).json();
        keys = createRemoteJWKSet(new URL(metadata.jwks_uri));
    });
    after(() => world?.stop());

    /** The claims of a token, if it is what RFC 8417 wants of one. */
    async function proven(token) {
        const { payload } = await jwtVerify(token, keys, { issuer: acme.issuer, audience: kAudience, typ: 'secevent+jwt', algorithms: ['ES256'] });
        assert.equal(Object.keys(payload.events).length, 1);
        assert.ok(!('sub' in payload) && !('exp' in payload) && payload.jti && payload.iat && payload.txn);
        assert.equal(payload.sub_id.format, 'scim');
        return payload;
    }

    it('is told by push, and again after it was away', async () => {
        const got = [];
        let away = true;
        const server = createServer(async (request, response) => {
            let body = '';
            for await (const chunk of request) body += chunk;
            if (away) {
                away = false;
                response.writeHead(503).end();
                return;
            }
            got.push({ body, type: request.headers['content-type'], authorization: request.headers.authorization });
            response.writeHead(202).end();
        }).listen(0, '127.0.0.1');
        await once(server, 'listening');
        await world.daemon.admin('POST', `${acme.T}/streams`, {
            name: 'pushed', delivery: 'push', audience: kAudience, endpoint: `http://127.0.0.1:${server.address().port}/events`, authorization: 'Bearer of-mine',
        });
        const id = await directory.addUser('ann@acme.test', { externalId: 'e-1' });
        for (let i = 0; i < 200 && got.length < 1; ++i) await new Promise((resolve) => { setTimeout(resolve, 50); });
        server.close();
        assert.deepEqual([got[0].type, got[0].authorization], ['application/secevent+jwt', 'Bearer of-mine']);
        const claims = await proven(got[0].body);
        assert.deepEqual(claims.sub_id, { format: 'scim', uri: `/Users/${id}`, id, externalId: 'e-1' });
        assert.ok(claims.events[`${kEvent}create:notice`].attributes.includes('userName'));
    });

    it('asks, waits, acknowledges, and loses nothing when the broker is killed', async () => {
        const stream = await world.daemon.admin('POST', `${acme.T}/streams`, { name: 'polled', delivery: 'poll', audience: kAudience });
        const poll = async (asked) => {
            const answer = await fetch(stream.pollUrl, {
                method: 'POST', headers: { authorization: `Bearer ${stream.bearer}`, 'content-type': 'application/json' }, body: JSON.stringify(asked),
            });
            assert.equal(answer.status, 200);
            return (await answer.json()).sets;
        };
        const waiting = poll({});
        const id = await directory.addUser('bob@acme.test');
        const sets = await waiting;
        const [jti] = Object.keys(sets);
        assert.equal((await proven(sets[jti])).sub_id.uri, `/Users/${id}`);
        assert.deepEqual(await poll({ returnImmediately: true, ack: [jti] }), {});

        await directory.patch(`/Users/${id}`, { op: 'replace', path: 'active', value: false });
        await world.daemon.kill();
        await world.daemon.restart();
        const types = [];
        for (let i = 0; i < 100 && types.length < 1; ++i) {
            for (const token of Object.values(await poll({ returnImmediately: true }))) types.push(Object.keys((await proven(token)).events)[0]);
            await new Promise((resolve) => { setTimeout(resolve, 50); });
        }
        assert.deepEqual(types, [`${kEvent}deactivate`]);
    });
});
