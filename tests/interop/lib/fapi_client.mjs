// SPDX-License-Identifier: Apache-2.0
// An app of the FAPI 2.0 Security Profile: a key in place of a secret, pushed requests, tokens bound by DPoP.
import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, importJWK, SignJWT } from 'jose';
import { Browser } from './browser.mjs';
import { changed, RelyingParty } from './relying_party.mjs';
import { kRedirect, post } from './world.mjs';

const kAssertion = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
const now = () => Math.floor(Date.now() / 1000);

/** A key with its public JWK. */
export async function makeKey(alg) {
    const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
    return { alg, privateKey, jwk: await exportJWK(publicKey) };
}

/** The same RSA key, to sign with another algorithm. */
export async function as(alg, { privateKey }) {
    const { alg: _, ...jwk } = await exportJWK(privateKey);
    return { alg, privateKey: await importJWK(jwk, alg) };
}

/** An error of the token or PAR endpoint, with the characters that RFC 6749 lets it have. */
export function refused({ status, headers, json, text }, ...errors) {
    assert.ok([400, 401].includes(status), `${status} ${text}`);
    assert.match(headers.get('content-type'), /^application\/json\b/);
    assert.ok(errors.includes(json.error), text);
    assert.match(json.error_description ?? '', /^[\x20-\x21\x23-\x5b\x5d-\x7e]*$/);
}

export class FapiClient extends RelyingParty {
    static async of(world, tenant, members = {}) {
        const key = members.key ?? (await makeKey('ES256'));
        delete members.key;
        const app = await world.daemon.admin('POST', `${tenant.T}/apps`, { name: `fapi-${randomUUID()}`, type: 'web', redirectUris: [kRedirect],
            auth: 'private_key_jwt', jwks: { keys: [{ ...key.jwk, kid: 'app', use: 'sig', alg: key.alg }] }, requirePar: true,
            dpop: 'required', refreshPolicy: 'static_bound', grantTypes: ['authorization_code', 'refresh_token'],
            scopes: ['openid', 'email', 'profile', 'offline_access'], ...members });
        const client = new FapiClient(world, tenant, app);
        Object.assign(client, { key, dpop: await makeKey('ES256') });
        await client.discover();
        return client;
    }

    /** A client assertion; `claims` and `header` take the place of what is right. */
    assertion(claims, { key = this.key, header } = {}) {
        const { clientId } = this.app;
        return new SignJWT(changed({ iss: clientId, sub: clientId, aud: this.issuer, iat: now(), exp: now() + 60, jti: randomUUID() }, claims))
            .setProtectedHeader({ alg: key.alg, kid: 'app', ...header }).sign(key.privateKey);
    }

    /** A proof of possession for one request. */
    proof(method, url, claims, { key = this.dpop, token, header } = {}) {
        const ath = token && createHash('sha256').update(token).digest('base64url');
        return new SignJWT(changed({ htm: method, htu: url, iat: now(), jti: randomUUID(), nonce: this.nonce, ath }, claims))
            .setProtectedHeader({ alg: key.alg, typ: 'dpop+jwt', jwk: key.jwk, ...header }).sign(key.privateKey);
    }

    /** One proven request; when the broker wants its nonce, once more. `proof: null` leaves it out, a function makes another. */
    async post(url, form, { assertion, proof } = {}) {
        const send = async () => post(url, changed({ client_id: this.app.clientId, client_assertion_type: assertion === null ? null : kAssertion,
            client_assertion: assertion === undefined ? await this.assertion() : await assertion?.(), ...form }), {
            headers: proof === null ? {} : { dpop: await (proof ? proof() : this.proof('POST', url)) },
        });
        const first = await send();
        this.nonce = first.headers.get('dpop-nonce') ?? this.nonce;
        return first.json?.error === 'use_dpop_nonce' ? send() : first;
    }

    /** Pushes a request; by default without a proof. */
    push(changes, options = { proof: null }) {
        return this.post(this.metadata.pushed_authorization_request_endpoint, this.request(changes), { proof: null, ...options });
    }

    /** A request as a signed object (RFC 9101). */
    requestObject(changes, { key = this.key, header } = {}) {
        const { clientId } = this.app;
        return new SignJWT(this.request({ iss: clientId, aud: this.issuer, nbf: now(), exp: now() + 300, ...changes }))
            .setProtectedHeader({ alg: key.alg, kid: 'app', typ: 'oauth-authz-req+jwt', ...header }).sign(key.privateKey);
    }

    /** Pushes a signed object, with `beside` in the form. */
    pushSigned(object, beside = {}) {
        return this.post(this.metadata.pushed_authorization_request_endpoint, { request: object, ...beside }, { proof: null });
    }

    /** Pushes and gives the address that is then opened. */
    async pushed(changes, options) {
        const { status, json, text } = await this.push(changes, options);
        if (status !== 201) throw new Error(`not taken: ${status} ${text}`);
        return this.addressOf(json.request_uri);
    }

    addressOf(request_uri, more) {
        return `${this.metadata.authorization_endpoint}?${new URLSearchParams({ client_id: this.app.clientId, request_uri, ...more })}`;
    }

    async code(changes, { browser = new Browser(), push } = {}) {
        const { answer, page } = await this.open(await this.pushed(changes, push), browser);
        if (!answer?.code) throw new Error(`no code: ${JSON.stringify(answer)} ${page?.text.slice(0, 1000)}`);
        return answer.code;
    }

    redeem(code, changes, options) {
        return this.post(this.metadata.token_endpoint,
            changed({ grant_type: 'authorization_code', code, redirect_uri: kRedirect, code_verifier: this.verifier }, changes), options);
    }

    refresh(token, changes, options) {
        return this.post(this.metadata.token_endpoint, changed({ grant_type: 'refresh_token', refresh_token: token }, changes), options);
    }

    /** Userinfo as the protected resource of the tests. */
    async resource(token, { scheme = 'DPoP', proof } = {}) {
        const url = this.metadata.userinfo_endpoint;
        const dpop = proof === null ? undefined : await (proof ? proof() : this.proof('GET', url, {}, { token }));
        const headers = { authorization: `${scheme} ${token}`, ...(dpop ? { dpop } : {}) };
        return (await fetch(url, { headers })).status;
    }
}
