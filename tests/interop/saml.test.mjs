// SPDX-License-Identifier: Apache-2.0
// Sign-ins through SAML identity providers that others wrote: the app speaks OpenID Connect, as ever.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { Browser } from './lib/browser.mjs';
import { Daemon } from './lib/daemon.mjs';
import * as pysaml2 from './lib/saml_idp_pysaml2.mjs';
import * as samlify from './lib/saml_idp_samlify.mjs';
import * as simplesamlphp from './lib/saml_idp_simplesamlphp.mjs';
import { problemsOfMetadata } from './lib/saml_schema.mjs';
import { addSamlTenant, flowOf, signInBySaml, walkSaml } from './lib/saml_world.mjs';
import { peopleOf } from './lib/world.mjs';
import { proves, signingCertificate } from './lib/xmlsec.mjs';

const decoded = (post) => Buffer.from(post.form.SAMLResponse, 'base64').toString('utf8');

for (const software of [samlify, simplesamlphp, pysaml2].filter((each) => each.available())) {
    describe(`SAML with ${software.name}`, () => {
        let daemon;
        let idp;
        let acme;

        before(async () => {
            daemon = await Daemon.start();
            idp = await software.start({ people: peopleOf('acme.test') });
            acme = await addSamlTenant(daemon, idp, 'acme');
        });
        after(async () => {
            await idp?.stop();
            await daemon?.stop();
        });

        it('signs a person in, with claims and roles', async () => {
            const { claims } = await signInBySaml({ idp, tenant: acme, person: 'ann' });
            assert.equal(claims.email, 'ann@acme.test');
            assert.equal(claims.name, 'Ann Ekholm');
            assert.equal(claims.idp, 'company');
            assert.deepEqual([...claims.roles].sort(), ['admin', 'member']);
            const again = await signInBySaml({ idp, tenant: acme, person: 'ann' });
            assert.equal(again.claims.sub, claims.sub, 'the same account');
            const other = await signInBySaml({ idp, tenant: acme, person: 'bob' });
            assert.notEqual(other.claims.sub, claims.sub);
            assert.deepEqual(other.claims.roles, ['member']);
        });

        it('asks for a new sign-in where the app does', async () => {
            const browser = new Browser();
            await signInBySaml({ idp, tenant: acme, person: 'ann', browser });
            const before = idp.requests?.length;
            await signInBySaml({ idp, tenant: acme, browser, parameters: { prompt: 'login' } });
            if (before === undefined) return; // nobody wrote down what came
            assert.equal(idp.requests.length, before + 1);
            assert.match(idp.requests.at(-1).xml, /ForceAuthn="true"/);
        });

        it('refuses the answer in another browser, and a second time', async () => {
            idp.person = 'ann';
            const walked = await walkSaml({ tenant: acme, onPost: (post) => (post.url.endsWith('/acs') ? null : post) });
            const post = walked.posts.at(-1);
            const other = await walkSamlPost(acme, new Browser(), post);
            assert.equal((await flowOf(acme, other.page)).reason, 'login.other_browser');
            const first = await walkSamlPost(acme, walked.browser, post);
            assert.ok(first.landed, 'its own browser may go on');
            const second = await walkSamlPost(acme, walked.browser, post);
            assert.equal((await flowOf(acme, second.page)).reason, 'login.state_used');
        });

        it('refuses a changed answer', async () => {
            const walked = await walkSaml({
                tenant: acme,
                onPost: (post) => (!post.form.SAMLResponse ? post : { ...post, form: { ...post.form,
                    SAMLResponse: Buffer.from(decoded(post).replaceAll('ann@acme.test', 'bob@acme.test').replaceAll('Ann@acme.test', 'bob@acme.test'))
                        .toString('base64') } }),
            });
            const flow = await flowOf(acme, walked.page);
            assert.match(flow.reason, /^saml\.signature/);
            assert.match(JSON.stringify(flow.checks), /signature\.digest/);
        });

        it('records the login, and judges it again', async () => {
            const { landed } = await signInBySaml({ idp, tenant: acme, person: 'ann' });
            assert.ok(landed);
            const flows = await daemon.admin('GET', `${acme.T}/flows?limit=1`);
            const flow = await daemon.admin('GET', `${acme.T}/flows/${flows.items[0].id}`);
            const names = flow.messages.map(({ name }) => name);
            assert.ok(names.includes('saml.request') && names.includes('saml.response'), names.join(' '));
            const answer = flow.messages.find(({ name }) => name === 'saml.response');
            assert.match(answer.body, /Assertion/);
            assert.match(answer.body, /SignatureValue[^>]*>\[redacted:\d+\]/);
            assert.ok(flow.checks.some(({ name }) => name === 'saml.audience'));
            const same = await daemon.admin('POST', `${acme.T}/flows/${flow.id}/replay`, {});
            assert.deepEqual(same.differences, [], JSON.stringify(same.differences));
            const changed = await daemon.admin('POST', `${acme.T}/flows/${flow.id}/replay`,
                { connection: { mapping: { attributes: [{ target: 'email', source: 'nothing', required: true }] } } });
            assert.equal(changed.outcome, 'reject');
            assert.equal(changed.reason, 'mapping_missing_email');
        });

        it('tests the connection stage by stage, and previews a pasted response', async () => {
            const T = `${acme.T}/connections/${acme.connection.id}`;
            const { ok, steps } = await daemon.admin('POST', `${T}/test`, {});
            assert.ok(ok, JSON.stringify(steps));
            const status = Object.fromEntries(steps.map((step) => [step.name, step.status]));
            assert.equal(status.parse, 'ok');
            assert.equal(status.identity, 'ok');
            assert.equal(status.client, 'skipped');
            const walked = await walkSaml({ tenant: acme, onPost: (post) => (post.url.endsWith('/acs') ? null : post) });
            const preview = await daemon.admin('POST', `${T}/preview`, { samlResponse: walked.posts.at(-1).form.SAMLResponse });
            assert.equal(preview.outcome, 'match');
            assert.equal(preview.user.email, 'ann@acme.test');
        });

        if (software.name === 'samlify') it('takes encrypted assertions, and those alone where it wants them', async () => {
            const connection = `${acme.T}/connections/${acme.connection.id}`;
            await daemon.admin('PATCH', connection, { wantAssertionsEncrypted: true });
            try {
                idp.encrypt = true;
                const walked = await signInBySaml({ idp, tenant: acme, person: 'ann' });
                assert.match(decoded(walked.posts.find(({ form }) => form.SAMLResponse)), /EncryptedAssertion/);
                assert.equal(walked.claims.email, 'ann@acme.test');
                idp.encrypt = false;
                const clear = await walkSaml({ tenant: acme });
                assert.equal((await flowOf(acme, clear.page)).reason, 'saml.encryption');
            } finally {
                idp.encrypt = false;
                await daemon.admin('PATCH', connection, { wantAssertionsEncrypted: false });
            }
        });

        if (software.name === 'samlify') it('takes no sign-in that nobody here began', async () => {
            const { walkOn } = await import('./lib/saml_world.mjs');
            const { page } = await walkOn(new Browser(), await idp.unsolicited(undefined, 'https://evil.example/'));
            assert.equal((await flowOf(acme, page)).reason, 'saml.unsolicited');
        });

        if (software.name === 'samlify') it('has the app begin where a sign-in began at the provider', async () => {
            const startAt = 'https://app.example/start';
            await daemon.admin('PATCH', `${acme.T}/apps/${acme.app.id}`, { initiateLoginUri: startAt });
            const stop = (url) => url.startsWith(startAt);
            const landed = async (browser, relayState) =>
                (await browser.follow(await idp.unsolicited(undefined, relayState), { stop })).url;
            idp.person = 'ann';
            const address = `${startAt}?iss=${encodeURIComponent(acme.issuer)}`;
            const browser = new Browser();
            assert.equal(await landed(browser, acme.app.clientId), address);
            assert.equal(await landed(browser, 'https://evil.example/'), address, 'the only app that can be begun so');
            assert.deepEqual(browser.cookies(), [], 'nobody is signed in');
        });

        if (software.name === 'samlify') it('signs in whoever began at the provider, where the connection allows that', async () => {
            const connection = `${acme.T}/connections/${acme.connection.id}`;
            await daemon.admin('PATCH', connection, { allowIdpInitiated: true });
            try {
                idp.person = 'ann';
                const browser = new Browser();
                const stop = (url) => url.startsWith('https://app.example/');
                const message = await idp.unsolicited(undefined, acme.app.clientId);
                assert.match((await browser.follow(message, { stop })).url, /^https:\/\/app\.example\/start/);
                const before = idp.requests.length;
                const { claims } = await signInBySaml({ idp, tenant: acme, browser, parameters: { prompt: 'none' } });
                assert.equal(claims.email, 'ann@acme.test');
                assert.equal(idp.requests.length, before, 'from the session');
                const again = await new Browser().follow(message, { stop });
                assert.equal((await flowOf(acme, again.page)).reason, 'saml.replay');
                const answer = Buffer.from(message.form.SAMLResponse, 'base64').toString('utf8');
                const changed = answer.replaceAll('ann@acme.test', 'bob@acme.test').replaceAll('Ann@acme.test', 'bob@acme.test');
                assert.notEqual(changed, answer);
                const forged = { ...message, form: { ...message.form, SAMLResponse: Buffer.from(changed).toString('base64') } };
                assert.match((await flowOf(acme, (await new Browser().follow(forged, { stop })).page)).reason, /^saml\.signature/);
                await daemon.admin('PATCH', connection, { enabled: false });
                const off = await new Browser().follow(await idp.unsolicited(undefined, acme.app.clientId), { stop });
                assert.equal((await flowOf(acme, off.page)).reason, 'login.connection_disabled');
            } finally {
                await daemon.admin('PATCH', connection, { allowIdpInitiated: false, enabled: true });
            }
        });

        if (software.name === 'samlify') it('ends sessions where the provider says so, and tells it of a sign-out', async () => {
            const browser = new Browser();
            await signInBySaml({ idp, tenant: acme, person: 'cyd', browser });
            const alive = async () => (await daemon.admin('GET', `${acme.T}/sessions?alive=true&limit=500`)).items
                .filter(({ userName, endedAt }) => userName === 'cyd@acme.test' && !endedAt).length;
            assert.equal(await alive(), 1);
            const forged = new URL(idp.logoutRequest({ person: 'cyd' }).url);
            forged.searchParams.set('Signature', Buffer.from('forged').toString('base64'));
            assert.equal((await browser.fetch(forged.href)).status, 400);
            assert.equal(await alive(), 1);
            const { id, url } = idp.logoutRequest({ person: 'cyd' });
            const back = await browser.fetch(url);
            assert.equal(back.status, 303, back.text);
            assert.equal(await alive(), 0);
            assert.match((await browser.fetch(back.location)).text, /signed out/);
            const answer = idp.logouts.at(-1);
            assert.equal(answer.type, 'LogoutResponse');
            assert.match(answer.xml, new RegExp(`InResponseTo="${id}"`));
            assert.equal((await browser.fetch(url)).status, 400, 'once');

            const other = new Browser();
            const { tokens } = await signInBySaml({ idp, tenant: acme, person: 'cyd', browser: other });
            const out = await other.fetch(`${acme.issuer}/oauth2/logout?id_token_hint=${tokens.id_token}`);
            const link = /href="([^"]*SAMLRequest[^"]*)"/.exec(out.text)?.[1].replaceAll('&amp;', '&');
            assert.ok(link, out.text.slice(0, 1500));
            const there = await other.fetch(link);
            assert.equal(there.status, 302);
            assert.equal(idp.logouts.at(-1).type, 'LogoutRequest');
            const done = await other.fetch(there.location);
            assert.equal(done.status, 200);
            assert.match(done.text, /You are signed out/);
        });

        it('passes a level on by its own name, and holds the provider to it', async () => {
            const refeds = 'https://refeds.org/profile/mfa';
            const connection = `${acme.T}/connections/${acme.connection.id}`;
            await daemon.admin('PATCH', connection, { acrMapping: [{ ours: 'mfa', theirs: refeds }] });
            const wanted = { claims: JSON.stringify({ id_token: { acr: { essential: true, values: ['mfa'] } } }) };
            if (software.name === 'samlify') {
                const met = await signInBySaml({ idp, tenant: acme, person: 'ann', parameters: wanted });
                assert.equal(met.claims.acr, 'mfa');
                assert.match(idp.requests.at(-1).xml, /Comparison="exact"/);
                idp.acr = 'urn:oasis:names:tc:SAML:2.0:ac:classes:Password';
            }
            const unmet = await walkSaml({ tenant: acme, parameters: wanted });
            assert.equal(unmet.landed?.searchParams.get('error'), 'unmet_authentication_requirements');
            delete idp.acr;
            await daemon.admin('PATCH', connection, { acrMapping: [] });
        });
    });
}

