// SPDX-License-Identifier: Apache-2.0
// Apps that speak SAML, as others wrote it: the broker is their identity provider, and signs people in by OpenID Connect.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Browser } from './lib/browser.mjs';
import * as mellon from './lib/saml_sp_mellon.mjs';
import * as nodeSaml from './lib/saml_sp_node_saml.mjs';
import * as pysaml2 from './lib/saml_sp_pysaml2.mjs';
import { configure, makeWorld, signIn } from './lib/world.mjs';

const kMail = 'urn:oid:0.9.2342.19200300.100.1.3';
const decoded = (post) => Buffer.from(post.form.SAMLResponse, 'base64').toString('utf8');
const frames = (page) => [...page.text.matchAll(/<iframe[^>]*src="([^"]*)"/g)].map(([, url]) => url.replaceAll('&amp;', '&'));

for (const software of [nodeSaml, pysaml2, mellon].filter((each) => each.available())) {
    describe(`An app that speaks SAML by ${software.name}`, () => {
        let world;
        let acme;
        let app;
        let made;

        before(async () => {
            world = await makeWorld();
            acme = world.tenants.acme;
            const url = `${acme.issuer}/saml`;
            app = await software.start({ idp: { url, metadata: await (await fetch(`${url}/metadata`)).text() } });
            made = await world.daemon.admin('POST', `${acme.T}/apps`, { name: software.name, type: 'saml',
                spMetadataXml: await app.metadata(), ...software.record });
        });
        after(async () => {
            await app?.stop();
            await world?.stop();
        });

        it('is known by its metadata', () => {
            assert.equal(made.clientId, app.entityId);
        });

        it('learns who signed in, from an answer that only it can open', async () => {
            world.idp.person = 'ann';
            const posts = [];
            const ann = await app.signIn(new Browser(), { onPost: (post) => posts.push(post) });
            assert.equal([ann.attributes[kMail] ?? ann.attributes.mail].flat()[0], 'ann@acme.test');
            assert.ok(ann.nameId);
            assert.match(decoded(posts.at(-1)), software.record ? /<saml:Assertion / : /EncryptedAssertion/);
            const again = await app.signIn(new Browser());
            world.idp.person = 'bob';
            const bob = await app.signIn(new Browser());
            assert.notEqual(bob.nameId, ann.nameId);
            if (ann.nameIdFormat?.endsWith('persistent')) assert.equal(again.nameId, ann.nameId, 'the same name every time');
        });

        it('shares the session of other apps, and asks nobody twice', async () => {
            world.idp.person = 'ann';
            const browser = new Browser();
            const { claims } = await signIn({ idp: world.idp, config: await configOf(), browser });
            const before = world.idp.requests.length;
            await app.signIn(browser);
            assert.equal(world.idp.requests.length, before, 'the provider was not asked');
            const { items } = await world.daemon.admin('GET', `${acme.T}/sessions/${claims.sid}`).then((session) => ({ items: session.grants ?? [] }));
            assert.ok(items.some((each) => each.app === software.name), JSON.stringify(items));
        });

        it('signs the person out everywhere', async () => {
            world.idp.person = 'ann';
            const browser = new Browser();
            const { claims } = await signIn({ idp: world.idp, config: await configOf(), browser });
            await app.signIn(browser);
            assert.equal(await app.signOut(browser), true);
            const session = await world.daemon.admin('GET', `${acme.T}/sessions/${claims.sid}`);
            assert.ok(session.endedAt, 'it has ended');
        });

        it('is signed out with the others', async () => {
            world.idp.person = 'ann';
            const browser = new Browser();
            const { tokens } = await signIn({ idp: world.idp, config: await configOf(), browser });
            await app.signIn(browser);
            const page = await browser.fetch(`${acme.issuer}/oauth2/logout?id_token_hint=${tokens.id_token}`);
            const [frame] = frames(page);
            assert.ok(frame, page.text.slice(0, 1000));
            const answer = await browser.fetch(await app.beSignedOut(frame, browser));
            assert.equal(answer.status, 200, answer.text.slice(0, 1000));
        });

        const configOf = () => configure(acme.issuer, acme.app);
    });
}
