// SPDX-License-Identifier: Apache-2.0
// openid-client with a client certificate (RFC 8705): it finds the address that asks for one in the metadata, proves itself by it,
// and gets tokens that are worth nothing without it. The certificates are made by openssl.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import https from 'node:https';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import * as client from 'openid-client';
import { freePort } from './lib/daemon.mjs';
import { makeWorld } from './lib/world.mjs';

/** fetch over a connection with this certificate, where the address is https. */
const fetchWith = (tls) => (url, options = {}) => {
    if (!String(url).startsWith('https:')) return fetch(url, options);
    return new Promise((resolve, reject) => {
        const body = options.body === undefined || options.body === null ? undefined : String(options.body);
        const headers = Object.fromEntries(new Headers(options.headers));
        const request = https.request(url, { ...tls, method: options.method, headers, agent: false }, (response) => {
            const chunks = [];
            response.on('data', (chunk) => chunks.push(chunk));
            response.on('end', () => resolve(new Response(Buffer.concat(chunks),
                { status: response.statusCode, headers: response.headers })));
        });
        request.on('error', reject);
        request.end(body);
    });
};

describe('openid-client with a client certificate', () => {
    let folder, world, acme, ca, issuer;
    const at = (name) => path.join(folder, name);
    const openssl = (...args) => execFileSync('openssl', args, { stdio: ['ignore', 'pipe', 'pipe'] });

    /** A key and a certificate, signed by the authority or by itself. */
    function certificate(name, subject, { extensions = '', selfSigned = false } = {}) {
        writeFileSync(at(`${name}.ext`), `basicConstraints=CA:FALSE\n${extensions}\n`);
        openssl('req', '-new', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', at(`${name}.key`),
            '-out', at(`${name}.csr`), '-subj', subject);
        const signer = selfSigned ? ['-signkey', at(`${name}.key`)] : ['-CA', at('ca.pem'), '-CAkey', at('ca.key'), '-CAcreateserial'];
        openssl('x509', '-req', '-in', at(`${name}.csr`), ...signer, '-days', '2', '-extfile', at(`${name}.ext`), '-out', at(`${name}.pem`));
        return { cert: readFileSync(at(`${name}.pem`)), key: readFileSync(at(`${name}.key`)), ca };
    }

    before(async () => {
        folder = mkdtempSync(path.join(os.tmpdir(), 'gatehouse-mtls-'));
        openssl('req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', at('ca.key'), '-out', at('ca.pem'),
            '-subj', '/CN=Interop Authority', '-days', '2');
        ca = readFileSync(at('ca.pem'));
        certificate('server', '/CN=server', { extensions: 'subjectAltName=DNS:localhost,IP:127.0.0.1' });
        world = await makeWorld({ daemonArgs: ['--mtls-listen', `127.0.0.1:${await freePort()}`, '--mtls-cert', at('server.pem'),
            '--mtls-key', at('server.key'), '--client-ca', at('ca.pem')] });
        acme = world.tenants.acme;
        issuer = acme.issuer;
    });
    after(async () => {
        await world?.stop();
        rmSync(folder, { recursive: true, force: true });
    });

    const service = (name, more) => world.daemon.admin('POST', `${acme.T}/apps`, {
        name, type: 'service', redirectUris: [], grantTypes: ['client_credentials'], scopes: ['orders'],
        tlsClientCertificateBoundAccessTokens: 'required', ...more,
    });
    const configured = (app, tls) => client.discovery(new URL(issuer), app.clientId,
        { use_mtls_endpoint_aliases: true }, client.TlsClientAuth(),
        { execute: [client.allowInsecureRequests], [client.customFetch]: fetchWith(tls) });

    it('proves itself by the name in a certificate of the authority, and its tokens are bound to that', async () => {
        const app = await service('worker', { auth: 'tls_client_auth', tlsClientAuthSubjectDn: 'CN=worker,O=Contoso' });
        const tls = certificate('worker', '/O=Contoso/CN=worker', { extensions: 'extendedKeyUsage=clientAuth' });
        const config = await configured(app, tls);
        assert.match(config.serverMetadata().mtls_endpoint_aliases.token_endpoint, /^https:/);
        const tokens = await client.clientCredentialsGrant(config, { scope: 'orders' });
        assert.equal(tokens.token_type, 'bearer');
        const about = await client.tokenIntrospection(config, tokens.access_token);
        assert.equal(about.active, true);
        assert.match(about.cnf['x5t#S256'], /^[\w-]{43}$/);
    });
    it('is refused with another name, for servers, or signed by itself', async () => {
        const app = await service('worker', { auth: 'tls_client_auth', tlsClientAuthSubjectDn: 'CN=worker,O=Contoso' });
        for (const tls of [
            certificate('other', '/O=Contoso/CN=other'),
            certificate('forservers', '/O=Contoso/CN=worker', { extensions: 'extendedKeyUsage=serverAuth' }),
            certificate('own', '/O=Contoso/CN=worker', { selfSigned: true }),
        ]) {
            const config = await configured(app, tls);
            await assert.rejects(client.clientCredentialsGrant(config, {}), (error) => error.cause?.error === 'invalid_client' || error.error === 'invalid_client');
        }
    });
    it('proves itself by a certificate that it has published', async () => {
        const tls = certificate('published', '/CN=published', { selfSigned: true });
        const der = openssl('x509', '-in', at('published.pem'), '-outform', 'DER').toString('base64');
        const jwk = await crypto.subtle.exportKey('jwk', (await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign'])).publicKey);
        const app = await service('published', { auth: 'self_signed_tls_client_auth',
            jwks: { keys: [{ kty: jwk.kty, crv: jwk.crv, x: jwk.x, y: jwk.y, x5c: [der] }] } });
        const tokens = await client.clientCredentialsGrant(await configured(app, tls), {});
        assert.ok(tokens.access_token);
        const stranger = certificate('stranger', '/CN=published', { selfSigned: true });
        await assert.rejects(client.clientCredentialsGrant(await configured(app, stranger), {}));
    });
});
