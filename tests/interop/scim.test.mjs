// SPDX-License-Identifier: Apache-2.0
// A directory provisions, people sign in with openid-client, and leave: over real connections to a real daemon.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, before, describe, it } from 'node:test';
import { exportJWK, generateKeyPair } from 'jose';
import * as client from 'openid-client';
import { ctl } from './lib/daemon.mjs';
import { Directory, kBulk, kGroup, kUser } from './lib/scim.mjs';
import { configure, makeWorld, signIn } from './lib/world.mjs';

describe('a directory over SCIM', () => {
    let world, acme, config, directory;

    before(async () => {
        world = await makeWorld({ slugs: ['acme', 'other'] });
        acme = world.tenants.acme;
        await world.daemon.admin('PATCH', acme.T, { settings: { provisioning: 'scim', scim: { requestsPerSecond: 10000, deactivationPercent: 100 } } });
        config = await configure(acme.issuer, acme.app);
        directory = await Directory.of(world.daemon, acme, { connectionId: acme.connection.id });
    });
    after(() => world?.stop());

    it('makes the person who then signs in, and ends everything within 200 ms of active: false', async (t) => {
        const id = await directory.addUser('ann@acme.test', { externalId: 'ann', emails: [{ value: 'ann@acme.test', type: 'work', primary: true }] });
        const latencies = [];
        for (let i = 0; i < 5; ++i) {
            const { tokens, claims } = await signIn({ ...world, config, person: 'ann', parameters: { scope: 'openid email offline_access' } });
            assert.equal(claims.sub, id);
            const next = await client.refreshTokenGrant(config, tokens.refresh_token);
            const begun = performance.now();
            const answer = await directory.patch(`/Users/${id}`, { op: 'Replace', path: 'active', value: 'False' });
            assert.equal(answer.status, 200);
            await assert.rejects(client.refreshTokenGrant(config, next.refresh_token), { error: 'invalid_grant' });
            latencies.push(performance.now() - begun);
            assert.equal((await client.tokenIntrospection(config, next.access_token)).active, false);
            assert.equal((await directory.patch(`/Users/${id}`, { op: 'replace', path: 'active', value: true })).status, 200);
        }
        t.diagnostic(`from active: false to the refused refresh: ${latencies.map((ms) => ms.toFixed(1)).join(', ')} ms`);
    });

    it('is the only way in for a tenant that says so', async () => {
        await assert.rejects(signIn({ ...world, config, person: 'bob' }), /login.not_provisioned|access_denied|no code|provision/);
        const id = await directory.addUser('bob@acme.test');
        assert.equal((await signIn({ ...world, config, person: 'bob' })).claims.sub, id);
    });

    it('comes with an access token that it got by a signed assertion (IPSIE SCIM AL1)', async () => {
        const { privateKey, publicKey } = await generateKeyPair('ES256');
        const app = await world.daemon.admin('POST', `${acme.T}/apps`, {
            name: 'provisioner', type: 'service', auth: 'private_key_jwt', grantTypes: ['client_credentials'], scopes: ['scim'],
            jwks: { keys: [{ ...(await exportJWK(publicKey)), alg: 'ES256', use: 'sig', kid: 'k1' }] },
        });
        const robot = await configure(acme.issuer, app, client.PrivateKeyJwt({ key: privateKey, kid: 'k1' }));
        const { access_token: token } = await client.clientCredentialsGrant(robot, { scope: 'scim' });
        const byOAuth = new Directory(directory.url, token);
        const id = await byOAuth.addUser('by-oauth@acme.test');
        assert.equal((await byOAuth.send('DELETE', `/Users/${id}`)).status, 204);
        const elsewhere = new Directory(directory.url.replace('/acme/', '/other/'), token);
        assert.equal((await elsewhere.send('GET', '/Users')).status, 401);
    });

    it('loses nothing that was acknowledged when the broker is killed', async () => {
        const operations = (from) => Array.from({ length: 400 }, (_, i) => ({
            method: 'POST', path: '/Users', bulkId: `u${from + i}`, data: { schemas: [kUser], userName: `bulk${from + i}` },
        }));
        let acknowledged = 0;
        const loading = (async () => {
            for (let from = 0; from < 40_000; from += 400) {
                const { json } = await directory.send('POST', '/Bulk', { schemas: [kBulk], Operations: operations(from) });
                acknowledged += json.Operations.filter(({ status }) => status === '201').length;
            }
        })().catch(() => {}); // its connection breaks
        while (acknowledged < 1200) await new Promise((resolve) => setTimeout(resolve, 5));
        await world.daemon.kill();
        await loading;
        await world.daemon.restart();
        const kept = await directory.count('userName sw "bulk"');
        assert.ok(kept >= acknowledged, `${kept} of ${acknowledged}`);
        const group = await directory.send('POST', '/Groups', { schemas: [kGroup], displayName: 'after' });
        assert.equal(group.status, 201);
    });

    it('is set up and looked into with gatehousectl', async () => {
        const run = (...args) => JSON.parse(execFileSync(ctl, ['--data-dir', world.daemon.data, '--json', ...args], { encoding: 'utf8' }));
        const token = run('scim-token', 'create', '--tenant', 'acme', '--set', 'name=by-hand');
        const hand = new Directory(token.url, token.token);
        const id = await hand.addUser('by-hand', { title: 'Engineer' });
        await hand.patch(`/Users/${id}`, { op: 'replace', path: 'title', value: 'Boss' });
        const [last] = run('scim-request', 'list', '--tenant', 'acme', '--limit', '1').items ?? run('scim-request', 'list', '--tenant', 'acme', '--limit', '1');
        assert.equal(last.resourceId, id);
        const shown = run('scim-request', 'get', '--tenant', 'acme', last.id);
        assert.deepEqual(shown.changes.map(({ path, before, after: now }) => [path, before, now]), [['title', 'Engineer', 'Boss']]);
        const again = run('scim-request', 'replay', '--tenant', 'acme', last.id);
        assert.equal(again.status, 200);
        assert.deepEqual(again.changes, []);
        const fresh = run('scim-token', 'rotate', '--tenant', 'acme', token.id, '--set', 'overlap=0');
        assert.equal((await hand.send('GET', '/Users?count=1')).status, 401);
        assert.equal((await new Directory(fresh.url, fresh.token).send('GET', '/Users?count=1')).status, 200);
    });
});
