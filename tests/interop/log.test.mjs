// SPDX-License-Identifier: Apache-2.0
// The log as an outsider checks it, and the data directory as a thief reads it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import * as client from 'openid-client';
import { ctl } from './lib/daemon.mjs';
import { configure, makeWorld, signIn } from './lib/world.mjs';

describe('the log and the data directory', () => {
    let world, acme, config, lines;
    const seen = [];

    before(async () => {
        world = await makeWorld();
        acme = world.tenants.acme;
        config = await configure(acme.issuer, acme.app);
        for (const person of ['ann', 'bob', 'cyd', 'ann']) {
            const { tokens, landed } = await signIn({ ...world, config, person });
            const next = await client.refreshTokenGrant(config, tokens.refresh_token);
            seen.push(tokens.refresh_token, next.refresh_token, tokens.access_token, landed.searchParams.get('code'));
        }
        const answer = await world.daemon.request('GET', `${acme.T}/audit`, { headers: { accept: 'application/x-ndjson' } });
        lines = answer.text.trimEnd().split('\n');
        assert.ok(lines.length > 20, `${lines.length} records`);
    });
    after(() => world?.stop());

    const verify = (records) => {
        const file = path.join(world.daemon.folder, 'export.ndjson');
        writeFileSync(file, records.map((line) => `${line}\n`).join(''));
        return spawnSync(ctl, ['audit', 'verify', file], { encoding: 'utf8' });
    };
    const altered = (change) => {
        const copy = [...lines];
        change(copy);
        return copy;
    };
    const middle = () => Math.floor(lines.length / 2);

    it('an export as it came verifies', () => {
        const { status, stdout, stderr } = verify(lines);
        assert.equal(status, 0, stdout + stderr);
    });

    for (const [what, change] of [
        ['a changed value', (copy) => (copy[middle()] = copy[middle()].replace(/"type":"([^"]+)"/, '"type":"Nothing"'))],
        ['a changed time', (copy) => (copy[middle()] = copy[middle()].replace(/"time":"20/, '"time":"19'))],
        ['a removed record', (copy) => copy.splice(middle(), 1)],
        ['two swapped records', (copy) => ([copy[middle()], copy[middle() + 1]] = [copy[middle() + 1], copy[middle()]])],
        ['a record added twice', (copy) => copy.splice(middle(), 0, copy[middle()])],
        ['a forged record', (copy) => copy.splice(middle(), 0, copy[middle()].replace(/"hash":"[^"]*"/, '"hash":"00"'))],
    ]) {
        it(`${what} is found`, () => assert.equal(verify(altered(change)).status, 1));
    }

    it('any one changed record of the export is found', () => {
        for (let i = 0; i < lines.length; i += Math.max(1, Math.floor(lines.length / 12))) {
            const record = JSON.parse(lines[i]);
            record.outcome = record.outcome === 'success' ? 'failure' : 'success';
            assert.equal(verify(altered((copy) => (copy[i] = JSON.stringify(record)))).status, 1, `record ${i}`);
        }
    });

    it('no secret and no personal data lies in clear in the data directory', async () => {
        const canaries = [...seen, acme.app.clientSecret, acme.upstream.client_secret,
            'ann@acme.test', 'Ann@acme.test', 'Ann Ekholm', 'Ekholm', 'bob@acme.test', 'Bob Lind', 'cyd@acme.test',
            readFileSync(world.daemon.keyFile, 'utf8').trim()];
        const found = [];
        const walk = (folder) => {
            for (const name of readdirSync(folder)) {
                const file = path.join(folder, name);
                const info = statSync(file);
                if (info.isDirectory()) walk(file);
                else if (info.isFile()) {
                    const bytes = readFileSync(file);
                    for (const canary of canaries) if (bytes.includes(canary)) found.push(`${name}: ${canary.slice(0, 12)}…`);
                }
                assert.equal(info.mode & 0o077, 0, `${file} is open to others`);
            }
        };
        walk(world.daemon.data);
        assert.deepEqual([...new Set(found)], []);
        const log = readFileSync(world.daemon.logFile, 'utf8');
        for (const canary of canaries) assert.ok(!log.includes(canary), 'the log on stderr shows a secret');
    });

    it('a second daemon on the same data directory is refused with the holder named', () => {
        const { status, stderr } = spawnSync(process.env.GATEHOUSED, ['serve', '--data-dir', world.daemon.data, '--listen', '127.0.0.1:0',
            '--master-key', `file:${world.daemon.keyFile}`], { encoding: 'utf8', timeout: 10000 });
        assert.equal(status, 1);
        assert.match(stderr, new RegExp(String(world.daemon.process.pid)));
    });

    it('refuses an address that is not loopback without TLS', () => {
        const { status } = spawnSync(process.env.GATEHOUSED, ['serve', '--data-dir', path.join(world.daemon.folder, 'second'),
            '--listen', '0.0.0.0:0'], { encoding: 'utf8', timeout: 10000 });
        assert.ok(status === 1 || status === 2, `${status}`);
    });

    it('SIGTERM ends it with 0, and apply of an export changes nothing', async () => {
        const exported = spawnSync(ctl, ['--data-dir', world.daemon.data, 'export'], { encoding: 'utf8' });
        assert.equal(exported.status, 0, exported.stderr);
        const file = path.join(world.daemon.folder, 'export.json');
        writeFileSync(file, exported.stdout);
        const applied = spawnSync(ctl, ['--data-dir', world.daemon.data, 'apply', '-f', file], { encoding: 'utf8' });
        assert.equal(applied.status, 0, applied.stderr);
        const again = spawnSync(ctl, ['--data-dir', world.daemon.data, 'export'], { encoding: 'utf8' });
        assert.equal(again.stdout, exported.stdout);
        assert.deepEqual(await world.daemon.stop({ keep: true }), { code: 0, signal: null });
        await world.daemon.restart();
    });
});
