// SPDX-License-Identifier: Apache-2.0
// The console as somebody without a mouse uses it: tests/gui/atspi walks the wizard, Chromium signs in.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { it } from 'node:test';

const kHere = import.meta.dirname;
const kConsole = path.join(path.dirname(process.env.GATEHOUSED ?? 'build/release/bin/x'), 'gatehouse');

it('connects the practice provider by keyboard alone, signs in with Chromium and sees its claims', () => {
    assert.ok(existsSync(kConsole), `${kConsole} is not built`);
    const walk = spawnSync(path.join(kHere, '../gui/atspi/run'),
        [kConsole, process.execPath, path.join(kHere, 'lib/sign_in_page.mjs')],
        { encoding: 'utf8', timeout: 180000 });
    console.log(walk.stdout);
    assert.equal(walk.status, 0, walk.stderr);
});