describe('SAML: what we publish, and presets', () => {
    const kCategory = 'https://refeds.org/category/personalized';
    const fixture = (name) => readFileSync(new URL(`../data/saml/presets/${name}/metadata.xml`, import.meta.url), 'utf8').replace(/^\ufeff/, '');
    const T = '/admin/v1/tenants/acme';
    let daemon;

    before(async () => {
        daemon = await Daemon.start();
        await daemon.admin('POST', '/admin/v1/tenants', { slug: 'acme', name: 'Acme & Söhne', settings: { language: 'de' } });
    });
    after(async () => {
        await daemon?.stop();
    });

    const prove = (xml) => proves(xml, signingCertificate(xml), 'urn:oasis:names:tc:SAML:2.0:metadata:EntityDescriptor');

    it('publishes metadata that is signed and valid, and asks for what the mapping reads', async () => {
        const made = await daemon.admin('POST', `${T}/connections`, {
            name: 'federation', type: 'saml', metadataXml: fixture('shibboleth'), entityCategories: [kCategory],
            mapping: { attributes: [{ target: 'department', source: 'urn:oid:2.5.4.11', required: true }], groups: { source: 'staffGroups' } },
        });
        const xml = await (await fetch(made.saml.entityId)).text();
        assert.deepEqual(problemsOfMetadata(xml), []);
        assert.notDeepEqual(problemsOfMetadata(xml.replace(' index="0" isDefault="true"/>', '/>')), [], 'the schema is looked at');
        assert.ok(prove(xml), 'the signature holds');
        assert.ok(!prove(xml.replace(kCategory, 'https://refeds.org/category/anonymous')), 'and covers the categories');
        assert.match(xml, /<mdui:DisplayName xml:lang="de">Acme &amp; Söhne</);
        assert.match(xml, new RegExp(`entity-category"[^>]*><saml:AttributeValue>${kCategory}<`));
        assert.match(xml, /subject-id:req"[^>]*><saml:AttributeValue>any</);
        assert.equal(xml.match(/<md:KeyDescriptor use="signing">/g).length, 2, 'the key of now and the next one');
        const asked = [...xml.matchAll(/<md:RequestedAttribute ([^>]*)\/>/g)].map(([, rest]) => rest);
        const named = (name) => asked.find((rest) => rest.includes(`Name="${name}"`));
        assert.match(named('urn:oid:2.5.4.11'), /attrname-format:uri".*isRequired="true"/);
        assert.match(named('staffGroups'), /attrname-format:basic".*isRequired="false"/);
        assert.match(named('urn:oid:0.9.2342.19200300.100.1.3'), /isRequired="true"/);
        const valid = new Date(/validUntil="([^"]+)"/.exec(xml)[1]) - Date.now();
        assert.ok(Math.abs(valid - 7 * 86400e3) < 60e3, `${valid}`);
        assert.match(xml, /cacheDuration="PT21600S"/);
    });

    for (const name of ['entra', 'okta', 'google', 'adfs', 'ping', 'onelogin', 'jumpcloud', 'keycloak', 'shibboleth']) {
        it(`connects ${name} by its preset, and recognises it`, async () => {
            const preset = await daemon.admin('GET', `/admin/v1/presets/${name}`);
            const made = await daemon.admin('POST', `${T}/connections`, { name, preset: name, metadataXml: fixture(name) });
            for (const [member, value] of Object.entries(preset.defaults)) assert.deepEqual(made[member], value, member);
            const { ok, steps } = await daemon.admin('POST', `${T}/connections/${made.id}/test`, {});
            assert.ok(ok, JSON.stringify(steps));
            await daemon.admin('POST', `${T}/connections/${made.id}/refresh`, {});
            assert.equal((await daemon.admin('GET', `${T}/connections/${made.id}`)).saml.recognised, name);
            const xml = await (await fetch(made.saml.entityId)).text();
            assert.deepEqual(problemsOfMetadata(xml), []);
            const email = preset.attributes.find(({ target }) => target === 'email').name;
            assert.match(xml, new RegExp(`Name="${email.replace(/[.]/g, '\\.')}"[^>]*isRequired=`));
        });
    }
});

async function walkSamlPost(tenant, browser, post) {
    const { walkOn } = await import('./lib/saml_world.mjs');
    return walkOn(browser, post);
}
