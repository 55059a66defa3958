// SPDX-License-Identifier: Apache-2.0
// A provider that is found in the metadata of a federation: an aggregate of ten thousand, and a query responder, both
// signed by xmlsec1 with the federation's key (SAML V2.0 Metadata, 3; Metadata Query Protocol).
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import http from 'node:http';
import { after, before, describe, it } from 'node:test';
import { Daemon } from './lib/daemon.mjs';
import { makeCertificate, newFolder } from './lib/saml_idp_parts.mjs';
import * as samlify from './lib/saml_idp_samlify.mjs';
import { addSamlTenant, signInBySaml } from './lib/saml_world.mjs';
import { peopleOf } from './lib/world.mjs';
import { signed } from './lib/xmlsec.mjs';

const kMetadata = 'urn:oasis:names:tc:SAML:2.0:metadata';
const inDays = (days) => new Date(Date.now() + days * 86_400_000).toISOString();
const withoutDeclaration = (xml) => xml.replace(/^\s*<\?xml[^>]*\?>/, '');

describe('SAML: metadata of a federation', () => {
    let daemon;
    let idp;
    let folder;
    let federation;
    let server;
    let url;
    const documents = new Map();
    const asked = [];

    before(async () => {
        daemon = await Daemon.start();
        idp = await samlify.start({ people: peopleOf('acme.test') });
        folder = newFolder();
        federation = await makeCertificate(folder, 'federation');
        server = http.createServer((request, response) => {
            asked.push(request.url);
            const found = documents.get(request.url);
            response.writeHead(found ? 200 : 404, { 'content-type': 'application/samlmetadata+xml' }).end(found ?? '');
        });
        await new Promise((done) => { server.listen(0, '127.0.0.1', done); });
        url = `http://127.0.0.1:${server.address().port}`;
        documents.set('/aggregate', await aggregate());
    });
    after(async () => {
        server?.close();
        await idp?.stop();
        await daemon?.stop();
        if (folder) rmSync(folder, { recursive: true });
    });

    /** Ten thousand entities of the size that they have, one of them the provider. */
    async function aggregate() {
        const contact = `<md:Extensions><!-- a comment --><x:about xmlns:x="urn:x">${'lorem ipsum dolor '.repeat(200)}</x:about></md:Extensions>`;
        const other = (i) => `<md:EntityDescriptor entityID="https://sp${i}.example/saml">${contact}<md:SPSSODescriptor `
            + 'protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"><md:AssertionConsumerService index="0" '
            + `Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://sp${i}.example/acs"/>`
            + '</md:SPSSODescriptor></md:EntityDescriptor>\n';
        const others = Array.from({ length: 9_999 }, (_, i) => other(i));
        others.splice(7_000, 0, withoutDeclaration(await idp.metadata()));
        const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<!-- a federation -->\n<md:EntitiesDescriptor xmlns:md="${kMetadata}" ID="_f" `
            + `Name="urn:federation" validUntil="${inDays(14)}" cacheDuration="PT6H"><signature/>\n${others.join('')}</md:EntitiesDescriptor>\n`;
        return signed(xml, federation.key, '_f', `${kMetadata}:EntitiesDescriptor`);
    }
    const connection = (more) => ({ metadataUrl: `${url}/aggregate`, entityId: idp.entityId, metadataSigners: [federation.cert], ...more });
    const test = async (tenant) => {
        const { steps } = await daemon.admin('POST', `${tenant.T}/connections/${tenant.connection.id}/test`, {});
        return steps.find(({ status }) => status === 'fail');
    };

    it('is proven and read, and its people sign in', async () => {
        assert.ok(documents.get('/aggregate').length > 35_000_000, 'larger than a document may be');
        const acme = await addSamlTenant(daemon, idp, 'acme', { connection: connection() });
        const { claims } = await signInBySaml({ idp, tenant: acme, person: 'ann' });
        assert.equal(claims.email, 'ann@acme.test');
        assert.equal(await test(acme), undefined);
        const fetched = asked.length;
        await signInBySaml({ idp, tenant: acme, person: 'bob' });
        assert.equal(asked.length, fetched, 'it is kept');

        // An entity that is not this one, bent: the whole document is proven or nothing of it.
        const genuine = documents.get('/aggregate');
        documents.set('/aggregate', genuine.replace('https://sp9998.example/acs', 'https://evil.example/acs'));
        assert.match((await test(acme)).detail, /metadata\.signature: signature\.digest/);
        documents.set('/aggregate', genuine.replace(/<ds:Signature[^]*?<\/ds:Signature>/, ''));
        assert.match((await test(acme)).detail, /metadata\.signature: signature\.absent/);
        await signInBySaml({ idp, tenant: acme, person: 'ann' });
        documents.set('/aggregate', genuine);
        assert.equal(await test(acme), undefined);
    });

    it('is not taken where another key signed it', async () => {
        const other = await makeCertificate(folder, 'other');
        const acme = await addSamlTenant(daemon, idp, 'umbrella', { connection: connection({ metadataSigners: [other.cert] }) });
        assert.match((await test(acme)).detail, /metadata\.signature: signature\.key/);
    });

    it('is asked for by name', async () => {
        const path = `/entities/${encodeURIComponent(idp.entityId)}`;
        const xml = withoutDeclaration(await idp.metadata()).replace(/^\s*<((?:\w+:)?EntityDescriptor)\b([^>]*)>/,
            `<$1$2 ID="_one" validUntil="${inDays(7)}"><signature/>`);
        const acme = await addSamlTenant(daemon, idp, 'globex', { connection: connection({ metadataUrl: url, metadataQuery: true }) });
        assert.match((await test(acme)).detail, /404/);
        documents.set(path, signed(xml, federation.key, '_one', `${kMetadata}:EntityDescriptor`));
        assert.equal(await test(acme), undefined);
        assert.ok(asked.includes(path), asked.join(' '));
        const { claims } = await signInBySaml({ idp, tenant: acme, person: 'ann' });
        assert.equal(claims.email, 'ann@acme.test');
    });
});
