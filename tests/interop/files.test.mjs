// SPDX-License-Identifier: Apache-2.0
// Where the console keeps what, and who may read it: started in an empty home, then everything there is looked at.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { after, before, describe, it } from 'node:test';
import { Home } from './lib/console.mjs';
import { ctl, Daemon } from './lib/daemon.mjs';

const kPassphrase = 'correct horse battery staple';
const kOthers = 0o077;

/** Gives the status of the answer: 201, or 409 where it is there already. */
function createTenant(home, dataDir) {
    const body = JSON.stringify({ slug: 'acme', name: 'Acme' });
    return new Promise((resolve, reject) => {
        const request = http.request({ socketPath: home.at(dataDir, 'admin.sock'), method: 'POST', path: '/admin/v1/tenants',
            headers: { host: 'localhost', 'content-type': 'application/json', 'content-length': body.length } }, (answer) => {
            answer.resume();
            answer.on('end', () => resolve(answer.statusCode));
        });
        request.on('error', reject);
        request.end(body);
    });
}

const files = (entries) => entries.filter(({ kind }) => kind !== 'folder').map(({ file }) => file);
const open = (entries) => entries.filter(({ mode }) => (mode & kOthers) !== 0).map(({ file, mode }) => `${file} ${mode.toString(8)}`);

/** Nothing beside the given folders, and nothing left where things should not stay. */
function assertTidy(home, allowed) {
    const strangers = files(home.list('home')).filter((file) => !allowed.some((folder) => file.startsWith(`${folder}/`)));
    assert.deepEqual(strangers, [], 'files outside of the XDG folders');
    assert.deepEqual(files(home.list('tmp')), [], 'temporary files that stay');
    assert.deepEqual(files(home.list('here')), [], 'files in the working directory');
    assert.deepEqual(files(home.list('run')), [], 'sockets of a console that is gone');
}

describe('a console with a broker of its own', () => {
    const home = new Home();
    before(async () => {
        const console_ = await home.start([], { passphrase: kPassphrase });
        assert.equal(await createTenant(home, 'home/.local/share/gatehouse'), 201);
        const sockets = files(home.list('run'));
        assert.equal(sockets.length, 1, `one socket while it runs: ${sockets}`);
        assert.match(sockets[0], /^gatehouse-console-[0-9a-f]{16}$/);
        assert.deepEqual(open(home.list('run')), []);
        assert.deepEqual(await console_.stop(), { code: 0, signal: null });
    });
    after(() => home.remove());

    it('writes below the XDG folders alone', () => assertTidy(home, ['.config', '.local/share', '.local/state', '.cache']));

    it('keeps the data folder and all in it to its owner', () => {
        const data = home.list('home').filter(({ file }) => file.startsWith('.local/share/gatehouse'));
        assert.ok(data.some(({ file }) => file.endsWith('passphrase.salt')), 'the data is elsewhere');
        assert.equal(data[0].mode, 0o700);
        assert.deepEqual(open(data), []);
    });

    it('keeps its settings to its owner', () => {
        const settings = home.list('home').find(({ file }) => file === '.config/gatehouse/console.ini');
        assert.equal(settings?.mode.toString(8), '600');
    });

    it('writes the passphrase nowhere', () => {
        for (const file of files(home.list('home'))) {
            assert.ok(!readFileSync(home.at('home', file)).includes(kPassphrase), file);
        }
    });

    it('opens what it wrote with the same passphrase, and with no other', async () => {
        const again = await home.start([], { passphrase: kPassphrase });
        assert.equal(await createTenant(home, 'home/.local/share/gatehouse'), 409);
        await again.stop();
        await assert.rejects(home.start([], { passphrase: 'another one, just as long' }),
            /does not open this data directory/);
    });
});

describe('a portable console', () => {
    const home = new Home();
    before(async () => {
        const console_ = await home.start(['--portable', '../stick'], { passphrase: kPassphrase });
        assert.equal(await createTenant(home, 'stick/data'), 201);
        assert.deepEqual(await console_.stop(), { code: 0, signal: null });
    });
    after(() => home.remove());

    it('leaves nothing in the home', () => {
        assertTidy(home, []);
        assert.deepEqual(home.list('home'), []);
    });

    it('has data and settings in its folder', () => {
        const kept = files(home.list('stick'));
        assert.ok(kept.includes('config/gatehouse/console.ini'), kept.join('\n'));
        assert.ok(kept.includes('data/passphrase.salt'), kept.join('\n'));
    });

    it('keeps the data to its owner', () => {
        const data = home.list('stick').filter(({ file }) => file === 'data' || file.startsWith('data/'));
        assert.equal(data[0].mode, 0o700);
        assert.deepEqual(open(data), []);
    });
});

describe('a console on a broker elsewhere', () => {
    const home = new Home();
    let daemon;
    before(async () => (daemon = await Daemon.start()));
    after(async () => {
        await daemon.stop();
        home.remove();
    });

    it('keeps its token to the file that it came from', async () => {
        const made = spawnSync(ctl, ['--data-dir', daemon.data, 'token', 'create', '--role', 'owner'], { encoding: 'utf8' });
        assert.equal(made.status, 0, made.stderr);
        const token = made.stdout.trim();
        writeFileSync(home.at('token'), token, { mode: 0o600 });
        const console_ = await home.start(['--connect', daemon.url, '--token-file', home.at('token')]);
        for (let i = 0; files(home.list('run')).length === 0; ++i) {
            assert.ok(i < 500, 'no socket of the console');
            await new Promise((resolve) => setTimeout(resolve, 20));
        }
        assert.deepEqual(await console_.stop(), { code: 0, signal: null });
        assertTidy(home, ['.config', '.local/share', '.local/state', '.cache']);
        for (const file of files(home.list('home'))) {
            assert.ok(!readFileSync(home.at('home', file)).includes(token), file);
        }
        assert.deepEqual(open(home.list('home').filter(({ file }) => file.startsWith('.local/share/gatehouse'))), []);
    });
});
