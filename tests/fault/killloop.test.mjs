// SPDX-License-Identifier: Apache-2.0
// kill -9 under load: whatever the broker acknowledged is there after the restart, the chain of the log verifies, and it is
// ready again by itself in under a second. ROUNDS and SEED come from the environment.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { Browser } from '../interop/lib/browser.mjs';
import { ctl } from '../interop/lib/daemon.mjs';
import { configure, makeWorld, openidClient as client, signIn } from '../interop/lib/world.mjs';

const kRounds = Number(process.env.ROUNDS ?? 20);
const kSeed = Number(process.env.SEED ?? Date.now() % 1e9);
const kUserWriters = 6;
const kLoginWriters = 2;

/** A small random generator that a seed repeats (mulberry32). */
function randomFrom(seed) {
    let state = seed >>> 0;
    return () => {
        state = (state + 0x6d2b79f5) >>> 0;
        let t = Math.imul(state ^ (state >>> 15), state | 1);
        t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
        return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
    };
}

describe(`kill -9 under load (SEED=${kSeed})`, () => {
    const random = randomFrom(kSeed);
    let world, acme, config, serial = 0;
    // Each acknowledged effect, written down before the next request of the same writer.
    const ledger = { users: [], deactivated: [], logins: [], alive: [], revoked: [] };
    const totals = { users: 0, logins: 0, refreshes: 0, revocations: 0, startup: [] };

    before(async () => {
        world = await makeWorld();
        acme = world.tenants.acme;
        config = await configure(acme.issuer, acme.app);
    });
    after(async () => {
        console.log(`acknowledged: ${totals.users} users, ${totals.logins} logins, ${totals.refreshes} refreshes, ` +
            `${totals.revocations} revocations; restart to ready ${Math.round(Math.max(...totals.startup))} ms at worst`);
        await world?.stop();
    });

    async function writeUsers(going) {
        while (going()) {
            const name = `user${++serial}`;
            const user = await world.daemon.admin('POST', `${acme.T}/users`,
                { userName: name, email: `${name}@acme.test`, emailVerified: false, displayName: name });
            ledger.users.push(user.id);
            totals.users += 1;
            if (serial % 8 === 0) {
                await world.daemon.admin('POST', `${acme.T}/users/${user.id}/deactivate`);
                ledger.deactivated.push(user.id);
            }
        }
    }

    async function writeLogins(going, person) {
        while (going()) {
            const { tokens, claims } = await signIn({ ...world, config, person, browser: new Browser() });
            const entry = { refresh: tokens.refresh_token, sub: claims.sub };
            ledger.logins.push(entry);
            ledger.alive.push(entry.refresh);
            totals.logins += 1;
            if (totals.logins % 3 === 0) {
                // Between the question and the answer nobody knows which of the two is the current one.
                ledger.alive.splice(ledger.alive.indexOf(entry.refresh), 1);
                const next = await client.refreshTokenGrant(config, entry.refresh);
                ledger.alive.push(next.refresh_token);
                totals.refreshes += 1;
            } else if (totals.logins % 3 === 1) {
                ledger.alive.splice(ledger.alive.indexOf(entry.refresh), 1);
                await client.tokenRevocation(config, entry.refresh);
                ledger.revoked.push(entry.refresh);
                totals.revocations += 1;
            }
        }
    }

    async function round(number) {
        let going = true;
        const mark = Object.fromEntries(Object.entries(ledger).map(([name, list]) => [name, list.length]));
        const writers = [
            ...Array.from({ length: kUserWriters }, () => writeUsers(() => going)),
            ...Array.from({ length: kLoginWriters }, (_, i) => writeLogins(() => going, ['ann', 'bob'][i])),
        ].map((writer) => writer.catch((error) => {
            // A writer ends by the kill. An answer that the broker gave is a fault of its own.
            if (going) return error;
            return /fetch failed|socket hang up|ECONN|other side closed|terminated|EPIPE|operation was aborted/i.test(
                `${error} ${error.cause ?? ''}`) ? undefined : error;
        }));
        await new Promise((resolve) => setTimeout(resolve, 200 + random() * 600));
        going = false;
        await world.daemon.kill();
        const errors = (await Promise.all(writers)).filter(Boolean);
        assert.deepEqual(errors.map(String), [], `round ${number}: answered wrongly before the kill`);

        await world.daemon.restart();
        totals.startup.push(world.daemon.startupMs);
        assert.ok(world.daemon.startupMs < 1000, `round ${number}: ${Math.round(world.daemon.startupMs)} ms to ready`);
        await check(number, mark);
    }

    async function check(number, mark) {
        const users = new Map((await world.daemon.list(`${acme.T}/users`)).map((user) => [user.id, user]));
        for (const id of ledger.users) assert.ok(users.has(id), `round ${number}: user ${id} is lost`);
        for (const id of ledger.deactivated) assert.equal(users.get(id).active, false, `round ${number}: ${id} is active again`);
        assert.ok(users.size >= ledger.users.length);

        const log = await world.daemon.request('GET', `${acme.T}/audit`, { headers: { accept: 'application/x-ndjson' } });
        const file = path.join(world.daemon.folder, 'audit.ndjson');
        writeFileSync(file, log.text);
        const verdict = spawnSync(ctl, ['audit', 'verify', file], { encoding: 'utf8' });
        assert.equal(verdict.status, 0, `round ${number}: ${verdict.stdout}${verdict.stderr}`);
        const records = log.text.trimEnd().split('\n').map((line) => JSON.parse(line));
        const created = new Set(records.map((record) => record.target?.id ?? record.target).filter(Boolean));
        for (const id of ledger.users) assert.ok(created.has(id), `round ${number}: no record of user ${id}`);
        const successes = records.filter((record) => record.type === 'SSOLoginSuccess').length;
        assert.ok(successes >= ledger.logins.length, `round ${number}: ${successes} records of ${ledger.logins.length} logins`);

        for (const [list, active] of [['alive', true], ['revoked', false]]) {
            for (const token of ledger[list].slice(number === kRounds ? 0 : Math.max(0, mark[list] - 1))) {
                const answer = await client.tokenIntrospection(config, token);
                assert.equal(answer.active, active, `round ${number}: a ${list} token is ${answer.active ? 'active' : 'inactive'}`);
            }
        }
    }

    for (let number = 1; number <= kRounds; ++number) {
        it(`round ${number}`, () => round(number));
    }
});
