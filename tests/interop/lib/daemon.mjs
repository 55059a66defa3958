// SPDX-License-Identifier: Apache-2.0
// A real gatehoused in a folder of its own, and the Admin API through its Unix socket.
import { spawn } from 'node:child_process';
import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import http from 'node:http';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import readline from 'node:readline';

export const program = process.env.GATEHOUSED ?? 'build/release/bin/gatehoused';
export const ctl = process.env.GATEHOUSECTL ?? path.join(path.dirname(program), 'gatehousectl');

/** A port that is free now on the loopback address. */
export function freePort() {
    return new Promise((resolve, reject) => {
        const server = net.createServer();
        server.on('error', reject);
        server.listen(0, '127.0.0.1', () => {
            const { port } = server.address();
            server.close(() => resolve(port));
        });
    });
}

/** An answer of the Admin API that is not a success. `code` is the problem's code. */
export class Problem extends Error {
    constructor(method, target, status, body) {
        super(`${method} ${target}: ${status} ${JSON.stringify(body)}`);
        this.status = status;
        this.body = body;
        this.code = body?.code;
    }
}

export class Daemon {
    /** Starts and waits for the line `ready <url>`. `folder` and `port` are reused by restart(). */
    static async start({ args = [], folder, port } = {}) {
        const daemon = new Daemon();
        daemon.folder = folder ?? mkdtempSync(path.join(os.tmpdir(), 'gatehouse-interop-'));
        daemon.data = path.join(daemon.folder, 'data');
        daemon.keyFile = path.join(daemon.folder, 'master.key');
        daemon.port = port ?? (await freePort());
        daemon.args = args;
        if (!folder) writeFileSync(daemon.keyFile, randomBytes(32).toString('base64') + '\n', { mode: 0o600 });
        await daemon.#spawn();
        return daemon;
    }

    async #spawn() {
        const begun = performance.now();
        this.logFile = path.join(this.folder, 'stderr.log');
        this.output = ''; // of this start: stdout and stderr
        const child = spawn(program, ['serve', '--data-dir', this.data, '--listen', `127.0.0.1:${this.port}`,
            '--master-key', `file:${this.keyFile}`, ...this.args], { stdio: ['ignore', 'pipe', 'pipe'] });
        child.stderr.pipe(createWriteStream(this.logFile, { flags: 'a' }));
        child.stderr.on('data', (chunk) => (this.output += chunk));
        this.process = child;
        this.exited = new Promise((resolve) => child.on('exit', (code, signal) => resolve({ code, signal })));
        const lines = readline.createInterface({ input: child.stdout });
        this.url = await new Promise((resolve, reject) => {
            child.on('error', reject);
            lines.on('line', (line) => {
                this.output += `${line}\n`;
                const ready = /^ready (\S+)$/.exec(line);
                if (ready) resolve(ready[1].replace(/\/$/, ''));
            });
            this.exited.then(({ code, signal }) =>
                reject(new Error(`gatehoused ended (${code ?? signal}) before it was ready:\n${this.log()}`)));
        });
        this.startupMs = performance.now() - begun;
        this.socket = path.join(this.data, 'admin.sock');
    }

    /** The end of what it wrote to stderr. */
    log() {
        try {
            return readFileSync(this.logFile, 'utf8').split('\n').slice(-40).join('\n');
        } catch {
            return '';
        }
    }

    async restart() {
        await this.#spawn();
    }

    async kill() {
        this.process.kill('SIGKILL');
        return this.exited;
    }

    /** SIGTERM, as a service manager does; removes the folder. */
    async stop({ keep = false } = {}) {
        this.process.kill('SIGTERM');
        const ended = await this.exited;
        if (!keep) rmSync(this.folder, { recursive: true, force: true });
        return ended;
    }

    /** One request of the Admin API over the socket, or over TCP where a token is given. Gives status, headers, text, json. */
    request(method, target, { body, token, headers = {} } = {}) {
        const payload = body === undefined ? undefined : JSON.stringify(body);
        const where = token === undefined ? { socketPath: this.socket } : { host: '127.0.0.1', port: this.port };
        const options = {
            ...where, method, path: target,
            headers: {
                host: token === undefined ? 'localhost' : `127.0.0.1:${this.port}`,
                ...(payload === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) }),
                ...(token ? { authorization: `Bearer ${token}` } : {}),
                ...headers,
            },
        };
        return new Promise((resolve, reject) => {
            const request = http.request(options, (response) => {
                const chunks = [];
                response.on('data', (chunk) => chunks.push(chunk));
                response.on('error', reject);
                response.on('end', () => {
                    const text = Buffer.concat(chunks).toString('utf8');
                    let json;
                    try {
                        json = JSON.parse(text);
                    } catch {
                        json = undefined;
                    }
                    resolve({ status: response.statusCode, headers: response.headers, text, json });
                });
            });
            request.on('error', reject);
            request.end(payload);
        });
    }

    /** The JSON of a request that must succeed; throws Problem otherwise. */
    async admin(method, target, body, options = {}) {
        const answer = await this.request(method, target, { body, ...options });
        if (answer.status >= 400) throw new Problem(method, target, answer.status, answer.json ?? answer.text);
        return answer.json;
    }

    /** All items of a list, page by page. */
    async list(target, options = {}) {
        const items = [];
        for (let cursor = ''; cursor !== null;) {
            const glue = target.includes('?') ? '&' : '?';
            const page = await this.admin('GET',
                `${target}${glue}limit=500${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`, undefined, options);
            items.push(...page.items);
            cursor = page.nextCursor ?? null;
        }
        return items;
    }
}
