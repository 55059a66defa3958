// SPDX-License-Identifier: Apache-2.0
// A SAML identity provider: Debian's SimpleSAMLphp, served by PHP's own server. Whoever `person` names signs in without being asked.
// Debian 13 has no such package: there the other two providers do.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { attributesOf, freePort, kNameId, makeCertificate, newFolder, Program } from './saml_idp_parts.mjs';

const kHome = '/usr/share/simplesamlphp';

export const name = 'SimpleSAMLphp';
export const available = () => existsSync(`${kHome}/www`);

const php = (value) => {
    if (Array.isArray(value)) return `[${value.map(php).join(', ')}]`;
    if (value !== null && typeof value === 'object') {
        return `[${Object.entries(value).map(([key, each]) => `${php(/^\d+$/.test(key) ? Number(key) : key)} => ${php(each)}`).join(', ')}]`;
    }
    return typeof value === 'string' ? `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'` : String(value);
};

class SimpleSamlPhpIdp {
    static async start({ people }) {
        const idp = new SimpleSamlPhpIdp();
        const folder = newFolder();
        const port = await freePort();
        const url = `http://127.0.0.1:${port}`;
        Object.assign(idp, { people, folder, port, url, metadataFiles: [], name: Object.keys(people)[0] });
        idp.metadataUrl = idp.entityId = `${url}/saml2/idp/metadata.php`;
        for (const each of ['config', 'metadata', 'log', 'data', 'temp', 'sessions', 'cert']) mkdirSync(path.join(folder, each));
        const { keyFile, certFile } = await makeCertificate(path.join(folder, 'cert'));
        idp.#write('metadata/saml20-idp-hosted', `$metadata[${php(idp.entityId)}] = ${php({
            host: '__DEFAULT__', privatekey: keyFile, certificate: certFile, auth: 'people', 'validate.authnrequest': true,
            'saml20.sign.response': true, 'saml20.sign.assertion': true, 'signature.algorithm': 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
            'sign.logout': true, 'validate.logout': true, 'redirect.sign': true, 'redirect.validate': true,
            NameIDFormat: kNameId.persistent,
            authproc: { 3: { class: 'saml:AttributeNameID', attribute: 'uid', Format: kNameId.persistent } },
        })};`);
        idp.#configure();
        idp.person = idp.name;
        idp.program = new Program(folder);
        await idp.program.start('/usr/bin/php', ['-S', `127.0.0.1:${port}`, '-t', `${kHome}/www`],
            { url: idp.metadataUrl, env: { SIMPLESAMLPHP_CONFIG_DIR: path.join(folder, 'config') } });
        return idp;
    }

    #write(file, text) {
        writeFileSync(path.join(this.folder, `${file}.php`), `<?php\n${text}\n`);
    }

    #configure() {
        const at = (each) => `${path.join(this.folder, each)}/`;
        this.#write('config/config', `$config = ${php({
            baseurlpath: `${this.url}/`, certdir: at('cert'), loggingdir: at('log'), datadir: at('data'), tempdir: at('temp'),
            metadatadir: path.join(this.folder, 'metadata'), secretsalt: 'interop', 'auth.adminpassword': 'interop',
            technicalcontact_email: 'na@example.org', timezone: 'UTC', 'logging.handler': 'file', 'logging.level': 7,
            'enable.saml20-idp': true, 'store.type': 'phpsession', 'session.phpsession.savepath': path.join(this.folder, 'sessions'),
            'session.cookie.secure': false, 'module.enable': { exampleauth: true, core: true, saml: true },
            'language.default': 'en',
            'metadata.sources': [{ type: 'flatfile' }, ...this.metadataFiles.map((file) => ({ type: 'xml', file }))],
        })};`);
    }

    get person() {
        return this.name;
    }

    set person(person) {
        this.name = person;
        this.#write('config/authsources', `$config = ${php({
            people: { 0: 'exampleauth:StaticSource', uid: [person], ...attributesOf(this.people[person]) } })};`);
    }

    metadata() {
        return fetch(this.metadataUrl).then((response) => response.text());
    }

    /** Registers a service provider; what is written is read at the next request. */
    async trust(metadata) {
        const file = path.join(this.folder, `sp${this.metadataFiles.length}.xml`);
        writeFileSync(file, metadata);
        this.metadataFiles.push(file);
        this.#configure();
    }

    stop() {
        return this.program.stop();
    }
}

export const start = (options) => SimpleSamlPhpIdp.start(options);
