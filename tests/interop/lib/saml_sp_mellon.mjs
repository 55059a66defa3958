// SPDX-License-Identifier: Apache-2.0
// An app that speaks SAML by Apache with Debian's mod_auth_mellon, in front of a page.
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { freePort, makeCertificate, newFolder, Program } from './saml_idp_parts.mjs';
import { walkOn } from './saml_world.mjs';

export const name = 'mod_auth_mellon';
export const available = () => existsSync('/usr/lib/apache2/modules/mod_auth_mellon.so');

const configuration = ({ folder, port, keyFile, certFile }) => `
ServerRoot ${folder}
PidFile apache.pid
ServerName http://127.0.0.1:${port}
UseCanonicalName On
Listen 127.0.0.1:${port}
User www-data
Group www-data
ErrorLog error.log
LogLevel info auth_mellon:debug
Define modules /usr/lib/apache2/modules
LoadModule mpm_event_module \${modules}/mod_mpm_event.so
LoadModule authn_core_module \${modules}/mod_authn_core.so
LoadModule authz_core_module \${modules}/mod_authz_core.so
LoadModule authz_user_module \${modules}/mod_authz_user.so
LoadModule auth_mellon_module \${modules}/mod_auth_mellon.so
LoadModule headers_module \${modules}/mod_headers.so
LoadModule dir_module \${modules}/mod_dir.so
DocumentRoot ${folder}/site
DirectoryIndex index.html
MellonLockFile ${folder}/mellon.lock
<Location />
    Require all granted
    MellonEnable info
    MellonEndpointPath /mellon
    MellonSPPrivateKeyFile ${keyFile}
    MellonSPCertFile ${certFile}
    MellonIdPMetadataFile ${folder}/idp.xml
    MellonSPentityId http://127.0.0.1:${port}/mellon/metadata
    MellonSignatureMethod rsa-sha256
    MellonSecureCookie Off
    MellonCookieSameSite Lax
</Location>
<Location /private>
    AuthType Mellon
    MellonEnable auth
    Require valid-user
    Header set X-Name "%{MELLON_NAME_ID}e"
    Header set X-Mail "%{MELLON_urn:oid:0.9.2342.19200300.100.1.3}e"
</Location>
`;

/** Its library knows AES-CBC alone, which proves nothing by itself. */
export const record = { saml: { encryptAssertions: false } };

class MellonApp {
    static async start({ idp }) {
        const app = new MellonApp();
        app.folder = newFolder();
        app.port = await freePort();
        app.url = `http://127.0.0.1:${app.port}`;
        app.entityId = `${app.url}/mellon/metadata`;
        const { keyFile, certFile } = await makeCertificate(app.folder, 'sp');
        for (const folder of ['site', 'site/private']) mkdirSync(path.join(app.folder, folder));
        writeFileSync(path.join(app.folder, 'site/index.html'), 'bye');
        writeFileSync(path.join(app.folder, 'site/private/index.html'), 'inside');
        writeFileSync(path.join(app.folder, 'idp.xml'), idp.metadata);
        writeFileSync(path.join(app.folder, 'apache.conf'), configuration({ folder: app.folder, port: app.port, keyFile, certFile }));
        chmodSync(app.folder, 0o755); // Apache's workers have to come in
        for (const file of [keyFile, certFile]) chmodSync(file, 0o644);
        app.program = new Program(app.folder);
        await app.program.start('/usr/sbin/apache2', ['-DFOREGROUND', '-f', path.join(app.folder, 'apache.conf')], { url: `${app.url}/` });
        return app;
    }

    metadata() {
        return fetch(this.entityId).then((response) => response.text());
    }

    async signIn(browser, { onPost } = {}) {
        const { page } = await walkOn(browser, `${this.url}/private/`, {
            onPost(post) {
                onPost?.(post);
                return post;
            },
        });
        if (!/inside/.test(page.text)) throw new Error(`not inside: ${page.status} at ${page.url}\n${page.text.slice(0, 2000)}`);
        return { nameId: page.headers.get('x-name'), attributes: { 'urn:oid:0.9.2342.19200300.100.1.3': page.headers.get('x-mail') }, page };
    }

    async signOut(browser) {
        const { page } = await browser.follow(`${this.url}/mellon/logout?ReturnTo=${encodeURIComponent(`${this.url}/`)}`);
        return page.status === 200 && page.text === 'bye' && !(await this.#isInside(browser));
    }

    async #isInside(browser) {
        const page = await browser.fetch(`${this.url}/private/`);
        return page.status === 200;
    }

    /** The frame that the broker opens: mellon finds the session by its cookie. */
    async beSignedOut(url, browser) {
        const { location } = await browser.fetch(url);
        return location;
    }

    stop() {
        return this.program.stop();
    }
}

export const start = (options) => MellonApp.start(options);
