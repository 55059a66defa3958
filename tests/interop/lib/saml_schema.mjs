// SPDX-License-Identifier: Apache-2.0
// Whether a message is valid against the schemas of SAML: samlify-node-xmllint, in a thread of its own since it writes to the console and
// listens to what the process does.
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
