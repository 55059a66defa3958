// SPDX-License-Identifier: Apache-2.0
// A real console without a screen, in a home of its own.
import { spawn } from 'node:child_process';
import { lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePort, program as daemon } from './daemon.mjs';

export const program = path.join(path.dirname(daemon), 'gatehouse');

/** Folders that nobody else writes to: home, temporary files, the runtime folder, the working directory. */
export class Home {
    #children = new Set();

    constructor() {
        this.root = mkdtempSync(path.join(os.tmpdir(), 'gatehouse-home-'));
        for (const name of ['home', 'tmp', 'run', 'here']) mkdirSync(path.join(this.root, name), { mode: 0o700 });
    }

    at(...parts) {
        return path.join(this.root, ...parts);
    }

    /** Starts it; with `passphrase` it is given one on descriptor 3. Resolves when it listens, if it has a broker. */
    async start(args, { passphrase, port } = {}) {
        port ??= await freePort();
        const own = args.includes('--connect') ? [] : ['--listen', `127.0.0.1:${port}`];
        const secret = passphrase === undefined ? [] : ['--passphrase-fd', '3'];
        const child = spawn(program, [...own, ...secret, ...args], {
            cwd: this.at('here'), stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
            env: { PATH: process.env.PATH, HOME: this.at('home'), TMPDIR: this.at('tmp'), XDG_RUNTIME_DIR: this.at('run'),
                QT_QPA_PLATFORM: 'offscreen', LC_ALL: 'C.UTF-8', NO_AT_BRIDGE: '1' },
        });
        this.#children.add(child);
        let output = '';
        for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
        child.stdio[3].on('error', () => {}); // where nobody reads it
        child.stdio[3].end(`${passphrase ?? ''}\n`);
        const ended = new Promise((resolve) => child.on('exit', (code, signal) => resolve({ code, signal })));
        const url = `http://127.0.0.1:${port}`;
        let over = false;
        ended.then(() => (over = true));
        while (own.length > 0 && !(await isWell(url))) {
            if (over) throw new Error(`gatehouse ended before it listened:\n${output}`);
            await new Promise((resolve) => setTimeout(resolve, 20));
        }
        return {
            url, ended, output: () => output,
            /** SIGTERM; gives how it ended. */
            stop() {
                child.kill('SIGTERM');
                return ended;
            },
        };
    }

    /** Everything below a folder: {file, mode, kind}, by path from there. */
    list(folder) {
        try {
            return this.#list(folder);
        } catch (error) {
            if (error.code !== 'ENOENT') throw error;
            return this.list(folder); // something went meanwhile, as the place does where Qt makes a socket
        }
    }

    #list(folder) {
        const all = readdirSync(this.at(folder), { recursive: true }).map((file) => {
            const status = lstatSync(this.at(folder, file));
            const kind = status.isDirectory() ? 'folder' : status.isFile() ? 'file' : 'other';
            return { file, mode: status.mode & 0o777, kind };
        });
        return all.sort((one, other) => (one.file < other.file ? -1 : 1));
    }

    remove() {
        for (const child of this.#children) child.kill('SIGKILL'); // where a test failed, one may run still
        rmSync(this.root, { recursive: true, force: true });
    }
}

async function isWell(url) {
    try {
        return (await fetch(`${url}/healthz`)).ok;
    } catch {
        return false;
    }
}
