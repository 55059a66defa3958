// SPDX-License-Identifier: Apache-2.0
// A page of docs/recipes as a reader follows it: every block in its order, in one shell. A block with a file's name beside its language
// is saved, a block of sh is run. The only words changed are ports, so that tests do not meet.
import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Browser, links } from './browser.mjs';
import { ctl, Daemon, freePort } from './daemon.mjs';

const kRoot = path.resolve(import.meta.dirname, '../../..');
const kRecipes = path.join(kRoot, 'docs/recipes');
const kInterop = path.join(kRoot, 'tests/interop');

/** The blocks of a page: {language, file, text}. */
export function blocks(page) {
    return [...page.matchAll(/^```(\w+)(?: +(\S+))?\n([\s\S]*?)^```$/gm)]
        .map(([, language, file, text]) => ({ language, file: file ?? null, text }));
}

const save = ({ file, text }) => `mkdir -p "$(dirname ${file})"\ncat >${file} <<'END_OF_BLOCK'\n${text}END_OF_BLOCK\n`;

/** What a reader would have typed and saved, as one script. */
export function script(...pages) {
    const all = pages.flatMap(blocks);
    const lost = all.find(({ language, file }) => !file && language !== 'sh');
    if (lost) throw new Error(`a block that is neither a file nor a command:\n${lost.text}`);
    return ['set -eu', ...all.map((block) => (block.file ? save(block) : block.text))].join('\n');
}

// In place of npm: what package-lock.json pins is there already.
const kNpm = `#!/bin/sh
set -eu
[ "$1" = install ]
shift
for package; do grep -q "^    \\"$package\\": " '${kInterop}/package.json' || { echo "npm: $package is not pinned" >&2; exit 1; }; done
ln -sfn '${kInterop}/node_modules' node_modules
`;

export class Recipe {
    /** Starts the demo's broker and the recipe's commands; waits until `until` (a pattern) is printed or a port answers. */
    static async start(name, { until } = {}) {
        const recipe = new Recipe();
        recipe.daemon = await Daemon.start({ args: ['--demo'] });
        recipe.folder = mkdtempSync(path.join(os.tmpdir(), 'gatehouse-recipe-'));
        recipe.ports = { 3000: await freePort(), 4000: await freePort(), 8480: recipe.daemon.port };
        recipe.home = `http://127.0.0.1:${recipe.ports[3000]}`;
        recipe.output = '';
        chmodSync(recipe.folder, 0o755); // Apache's workers have to come in
        for (const folder of ['bin', 'share', 'tmp']) mkdirSync(path.join(recipe.folder, folder), { mode: 0o755 });
        writeFileSync(path.join(recipe.folder, 'bin/npm'), kNpm, { mode: 0o755 });
        symlinkSync(process.execPath, path.join(recipe.folder, 'bin/node'));
        symlinkSync(path.resolve(ctl), path.join(recipe.folder, 'bin/gatehousectl'));
        symlinkSync(recipe.daemon.data, path.join(recipe.folder, 'share/gatehouse-demo'));
        recipe.#run(script(...['README.md', `${name}.md`].map((file) => recipe.#page(file))));
        await recipe.#begun(until);
        return recipe;
    }

    #page(file) {
        const text = readFileSync(path.join(kRecipes, file), 'utf8');
        return Object.entries(this.ports).reduce((page, [port, ours]) =>
            page.replaceAll(`127.0.0.1:${port}`, `127.0.0.1:${ours}`).replaceAll(`127.0.0.1%3A${port}`, `127.0.0.1%3A${ours}`)
                .replaceAll(`(${port}, '127.0.0.1')`, `(${ours}, '127.0.0.1')`).replaceAll(`http.server ${port} `, `http.server ${ours} `), text);
    }

    #run(text) {
        this.process = spawn('bash', ['-c', text], {
            cwd: kRoot, detached: true, stdio: ['ignore', 'pipe', 'pipe'],
            env: { PATH: `${this.folder}/bin:${process.env.PATH}`, HOME: this.folder, TMPDIR: path.join(this.folder, 'tmp'), LC_ALL: 'C.UTF-8',
                XDG_DATA_HOME: path.join(this.folder, 'share') },
        });
        for (const stream of [this.process.stdout, this.process.stderr]) stream.on('data', (chunk) => (this.output += chunk));
        this.ended = new Promise((resolve) => this.process.on('close', (code) => resolve((this.code = code))));
    }

    async #begun(until) {
        for (;;) {
            if (until ? until.test(this.output) : await answers(this.home)) return;
            if (this.code !== undefined) throw new Error(`the recipe ended (${this.code}):\n${this.output}`);
            await new Promise((resolve) => setTimeout(resolve, 20));
        }
    }

    /** Waits for a line that matches; gives the match. */
    async printed(pattern) {
        await this.#begun(pattern);
        return pattern.exec(this.output);
    }

    /** Opens an address, and of the practice provider's two protocols takes OpenID Connect where a page asks. */
    async open(url, { browser = this.browser ??= new Browser(), stop } = {}) {
        const there = await browser.follow(url.startsWith('http') ? url : this.home + url, { stop });
        const practice = there.page && links(there.page).find(({ text }) => /Acme practice IdP$/.test(text.trim()));
        if (!practice) return there;
        const then = await browser.follow(practice.url, { stop });
        return { ...then, visited: [...there.visited, ...then.visited] };
    }

    /** Opens an address and is Ana wherever the practice provider asks. Gives the last page, or the address where `stop` holds. */
    async visit(url, { browser = this.browser ??= new Browser(), stop } = {}) {
        const there = await this.open(url, { browser, stop });
        const ana = there.page && links(there.page).find(({ url: link }) => /[?&]persona=ana\b/.test(link));
        return ana ? browser.follow(ana.url, { stop }) : there;
    }

    /** Ends what the recipe started, and the broker. */
    async stop() {
        try {
            process.kill(-this.process.pid, 'SIGTERM');
        } catch (error) {
            if (error.code !== 'ESRCH') throw error; // it ended by itself
        }
        await this.ended;
        await this.daemon.stop();
        rmSync(this.folder, { recursive: true, force: true });
    }
}

async function answers(url) {
    try {
        await fetch(url, { redirect: 'manual' });
        return true;
    } catch {
        return false;
    }
}
