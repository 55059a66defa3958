// SPDX-License-Identifier: Apache-2.0
// An app that speaks SAML by npm's @node-saml/node-saml, in this process.
import { SAML, ValidateInResponseTo } from '@node-saml/node-saml';
import { rmSync } from 'node:fs';
import { certificatesIn, kNameId, makeCertificate, newFolder } from './saml_idp_parts.mjs';
import { walkOn } from './saml_world.mjs';

export const name = 'node-saml';
export const available = () => true;

class NodeSamlApp {
    static async start({ idp }) {
        const app = new NodeSamlApp();
        app.folder = newFolder();
        const { key, cert } = await makeCertificate(app.folder, 'sp');
        app.entityId = 'https://node-saml.example';
        app.options = {
            issuer: app.entityId, callbackUrl: `${app.entityId}/acs`, logoutCallbackUrl: `${app.entityId}/slo`,
            entryPoint: `${idp.url}/sso`, logoutUrl: `${idp.url}/slo`, idpIssuer: `${idp.url}/metadata`, idpCert: certificatesIn(idp.metadata),
            privateKey: key, publicCert: cert, decryptionPvk: key, signatureAlgorithm: 'sha256', digestAlgorithm: 'sha256',
            identifierFormat: kNameId.persistent, wantAssertionsSigned: true, wantAuthnResponseSigned: true,
            validateInResponseTo: ValidateInResponseTo.always,
        };
        app.saml = new SAML(app.options);
        app.cert = cert;
        return app;
    }

    /** It says POST of its logout address, and takes a redirect there as well. */
    metadata() {
        return this.saml.generateServiceProviderMetadata(this.cert, this.cert)
            .replace(/(<SingleLogoutService Binding="[^"]*:)HTTP-POST/, '$1HTTP-Redirect');
    }

    /** {profile} or throws what node-saml has against the answer. */
    async signIn(browser, { onPost, ...options } = {}) {
        const saml = Object.keys(options).length ? new SAML({ ...this.options, cacheProvider: this.saml.cacheProvider, ...options }) : this.saml;
        const url = await saml.getAuthorizeUrlAsync('here', undefined, {});
        const { page, posts } = await walkOn(browser, url, { onPost: (post) => (post.url === this.options.callbackUrl ? null : post) });
        const post = posts.at(-1);
        if (post?.url !== this.options.callbackUrl) throw new Error(`no answer: ${page.status} at ${page.url}\n${page.text.slice(0, 2000)}`);
        onPost?.(post);
        const { profile } = await saml.validatePostResponseAsync(post.form);
        this.profile = profile;
        return { nameId: profile.nameID, nameIdFormat: profile.nameIDFormat, attributes: profile.attributes, relayState: post.form.RelayState };
    }

    /** Asks to be signed out; true if the answer is a proven yes. */
    async signOut(browser) {
        const url = await this.saml.getLogoutUrlAsync(this.profile, 'bye', {});
        const { url: landed } = await browser.follow(url, { stop: (address) => address.startsWith(this.options.logoutCallbackUrl) });
        const query = new URL(landed).search.slice(1);
        const { loggedOut } = await this.saml.validateRedirectAsync(Object.fromEntries(new URLSearchParams(query)), query);
        return loggedOut;
    }

    /** Takes a LogoutRequest of the broker; gives the answer's address. */
    async beSignedOut(url) {
        const query = new URL(url).search.slice(1);
        const { profile, loggedOut } = await this.saml.validateRedirectAsync(Object.fromEntries(new URLSearchParams(query)), query);
        if (!loggedOut || profile.nameID !== this.profile.nameID) throw new Error('not about our person');
        return this.saml.getLogoutResponseUrlAsync(profile, '', {}, true);
    }

    stop() {
        rmSync(this.folder, { recursive: true, force: true });
    }
}

export const start = (options) => NodeSamlApp.start(options);
