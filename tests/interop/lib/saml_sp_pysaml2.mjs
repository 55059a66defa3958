// SPDX-License-Identifier: Apache-2.0
// An app that speaks SAML by Debian's python3-pysaml2, in a process of its own.
import { spawn } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import readline from 'node:readline';
import { makeCertificate, newFolder, writeJson } from './saml_idp_parts.mjs';
import { walkOn } from './saml_world.mjs';

export const name = 'pysaml2';
export const available = () => existsSync('/usr/lib/python3/dist-packages/saml2');

class Pysaml2App {
    static async start({ idp }) {
        const app = new Pysaml2App();
        app.folder = newFolder();
        const { keyFile, certFile } = await makeCertificate(app.folder, 'sp');
        app.entityId = 'https://pysaml2.example';
        const metadata = path.join(app.folder, 'idp.xml');
        const options = path.join(app.folder, 'options.json');
        writeFileSync(metadata, idp.metadata);
        writeJson(options, { url: app.entityId, key: keyFile, cert: certFile, metadata });
        app.process = spawn('/usr/bin/python3', [path.join(import.meta.dirname, 'saml_sp_pysaml2.py'), options],
            { stdio: ['pipe', 'pipe', 'pipe'] });
        app.log = '';
        app.process.stderr.on('data', (chunk) => (app.log += chunk));
        app.lines = readline.createInterface({ input: app.process.stdout })[Symbol.asyncIterator]();
        return app;
    }

    async #call(call, more = {}) {
        this.process.stdin.write(`${JSON.stringify({ call, ...more })}\n`);
        const { value, done } = await this.lines.next();
        if (done) throw new Error(`pysaml2 ended:\n${this.log}`);
        const { ok, error } = JSON.parse(value);
        if (error) throw new Error(error);
        return ok;
    }

    metadata() {
        return this.#call('metadata');
    }

    async signIn(browser, { onPost } = {}) {
        const acs = `${this.entityId}/acs`;
        const { page, posts } = await walkOn(browser, await this.#call('begin'), { onPost: (post) => (post.url === acs ? null : post) });
        const post = posts.at(-1);
        if (post?.url !== acs) throw new Error(`no answer: ${page.status} at ${page.url}\n${page.text.slice(0, 2000)}`);
        onPost?.(post);
        return { ...(await this.#call('consume', { response: post.form.SAMLResponse })), relayState: post.form.RelayState };
    }

    async signOut(browser) {
        const { url } = await browser.follow(await this.#call('logout'), { stop: (address) => address.startsWith(`${this.entityId}/slo`) });
        return this.#call('logged_out', { response: new URL(url).searchParams.get('SAMLResponse') });
    }

    beSignedOut(url) {
        return this.#call('sign_out', { request: new URL(url).searchParams.get('SAMLRequest') });
    }

    stop() {
        this.process.kill();
        rmSync(this.folder, { recursive: true, force: true });
    }
}

export const start = (options) => Pysaml2App.start(options);
