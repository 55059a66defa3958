// SPDX-License-Identifier: Apache-2.0
// What the SAML identity providers of saml_idp_*.mjs share: keys, a process that answers, and messages as text.
import { execFile, spawn } from 'node:child_process';
import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { inflateRawSync } from 'node:zlib';

export const kBinding = {
    redirect: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect',
    post: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST',
};

export const kNameId = {
    unspecified: 'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified',
    email: 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress',
    persistent: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
    transient: 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient',
};

export const kPassword = 'urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport';

export const newFolder = () => mkdtempSync(path.join(os.tmpdir(), 'gatehouse-saml-idp-'));

/** A fresh RSA-2048 key and a certificate for it, written to `folder`. Gives their files and texts. */
export async function makeCertificate(folder, name = 'idp') {
    const keyFile = path.join(folder, `${name}.pem`);
    const certFile = path.join(folder, `${name}.crt`);
    await promisify(execFile)('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-sha256', '-nodes', '-days', '30',
        '-subj', `/CN=${name}.example`, '-keyout', keyFile, '-out', certFile]);
    return { keyFile, certFile, key: readFileSync(keyFile, 'utf8'), cert: readFileSync(certFile, 'utf8') };
}

/** A claim as the values of a SAML attribute: none for what is empty or has members of its own. */
export const valuesOf = (claim) => (Array.isArray(claim) ? claim : [claim])
    .filter((value) => value !== null && value !== undefined && typeof value !== 'object').map(String);

/** The claims that become attributes: {name: [values]}. */
export const attributesOf = (claims) => Object.fromEntries(
    Object.entries(claims ?? {}).map(([name, claim]) => [name, valuesOf(claim)]).filter(([, values]) => values.length > 0));

/** The XML of a message as it came in a query (deflated) or in a form. */
export function messageText(binding, encoded) {
    const bytes = Buffer.from(encoded, 'base64');
    try {
        return (binding === 'redirect' ? inflateRawSync(bytes) : bytes).toString('utf8');
    } catch (error) {
        return `not a message: ${error.message}`;
    }
}

export const entityIdOf = (metadata) => /<(?:\w+:)?EntityDescriptor\b[^>]*\sentityID=["']([^"']+)["']/.exec(metadata)?.[1];

const escape = (text) => String(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The certificates in a metadata document, as PEM bodies, each once. */
export const certificatesIn = (metadata) => [...new Set([...metadata.matchAll(/<(?:\w+:)?X509Certificate>([^<]+)</g)].map(([, text]) => text.replace(/\s/g, '')))];

export { escape as escapeXml };

/** The page that takes a message to `action` by itself. */
export const postPage = (action, fields) => `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Continue</title></head>
<body onload="document.forms[0].submit()"><form method="post" action="${escape(action)}">
${Object.entries(fields).filter(([, value]) => value !== undefined).map(([name, value]) =>
        `<input type="hidden" name="${escape(name)}" value="${escape(value)}">`).join('\n')}
<noscript><button>Continue</button></noscript></form></body></html>
`;

/** A port of the loopback address that nobody listens on. */
export const freePort = () => new Promise((resolve) => {
    const server = net.createServer();
    server.listen(0, '127.0.0.1', () => {
        const { port } = server.address();
        server.close(() => resolve(port));
    });
});

/** A program that serves on the loopback address, and a folder of its own that goes with it. */
export class Program {
    constructor(folder) {
        this.folder = folder;
        this.logFile = path.join(folder, 'output.log');
    }

    /** Waits until `url` answers. */
    async start(command, args, { url, env = {} }) {
        const child = spawn(command, args, { cwd: this.folder, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
        const log = createWriteStream(this.logFile, { flags: 'a' });
        child.stdout.pipe(log, { end: false });
        child.stderr.pipe(log, { end: false });
        this.process = child;
        let ended = null;
        this.exited = new Promise((resolve) => {
            child.on('error', (error) => resolve((ended = String(error))));
            child.on('close', (code, signal) => log.end(() => resolve((ended = `ended with ${code ?? signal}`))));
        });
        const answers = () => fetch(url).then((response) => response.text().then(() => true), () => false);
        for (const until = Date.now() + 30_000; !(await answers());) {
            if (ended !== null) throw new Error(`${command} ${ended}:\n${this.log()}`);
            if (Date.now() > until) throw new Error(`${command} does not answer at ${url}:\n${this.log()}`);
            await new Promise((resolve) => setTimeout(resolve, 50));
        }
    }

    /** The end of what it wrote. */
    log() {
        try {
            return readFileSync(this.logFile, 'utf8').split('\n').slice(-40).join('\n');
        } catch {
            return '';
        }
    }

    async end() {
        this.process.kill('SIGTERM');
        await this.exited;
    }

    async stop() {
        await this.end();
        rmSync(this.folder, { recursive: true, force: true });
    }
}

/** The requests that a program wrote down, one JSON a line, as {binding, xml, relayState}. */
export function readRequests(file) {
    try {
        return readFileSync(file, 'utf8').split('\n').filter(Boolean).map((line) => {
            const { binding, message, relayState } = JSON.parse(line);
            return { binding, xml: messageText(binding, message), relayState };
        });
    } catch {
        return [];
    }
}

export const writeJson = (file, value) => writeFileSync(file, JSON.stringify(value));
