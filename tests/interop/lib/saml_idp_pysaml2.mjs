// SPDX-License-Identifier: Apache-2.0
// A SAML identity provider: Debian's python3-pysaml2 in a process of its own. Whoever `person` names signs in without being asked.
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { freePort, makeCertificate, newFolder, Program, readRequests, writeJson } from './saml_idp_parts.mjs';

export const name = 'pysaml2';
export const available = () => existsSync('/usr/lib/python3/dist-packages/saml2');

class Pysaml2Idp {
    static async start({ people }) {
        const idp = new Pysaml2Idp();
        const folder = newFolder();
        const { keyFile, certFile } = await makeCertificate(folder);
        const port = await freePort();
        Object.assign(idp, { people, folder, port, url: `http://127.0.0.1:${port}`, metadataFiles: [] });
        idp.metadataUrl = idp.entityId = `${idp.url}/metadata`;
        idp.files = { keyFile, certFile, state: path.join(folder, 'state.json'), requests: path.join(folder, 'requests') };
        idp.state = { person: Object.keys(people)[0] };
        writeJson(idp.files.state, idp.state);
        await idp.#run();
        return idp;
    }

    async #run() {
        const options = path.join(this.folder, 'options.json');
        writeJson(options, { port: this.port, url: this.url, key: this.files.keyFile, cert: this.files.certFile,
            metadata: this.metadataFiles, people: this.people, state: this.files.state, requests: this.files.requests });
        this.program = new Program(this.folder);
        await this.program.start('/usr/bin/python3', [path.join(import.meta.dirname, 'saml_idp_pysaml2.py'), options],
            { url: this.metadataUrl });
    }

    get person() {
        return this.state.person;
    }

    set person(person) {
        this.state.person = person;
        writeJson(this.files.state, this.state);
    }

    get requests() {
        return readRequests(this.files.requests);
    }

    metadata() {
        return fetch(this.metadataUrl).then((response) => response.text());
    }

    /** Registers a service provider; it reads them where it starts. */
    async trust(metadata) {
        const file = path.join(this.folder, `sp${this.metadataFiles.length}.xml`);
        writeFileSync(file, metadata);
        this.metadataFiles.push(file);
        await this.program.end();
        await this.#run();
    }

    stop() {
        return this.program.stop();
    }
}

export const start = (options) => Pysaml2Idp.start(options);
