// SPDX-License-Identifier: Apache-2.0
// The console as a process among others, on a display of its own: tests/gui/atspi reads it as a screen reader does.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { it } from 'node:test';
import { ctl, program as daemon } from './lib/daemon.mjs';
import { program } from './lib/console.mjs';

const kHere = import.meta.dirname;

function drives(what, script, ...more) {
    it(what, () => {
        assert.ok(existsSync(program), `${program} is not built`);
        const run = spawnSync(path.join(kHere, '../gui/atspi/run'), [script, program, ...more], { encoding: 'utf8', timeout: 180000 });
        console.log(run.stdout);
        assert.equal(run.status, 0, run.stderr);
    });
}

drives('connects the practice provider by keyboard alone, signs in with Chromium and sees its claims',
    'walk.py', process.execPath, path.join(kHere, 'lib/sign_in_page.mjs'));
drives('hands a second start over to the first, which comes to the front', 'second_start.py');
drives('loses no draft by SIGTERM or kill -9, and ends within three seconds whatever is under way', 'ends.py');
drives('finds its broker again after that was killed, and keeps what it showed', 'reconnect.py', daemon, ctl);
drives('starts where a desktop has nothing, and says what is missing', 'bare.py');
