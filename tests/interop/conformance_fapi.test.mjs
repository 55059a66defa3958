// SPDX-License-Identifier: Apache-2.0
// The modules of the OpenID conformance suite for providers of the FAPI 2.0 Security Profile (private_key_jwt, DPoP, plain OpenID Connect),
// each by its name without the prefix fapi2-security-profile-final-.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { calculateJwkThumbprint, decodeJwt, decodeProtectedHeader, exportJWK, generateKeyPair } from 'jose';
import { Browser } from './lib/browser.mjs';
import { as, FapiClient, makeKey, refused } from './lib/fapi_client.mjs';
import { RelyingParty } from './lib/relying_party.mjs';
import { kRedirect, makeWorld, post } from './lib/world.mjs';

const now = () => Math.floor(Date.now() / 1000);

describe('FAPI 2.0 Security Profile', () => {
    let world, acme, client;

    before(async () => {
        world = await makeWorld();
        acme = world.tenants.acme;
        world.idp.person = 'ann';
        client = await FapiClient.of(world, acme);
    });
    after(() => world?.stop());

    /** A whole sign-in: the answer of the token endpoint. */
    async function tokens(changes = {}, who = client) {
        const { status, json, text } = await who.redeem(await who.code(changes));
        assert.equal(status, 200, text);
        return json;
    }

    it('discovery-end-point-verification', async () => {
        for (const address of [`${client.issuer}/.well-known/openid-configuration`,
            `${world.daemon.url}/.well-known/oauth-authorization-server/t/acme`]) {
            const metadata = await (await fetch(address)).json();
            assert.equal(metadata.issuer, client.issuer);
            assert.ok(metadata.response_types_supported.includes('code'));
            assert.equal(metadata.authorization_response_iss_parameter_supported, true);
            assert.ok(metadata.pushed_authorization_request_endpoint);
            assert.ok(metadata.token_endpoint_auth_methods_supported.includes('private_key_jwt'));
            for (const name of ['dpop_signing_alg_values_supported', 'token_endpoint_auth_signing_alg_values_supported']) {
                assert.ok(metadata[name].some((alg) => ['PS256', 'ES256', 'EdDSA'].includes(alg)), name);
                assert.ok(!metadata[name].includes('none') && !metadata[name].some((alg) => alg.startsWith('HS')), name);
            }
            assert.ok(metadata.id_token_signing_alg_values_supported.some((alg) => ['PS256', 'ES256', 'EdDSA'].includes(alg)));
            assert.ok(metadata.code_challenge_methods_supported.includes('S256'));
            assert.equal(typeof (metadata.require_pushed_authorization_requests ?? false), 'boolean');
        }
    });

    it('happy-flow', async () => {
        const other = await FapiClient.of(world, acme, { key: await makeKey('PS256') });
        for (const who of [client, other]) {
            const pushed = await who.push({ scope: 'openid profile' });
            assert.equal(pushed.status, 201);
            assert.ok(pushed.json.expires_in > 0 && pushed.json.expires_in < 600);
            assert.ok(pushed.json.request_uri.split(':').at(-1).length >= 22, 'fewer than 128 bits');
            const { answer } = await who.open(who.addressOf(pushed.json.request_uri));
            assert.equal(answer.iss, who.issuer);
            assert.equal(answer.state, 'state of the app');
            const { status, json } = await who.redeem(answer.code);
            assert.equal(status, 200);
            assert.equal(json.token_type, 'DPoP');
            assert.ok(json.expires_in > 0);
            assert.ok(json.access_token.length >= 22);
            assert.equal(decodeJwt(json.access_token).cnf.jkt, await calculateJwkThumbprint(who.dpop.jwk));
            const id = decodeJwt(json.id_token);
            assert.equal(id.aud, who.app.clientId);
            assert.ok(decodeProtectedHeader(json.id_token).kid);
            assert.ok(['PS256', 'ES256', 'EdDSA'].includes(decodeProtectedHeader(json.id_token).alg));
            assert.equal(await who.resource(json.access_token), 200);
            assert.equal((await fetch(`${who.metadata.userinfo_endpoint}?access_token=${json.access_token}`)).status, 401);
        }
        const { json } = await client.redeem(await client.code());
        assert.equal(await other.resource(json.access_token), 401, 'with the key of another app');
    });

    it('user-rejects-authentication', async () => {
        world.idp.refuse = 'access_denied';
        try {
            const { answer } = await client.open(await client.pushed());
            assert.deepEqual([answer.error, answer.state, answer.iss], ['access_denied', 'state of the app', client.issuer]);
        } finally {
            delete world.idp.refuse;
        }
    });

    it('ensure-authorization-request-without-state-success', async () => {
        const { answer } = await client.open(await client.pushed({ state: null }));
        assert.ok(answer.code);
        assert.ok(!('state' in answer));
    });

    it('ensure-authorization-request-without-nonce-success', async () => {
        assert.ok(!('nonce' in decodeJwt((await tokens({ nonce: null })).id_token)));
    });

    it('ensure-authorization-request-with-64-char-nonce-success', async () => {
        const nonce = 'n'.repeat(64);
        assert.equal(decodeJwt((await tokens({ nonce })).id_token).nonce, nonce);
    });

    it('ensure-authorization-request-with-long-nonce', async () => {
        const nonce = 'n'.repeat(384);
        assert.equal(decodeJwt((await tokens({ nonce })).id_token).nonce, nonce);
    });

    it('ensure-authorization-request-with-long-state', async () => {
        const state = 's'.repeat(1000);
        assert.equal((await client.open(await client.pushed({ state }))).answer.state, state);
    });

    it('ensure-other-scope-order-succeeds', async () => {
        const { access_token } = await tokens({ scope: 'profile email openid' });
        assert.equal(await client.resource(access_token), 200);
    });

    it('test-claims-parameter-identity-claims', async () => {
        const claims = { id_token: { name: { essential: true }, email: null, unknown: null }, userinfo: { family_name: null } };
        const id = decodeJwt((await tokens({ claims: JSON.stringify(claims) })).id_token);
        assert.deepEqual([id.name, id.email, id.unknown, id.family_name], ['Ann Ekholm', 'ann@acme.test', undefined, undefined]);
    });

    it('test-essential-acr-sca-claim', async () => {
        const claims = { id_token: { acr: { essential: true, values: ['urn:openbanking:psd2:sca'] } } };
        const { answer } = await client.open(await client.pushed({ claims: JSON.stringify(claims) }));
        assert.equal(answer.error, 'unmet_authentication_requirements');
        assert.equal(answer.code, undefined);
    });

    it('access-token-type-header-case-sensitivity', async () => {
        const { access_token } = await tokens();
        for (const scheme of ['DPoP', 'dpop', 'DPOP', 'dPoP']) assert.equal(await client.resource(access_token, { scheme }), 200, scheme);
    });

    describe('DPoP', () => {
        const endpoint = () => client.metadata.token_endpoint;
        const withProof = (claims, options) => ({ proof: () => client.proof('POST', endpoint(), claims, options) });

        it('check-dpop-proof-nbf-exp', async () => {
            const { status } = await client.redeem(await client.code(), {}, withProof({ nbf: now() - 5, exp: now() + 60 }));
            assert.equal(status, 200);
        });

        for (const [when, iat] of [['before', -10], ['after', 10]]) {
            it(`ensure-dpopproof-with-iat-10seconds-${when}-succeeds`, async () => {
                const code = await client.code({}, { push: {
                    proof: () => client.proof('POST', client.metadata.pushed_authorization_request_endpoint, { iat: now() + iat }),
                } });
                const { status, json } = await client.redeem(code, {}, { proof: () => client.proof('POST', endpoint(), { iat: now() + iat }) });
                assert.equal(status, 200);
                const token = json.access_token;
                const proof = () => client.proof('GET', client.metadata.userinfo_endpoint, { iat: now() + iat }, { token });
                assert.equal(await client.resource(token, { proof }), 200);
            });
        }

        const thumbprint = async (key) => calculateJwkThumbprint(key.jwk);

        it('ensure-mismatched-dpop-jkt-fails', async () => {
            const dpop_jkt = await thumbprint(await makeKey('ES256'));
            refused(await client.push({ dpop_jkt }, { proof: () => client.proof('POST', client.metadata.pushed_authorization_request_endpoint) }),
                'invalid_request', 'invalid_dpop_proof');
        });

        it('ensure-token-endpoint-fails-with-mismatched-dpop-proof-jkt', async () => {
            const key = await makeKey('ES256');
            const push = { proof: () => client.proof('POST', client.metadata.pushed_authorization_request_endpoint, {}, { key }) };
            refused(await client.redeem(await client.code({}, { push })), 'invalid_grant', 'invalid_dpop_proof');
        });

        it('ensure-token-endpoint-fails-with-mismatched-dpop-jkt', async () => {
            const dpop_jkt = await thumbprint(await makeKey('ES256'));
            refused(await client.redeem(await client.code({ dpop_jkt })), 'invalid_grant', 'invalid_dpop_proof');
        });

        it('ensure-dpopproof-at-par-endpoint-binding-success', async () => {
            const push = { proof: () => client.proof('POST', client.metadata.pushed_authorization_request_endpoint) };
            assert.equal((await client.redeem(await client.code({}, { push }))).status, 200);
        });

        it('ensure-dpop-auth-code-binding-success', async () => {
            const dpop_jkt = await thumbprint(client.dpop);
            const push = { proof: () => client.proof('POST', client.metadata.pushed_authorization_request_endpoint) };
            assert.equal((await client.redeem(await client.code({ dpop_jkt }, { push }))).status, 200);
        });

        it('ensure-holder-of-key-required', async () => {
            refused(await client.redeem(await client.code(), {}, { proof: null }), 'invalid_dpop_proof', 'invalid_request', 'invalid_grant');
        });

        it('dpop-negative-tests', async () => {
            const { access_token: token } = await tokens();
            const url = client.metadata.userinfo_endpoint;
            const other = await makeKey('ES256');
            const secret = { ...other.jwk, d: (await exportJWK((await generateKeyPair('ES256', { extractable: true })).privateKey)).d };
            assert.equal(await client.resource(token, { scheme: 'Bearer', proof: null }), 401, 'as a bearer token');
            assert.equal(await client.resource(token, { scheme: 'Bearer' }), 401, 'as a bearer token with a proof');
            assert.equal(await client.resource(token, { proof: null }), 401, 'without a proof');
            const bad = {
                'another method': [{ htm: 'POST' }], 'another address': [{ htu: `${url}/other` }], 'no method': [{ htm: null }],
                'no address': [{ htu: null }], 'no jti': [{ jti: null }], 'no iat': [{ iat: null }],
                'an hour ahead': [{ iat: now() + 3600 }], 'an hour ago': [{ iat: now() - 3600 }],
                'no ath': [{ ath: null }], 'the hash of another token': [{ ath: 'fUHyO2r2Z3DZ53EsNrWBb0xWXoaNy59IiKCAqksmQEo' }],
                'another key': [{}, { key: other }], 'a private key in it': [{}, { header: { jwk: secret } }],
                'a key that did not sign': [{}, { header: { jwk: other.jwk } }], 'no key': [{}, { header: { jwk: undefined } }],
                'another typ': [{}, { header: { typ: 'JWT' } }], 'a nonce of nobody': [{ nonce: 'nobody' }],
            };
            for (const [what, [claims, options]] of Object.entries(bad)) {
                assert.equal(await client.resource(token, { proof: () => client.proof('GET', url, claims, { token, ...options }) }), 401, what);
            }
            const once = await client.proof('GET', url, { jti: randomUUID() }, { token });
            assert.equal(await client.resource(token, { proof: () => once }), 200);
            assert.equal(await client.resource(token, { proof: () => once }), 401, 'the same proof again');
            assert.equal(await client.resource(token), 200);
        });
    });

    describe('the authorization request', () => {
        it('ensure-unsigned-authorization-request-without-using-par-fails', async () => {
            const { answer } = await client.open(client.address());
            assert.equal(answer.error, 'invalid_request');
            assert.equal(answer.code, undefined);
        });

        it('ensure-registered-redirect-uri', async () => {
            refused(await client.push({ redirect_uri: 'https://app.example/elsewhere' }), 'invalid_request');
        });

        it('plain-fapi-tolerate-unregistered-redirect-uri: refused, as RFC 9126 lets us', async () => {
            refused(await client.push({ redirect_uri: `${kRedirect}/dummy1/dummy2` }), 'invalid_request');
        });

        it('ensure-redirect-uri-in-authorization-request', async () => {
            refused(await client.push({ redirect_uri: null }), 'invalid_request');
        });

        for (const [module, response_type] of [['code-idtoken', 'code id_token'], ['token', 'token']]) {
            it(`ensure-response-type-${module}-fails`, async () => {
                refused(await client.push({ response_type }), 'unsupported_response_type');
            });
        }

        it('par-ensure-pkce-required', async () => {
            refused(await client.push({ code_challenge: null, code_challenge_method: null }), 'invalid_request');
        });

        it('par-plain-pkce-rejected', async () => {
            refused(await client.push({ code_challenge: client.verifier, code_challenge_method: 'plain' }), 'invalid_request');
            refused(await client.push({ code_challenge: client.verifier, code_challenge_method: null }), 'invalid_request');
        });

        it('par-without-duplicate-parameters', async () => {
            const address = await client.pushed();
            assert.deepEqual([...new URL(address).searchParams.keys()].sort(), ['client_id', 'request_uri']);
            assert.ok((await client.open(address)).answer.code);
        });

        it('par-ensure-reused-request-uri-prior-to-auth-completion-succeeds', async () => {
            const address = await client.pushed();
            const browser = new Browser();
            const first = await browser.follow(address, { click: false, stop: (url) => url.startsWith(world.idp.issuer) });
            assert.ok(first.url.startsWith(world.idp.issuer));
            assert.ok((await client.open(address, browser)).answer.code);
        });

        it('par-attempt-reuse-request_uri', async () => {
            const address = await client.pushed();
            const browser = new Browser();
            assert.ok((await client.open(address, browser)).answer.code);
            const again = await client.open(address, browser);
            assert.equal(again.answer, null);
            assert.equal(again.page.status, 400);
        });

        it('par-attempt-to-use-request_uri-for-different-client', async () => {
            const other = await FapiClient.of(world, acme);
            const { json } = await client.push();
            const { answer, page } = await other.open(other.addressOf(json.request_uri));
            assert.equal(answer, null);
            assert.equal(page.status, 400);
        });

        it('par-authorization-request-containing-request_uri-form-param', async () => {
            refused(await client.push({ request_uri: `urn:ietf:params:oauth:request_uri:${randomUUID()}` }), 'invalid_request');
        });

        it('par-attempt-invalid-http-method', async () => {
            const url = client.metadata.pushed_authorization_request_endpoint;
            for (const method of ['GET', 'PUT', 'DELETE']) assert.equal((await fetch(url, { method })).status, 405, method);
        });
    });

    describe('the token endpoint', () => {
        it('ensure-pkce-code-verifier-required', async () => {
            refused(await client.redeem(await client.code(), { code_verifier: null }), 'invalid_grant');
        });

        it('incorrect-pkce-code-verifier-rejected', async () => {
            refused(await client.redeem(await client.code(), { code_verifier: 'x'.repeat(43) }), 'invalid_grant');
        });

        it('ensure-client-id-in-token-endpoint', async () => {
            refused(await client.redeem(await client.code(), { client_id: 'another' }), 'invalid_client', 'invalid_grant');
        });

        it('ensure-authorization-code-is-bound-to-client', async () => {
            const other = await FapiClient.of(world, acme);
            Object.assign(other, { dpop: client.dpop, nonce: client.nonce });
            refused(await other.redeem(await client.code(), { code_verifier: client.verifier }), 'invalid_grant');
        });

        it('attempt-reuse-authorization-code-after-one-second', async () => {
            const code = await client.code();
            const first = await client.redeem(code);
            assert.equal(first.status, 200);
            await new Promise((resolve) => setTimeout(resolve, 1000));
            refused(await client.redeem(code), 'invalid_grant');
            assert.equal(await client.resource(first.json.access_token), 401, 'what came of it is revoked');
        });

        it('refresh-token', async () => {
            const first = await tokens({ scope: 'openid offline_access' });
            assert.ok(first.refresh_token.length >= 22);
            assert.match(first.refresh_token, /^[\x20-\x7e]+$/);
            const next = await client.refresh(first.refresh_token);
            assert.equal(next.status, 200, next.text);
            assert.equal(await client.resource(next.json.access_token), 200);
            const token = next.json.refresh_token ?? first.refresh_token;
            assert.equal(token, first.refresh_token, 'it is bound to a key that has to be proven, so it stays');
            const other = await FapiClient.of(world, acme);
            refused(await other.refresh(token), 'invalid_grant');
            refused(await client.refresh(token, {}, { assertion: null }), 'invalid_client');
            refused(await client.refresh(token, {}, { proof: null }), 'invalid_dpop_proof', 'invalid_request');
            assert.equal((await client.refresh(token)).status, 200, 'none of that has ended it');
        });
    });

    describe('client assertions', () => {
        const by = (claims, options) => ({ assertion: () => client.assertion(claims, options) });
        const redeemBy = async (claims, options) => client.redeem(await client.code(), {}, by(claims, options));

        it('ensure-client-assertion-in-token-endpoint', async () => {
            refused(await client.redeem(await client.code(), {}, { assertion: null }), 'invalid_client');
        });

        it('ensure-signed-client-assertion-with-RS256-fails', async () => {
            const other = await FapiClient.of(world, acme, { key: await makeKey('PS256') });
            assert.equal((await other.push()).status, 201);
            const key = await as('RS256', other.key);
            refused(await other.push({}, { assertion: () => other.assertion({}, { key }) }), 'invalid_client');
        });

        it('ensure-client-assertion-with-exp-is-5-minutes-in-past-fails', async () => {
            refused(await redeemBy({ iat: now() - 600, exp: now() - 300 }), 'invalid_client');
        });

        it('ensure-client-assertion-with-wrong-aud-fails', async () => {
            refused(await redeemBy({ aud: 'https://another.example' }), 'invalid_client');
        });

        it('ensure-client-assertion-with-no-sub-fails', async () => {
            refused(await redeemBy({ sub: null }), 'invalid_client');
        });

        it('par-test-array-as-audience-fails', async () => {
            refused(await client.push({}, by({ aud: [client.issuer] })), 'invalid_client');
            refused(await client.push({}, by({ aud: [client.issuer, client.metadata.token_endpoint] })), 'invalid_client');
        });

        for (const [module, endpoint] of [['par', 'pushed_authorization_request_endpoint'], ['token', 'token_endpoint']]) {
            it(`par-test-${module}-endpoint-url-as-audience-fails`, async () => {
                refused(await client.push({}, by({ aud: client.metadata[endpoint] })), 'invalid_client');
            });
        }

        it('par-ensure-jwt-client-assertions-nbf-8-seconds-in-the-future-is-accepted', async () => {
            assert.equal((await client.push({}, by({ nbf: now() + 8, iat: now() + 8 }))).status, 201);
        });

        it('par-ensure-jwt-client-assertions-nbf-over-60-seconds-in-the-future-fails', async () => {
            refused(await client.push({}, by({ nbf: now() + 70, iat: now() + 70, exp: now() + 120 })), 'invalid_client');
        });
    });

    it('an app of another kind keeps its ways beside it', async () => {
        const rp = await RelyingParty.of(world, acme);
        assert.equal((await rp.redeem(await rp.code())).status, 200);
        const bare = await post(rp.metadata.pushed_authorization_request_endpoint, rp.request(), { basic: rp.basic() });
        assert.equal(bare.status, 201);
    });
});
