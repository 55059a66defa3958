// SPDX-License-Identifier: Apache-2.0
// What the console gives people to copy for openid-client, run as it stands: tests/gui/tst_live_apps has the broker and
// the browser, this folder the library.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { it } from 'node:test';
import { program } from './lib/console.mjs';

const kTest = path.join(path.dirname(program), '../tests/gui/tst_live_apps_tests_gui');

it('the snippet for openid-client gets tokens, for machines and for people', () => {
    assert.ok(existsSync(kTest), `${kTest} is not built`);
    const run = spawnSync(kTest, ['nodeRunsTheSnippetForOpenidClient'], {
        encoding: 'utf8', timeout: 120000,
        env: {
            ...process.env, QT_QPA_PLATFORM: 'offscreen', GATEHOUSE_NODE: process.execPath,
            GATEHOUSE_NODE_MODULES: path.join(import.meta.dirname, 'node_modules'),
        },
    });
    console.log(run.stdout);
    assert.equal(run.status, 0, run.stderr);
    assert.match(run.stdout, / 0 skipped/);
});
