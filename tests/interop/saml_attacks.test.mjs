// SPDX-License-Identifier: Apache-2.0
// What a SAML provider's answer is worth a second time, and what others prove of our own messages.
import assert from 'node:assert/strict';
import { createVerify, randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { inflateRawSync } from 'node:zlib';
import { Browser } from './lib/browser.mjs';
import { Daemon } from './lib/daemon.mjs';
import * as samlify from './lib/saml_idp_samlify.mjs';
import { addSamlTenant, flowOf, signInBySaml, walkSaml } from './lib/saml_world.mjs';
import { peopleOf } from './lib/world.mjs';
import { proves, signingCertificate } from './lib/xmlsec.mjs';

const kProtocol = 'urn:oasis:names:tc:SAML:2.0:protocol';

describe('SAML: attacks and proofs', () => {
    let daemon;
    let idp;
    let acme;

    before(async () => {
        daemon = await Daemon.start();
        idp = await samlify.start({ people: peopleOf('acme.test') });
        acme = await addSamlTenant(daemon, idp, 'acme', { connection: { allowIdpInitiated: true } });
        await daemon.admin('PATCH', `${acme.T}/apps/${acme.app.id}`, { initiateLoginUri: 'https://app.example/start' });
        idp.person = 'ann';
    });
    after(async () => {
        await idp?.stop();
        await daemon?.stop();
    });

    const stop = (url) => url.startsWith('https://app.example/');
    const sessions = async () => (await daemon.admin('GET', `${acme.T}/sessions?alive=true&limit=500`)).items.length;
    const xmlOf = (message) => Buffer.from(message.form.SAMLResponse, 'base64').toString('utf8');
    /** The same assertion in a response of its own, which nobody signed. */
    const again = (message) => {
        const [, id] = /<samlp:Response\b[^>]*\bID="([^"]*)/.exec(xmlOf(message));
        const signature = new RegExp(`<ds:Signature\\b(?:(?!</ds:Signature>)[^])*URI="#${id}"[^]*?</ds:Signature>`);
        const xml = xmlOf(message).replace(signature, '').replaceAll(id, `_${randomUUID()}`);
        assert.notEqual(xml, xmlOf(message));
        return { ...message, form: { ...message.form, SAMLResponse: Buffer.from(xml).toString('base64') } };
    };

    it('takes an assertion once: of 64 at once, in 64 responses, and not after kill -9', async () => {
        const message = await idp.unsolicited(undefined, acme.app.clientId);
        assert.equal(await sessions(), 0);
        const landed = await Promise.all(Array.from({ length: 64 }, () => new Browser().follow(again(message), { stop })));
        const refused = landed.filter(({ page }) => page);
        assert.equal(landed.length - refused.length, 1, 'one went on to the app');
        assert.equal(await sessions(), 1);
        for (const { page } of refused) {
            const { reason } = await flowOf(acme, page);
            assert.ok(reason === 'saml.replay' || reason === 'upstream.busy', reason);
        }
        await daemon.kill();
        await daemon.restart();
        for (const once of [message, again(message)]) {
            const { page } = await new Browser().follow(once, { stop });
            assert.equal((await flowOf(acme, page)).reason, 'saml.replay');
        }
        assert.equal(await sessions(), 1);
    });

    it('signs an AuthnRequest by POST as xmlsec1 proves it', async () => {
        const certificate = signingCertificate(acme.metadata);
        await daemon.admin('PATCH', `${acme.T}/connections/${acme.connection.id}`, { ssoUrl: 'https://idp.example/sso', ssoBinding: 'post' });
        try {
            const { posts } = await walkSaml({ tenant: acme, onPost: () => null });
            assert.equal(posts[0].url, 'https://idp.example/sso');
            const xml = Buffer.from(posts[0].form.SAMLRequest, 'base64').toString('utf8');
            assert.ok(proves(xml, certificate, `${kProtocol}:AuthnRequest`));
            assert.ok(!proves(xml.replace('https://idp.example/sso', 'https://idp.evil/sso'), certificate, `${kProtocol}:AuthnRequest`));
        } finally {
            await daemon.admin('PATCH', `${acme.T}/connections/${acme.connection.id}`, { ssoUrl: '', ssoBinding: 'redirect' });
        }
    });

    it('publishes metadata that xmlsec1 proves', async () => {
        const root = 'urn:oasis:names:tc:SAML:2.0:metadata:EntityDescriptor';
        assert.ok(proves(acme.metadata, signingCertificate(acme.metadata), root));
        assert.ok(!proves(acme.metadata.replace('/acs"', '/acs2"'), signingCertificate(acme.metadata), root));
    });

    // By redirect the query is signed, and its XML is not (SAML V2.0 Bindings, 3.4.4.1).
    it('signs a LogoutRequest by redirect as OpenSSL proves it', async () => {
        const browser = new Browser();
        const { tokens } = await signInBySaml({ idp, tenant: acme, person: 'ann', browser });
        const out = await browser.fetch(`${acme.issuer}/oauth2/logout?id_token_hint=${tokens.id_token}`);
        const link = /href="([^"]*SAMLRequest[^"]*)"/.exec(out.text)?.[1].replaceAll('&amp;', '&');
        assert.ok(link, out.text.slice(0, 1500));
        const [octets, signature] = new URL(link).search.slice(1).split('&Signature=');
        const holds = (text) => createVerify('RSA-SHA256').update(text)
            .verify(signingCertificate(acme.metadata), Buffer.from(decodeURIComponent(signature), 'base64'));
        assert.ok(holds(octets));
        assert.ok(!holds(octets.replace('SAMLRequest=', 'SAMLRequest=A')));
        const xml = inflateRawSync(Buffer.from(new URL(link).searchParams.get('SAMLRequest'), 'base64')).toString('utf8');
        assert.match(xml, /^<samlp:LogoutRequest /);
        assert.doesNotMatch(xml, /Signature/);
    });
});
