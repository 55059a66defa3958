// SPDX-License-Identifier: Apache-2.0
// Whether a message is valid against the schemas of SAML: samlify-node-xmllint, in a thread of its own since it writes to the console and
// listens to what the process does.
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';

let worker;
const waiting = new Map();

/** Rejects with what the schema has against `xml`. */
export function validate(xml) {
    if (!worker) {
        worker = new Worker(new URL(import.meta.url), { stdout: true, stderr: true });
        worker.on('message', ({ id, errors }) => {
            const { resolve, reject } = waiting.get(id);
            waiting.delete(id);
            if (waiting.size === 0) worker.unref();
            if (errors === null) resolve('valid');
            else reject(new Error(`not valid: ${errors}`));
        });
    }
    return new Promise((resolve, reject) => {
        validate.count = (validate.count ?? 0) + 1;
        waiting.set(validate.count, { resolve, reject });
        worker.ref();
        worker.postMessage({ id: validate.count, xml });
    });
}

/** The lines that the schemas of metadata have against `xml`; none where it is valid. */
export function problemsOfMetadata(xml) {
    const said = execFileSync('/usr/bin/python3', [path.join(import.meta.dirname, 'saml_metadata_schema.py')], { input: xml, encoding: 'utf8' });
    return said.split('\n').filter(Boolean);
}

/** Ends the thread, which would keep the process alive. */
export async function stopValidating() {
    await worker?.terminate();
    worker = undefined;
}

if (!isMainThread) {
    const said = [];
    console.error = (...words) => said.push(words.join(' '));
    const library = await import('@authenio/samlify-node-xmllint');
    parentPort.on('message', async ({ id, xml }) => {
        said.length = 0;
        const errors = await (library.validate ?? library.default.validate)(xml).then(() => null, (error) => said.join('\n') || String(error));
        parentPort.postMessage({ id, errors });
    });
}
