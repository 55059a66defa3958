// SPDX-License-Identifier: Apache-2.0
// `gatehousectl scim test` against a SCIM server that others wrote, and against ours.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { ctl } from './lib/daemon.mjs';
import { Directory } from './lib/scim.mjs';
import { kScimmyToken, startScimmy } from './lib/scimmy.mjs';
import { makeWorld } from './lib/world.mjs';

const run = promisify(execFile);

/** What the tester says of a service; its exit code is 1 where something failed. */
async function test(...args) {
    const { stdout, code = 0 } = await run(ctl, ['--json', 'scim', 'test', ...args], { maxBuffer: 1 << 24 }).catch((e) => e);
    const found = JSON.parse(stdout);
    return { ...found, code, names: (status) => found.checks.filter((check) => check.status === status).map(({ name }) => name) };
}

describe('the conformance tester', () => {
    let world, directory, scimmy;
    before(async () => {
        world = await makeWorld();
        directory = await Directory.of(world.daemon, world.tenants.acme);
        scimmy = await startScimmy();
    });
    after(async () => {
        await world?.stop();
        scimmy?.close();
    });

    it('passes our own service in full, by address and by tenant', async (t) => {
        const byAddress = await test(directory.url, '--token', directory.token, '--all');
        assert.deepEqual([byAddress.names('fail'), byAddress.names('warn'), byAddress.names('skipped')], [[], [], []]);
        assert.equal(byAddress.code, 0);
        assert.ok(byAddress.passed >= 200, `${byAddress.passed} checks`);
        const { stdout } = await run(ctl, ['--data-dir', world.daemon.data, 'scim', 'test', '--tenant', 'acme']);
        assert.match(stdout, /^\d+ passed, 0 failed, 0 warnings, 0 skipped; \d+ requests in \d+ ms\n$/);
        t.diagnostic(`${byAddress.passed} checks, ${byAddress.requests} requests, ${byAddress.millis} ms`);
    });

    it('finds what scimmy does', async (t) => {
        const found = await test(`http://127.0.0.1:${scimmy.address().port}/scim`, '--token', kScimmyToken);
        // Each of these is what the standard says, and each is there to be seen with curl: scimmy-routers 1.3.2 on Express 5 passes
        // over startIndex and count, its filters know neither brackets within brackets nor URNs nor escapes, and take half a term.
        assert.deepEqual(found.names('fail'), [
            'credentials.challenge', 'create.location',
            'patch.urn', 'patch.path_case', 'patch.primary',
            'filter.user_name_case', 'filter.not', 'filter.grouping', 'filter.urn', 'filter.escapes', 'filter.unfinished', 'filter.boolean_order',
            'list.count', 'list.count_zero', 'list.count_negative', 'list.beyond', 'list.pages',
        ]);
        assert.deepEqual(found.names('warn'), [
            'create.malformed', 'patch.append_twice',
            'group.member_ref', 'group.member_unknown', 'group.within', 'group.circle', 'group.seen_from_person',
            'vendor.entra_text_boolean', 'vendor.entra_text_boolean_back', 'vendor.entra_new_element',
        ]);
        assert.deepEqual(found.names('skipped'), ['create.extension', 'read.etag', 'patch.extension', 'list.cursor']);
        assert.equal(found.leftovers, 0);
        assert.equal(found.code, 1);
        t.diagnostic(`${found.passed} passed, ${found.failed} failed, ${found.warnings} warnings, ${found.skipped} skipped`);
    });

    it('says what is wrong where nothing can be tested', async () => {
        const nowhere = await run(ctl, ['scim', 'test', 'http://127.0.0.1:1/scim', '--token', 'x']).catch((e) => e);
        assert.match(nowhere.stderr, /outbound\.connect/);
        const without = await run(ctl, ['scim', 'test', directory.url]).catch((e) => e);
        assert.equal(without.code, 2);
    });
});
