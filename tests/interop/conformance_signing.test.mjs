// SPDX-License-Identifier: Apache-2.0
// Signed requests (RFC 9101) as the OpenID conformance suite asks them of providers of FAPI 2.0, each module by its name without the prefix
// fapi2-security-profile-final-.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { decodeJwt } from 'jose';
import { as, FapiClient, makeKey, refused } from './lib/fapi_client.mjs';
import { makeWorld } from './lib/world.mjs';

const now = () => Math.floor(Date.now() / 1000);

describe('FAPI 2.0, signed requests', () => {
    let world, client;

    before(async () => {
        world = await makeWorld();
        world.idp.person = 'ann';
        client = await FapiClient.of(world, world.tenants.acme, { key: await makeKey('PS256'), requireSignedRequestObject: true });
    });
    after(() => world?.stop());

    const pushed = async (changes, options) => client.pushSigned(await client.requestObject(changes, options));
    const opened = async ({ status, json, text }) => {
        assert.equal(status, 201, text);
        return (await client.open(client.addressOf(json.request_uri))).answer;
    };
    const kInvalid = ['invalid_request', 'invalid_request_object'];

    it('ensure-request-object-with-multiple-aud-succeeds', async () => {
        assert.ok((await opened(await pushed({ aud: ['https://another.example', client.issuer] }))).code);
    });

    it('ensure-request-object-with-nbf-8-seconds-in-the-future-is-accepted', async () => {
        assert.ok((await opened(await pushed({ nbf: now() + 8 }))).code);
    });

    for (const [module, changes] of [
        ['ensure-request-object-without-exp-fails', () => ({ exp: null })],
        ['ensure-request-object-without-nbf-fails', () => ({ nbf: null })],
        ['ensure-expired-request-object-fails', () => ({ nbf: now() - 600, exp: now() - 300 })],
        ['ensure-request-object-with-bad-aud-fails', () => ({ aud: 'https://another.example' })],
        ['ensure-request-object-with-exp-over-60-fails', () => ({ exp: now() + 4200 })],
        ['ensure-request-object-with-nbf-over-60-fails', () => ({ nbf: now() - 4200 })],
        ['ensure-request-object-without-redirect-uri-fails', () => ({ redirect_uri: null })],
        ['par-authorization-request-containing-request_uri', () => ({ request_uri: 'urn:ietf:params:oauth:request_uri:random' })],
    ]) {
        it(`${module}`, async () => refused(await pushed(changes()), ...kInvalid));
    }

    it('ensure-unsigned-request-at-par-endpoint-fails', async () => refused(await client.push({}), ...kInvalid));

    it('ensure-signed-request-object-with-RS256-fails', async () => {
        refused(await pushed({}, { key: await as('RS256', client.key) }), ...kInvalid);
    });

    it('ensure-request-object-signature-algorithm-is-not-none', async () => {
        const header = Buffer.from(JSON.stringify({ alg: 'none', typ: 'oauth-authz-req+jwt' })).toString('base64url');
        const [, claims] = (await client.requestObject()).split('.');
        refused(await client.pushSigned(`${header}.${claims}.`), ...kInvalid);
    });

    it('ensure-request-object-with-invalid-signature-fails', async () => {
        const object = await client.requestObject();
        const at = object.lastIndexOf('.') + 10;
        refused(await client.pushSigned(object.slice(0, at) + (object[at] === 'A' ? 'B' : 'A') + object.slice(at + 1)), ...kInvalid);
    });

    it('ensure-matching-key-in-authorization-request', async () => {
        const other = await FapiClient.of(world, world.tenants.acme);
        refused(await pushed({}, { key: other.key }), ...kInvalid);
    });

    it('ensure-different-nonce-inside-and-outside-request-object', async () => {
        const answer = await opened(await client.pushSigned(await client.requestObject({ nonce: 'inside' }), { nonce: 'outside' }));
        assert.equal(decodeJwt((await client.redeem(answer.code)).json.id_token).nonce, 'inside');
    });

    it('ensure-different-state-inside-and-outside-request-object', async () => {
        const answer = await opened(await client.pushSigned(await client.requestObject({ state: 'inside' }), { state: 'outside' }));
        assert.equal(answer.state, 'inside');
    });

    it('state-only-outside-request-object-not-used', async () => {
        const { json } = await pushed({ state: null });
        const { answer } = await client.open(client.addressOf(json.request_uri, { state: 'outside' }));
        assert.ok(answer.code);
        assert.ok(!('state' in answer));
    });
});
