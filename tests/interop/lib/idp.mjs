// SPDX-License-Identifier: Apache-2.0
// The customer's identity provider: npm's oidc-provider in this process. Whoever `person` names signs in without being asked.
import { randomBytes } from 'node:crypto';
import http from 'node:http';
import Provider from 'oidc-provider';
import { exportJWK, generateKeyPair } from 'jose';

export class Idp {
    /** people: {subject: claims}. `alg` signs the ID tokens. */
    static async start({ people, alg = 'RS256' } = {}) {
        const idp = new Idp();
        idp.people = people;
        idp.person = Object.keys(people)[0];
        idp.alg = alg;
        idp.requests = []; // {path, query, headers}: what the broker and the browser asked for
        const { privateKey } = await generateKeyPair(alg, { extractable: true });
        idp.jwk = { ...(await exportJWK(privateKey)), alg, use: 'sig', kid: 'idp-1' };
        idp.server = http.createServer((request, response) => idp.#handle(request, response));
        await new Promise((resolve) => idp.server.listen(0, '127.0.0.1', resolve));
        idp.issuer = `http://127.0.0.1:${idp.server.address().port}`;
        return idp;
    }

    /** Registers the broker: one client for each connection. Call after the connections exist. */
    register(clients) {
        const provider = new Provider(this.issuer, {
            clients: clients.map((client) => ({
                grant_types: ['authorization_code'], response_types: ['code'], id_token_signed_response_alg: this.alg, ...client,
            })),
            jwks: { keys: [this.jwk] },
            cookies: { keys: ['interop'] },
            claims: {
                openid: ['sub', 'amr', 'session_expiry'],
                email: ['email', 'email_verified'],
                profile: ['name', 'given_name', 'family_name', 'groups', 'org'],
            },
            conformIdTokenClaims: this.conformIdTokenClaims ?? false,
            acrValues: ['urn:example:level1', 'urn:example:level2'],
            pkce: { required: () => true },
            features: {
                devInteractions: { enabled: false },
                dPoP: { enabled: this.dpop ?? false, nonceSecret: randomBytes(32), requireNonce: () => true },
            },
            interactions: { url: (context, interaction) => `/interaction/${interaction.uid}` },
            findAccount: (context, id) => ({ accountId: id, claims: () => ({ sub: id, session_expiry: this.sessionExpiry, ...this.people[id] }) }),
            loadExistingGrant: async (context) => {
                const { client, session } = context.oidc;
                const grant = new context.oidc.provider.Grant({ clientId: client.clientId, accountId: session.accountId });
                grant.addOIDCScope('openid email profile');
                await grant.save();
                return grant;
            },
            ttl: { AccessToken: 600, AuthorizationCode: 60, IdToken: 600, Interaction: 600, Session: 3600, Grant: 3600 },
        });
        this.provider = provider;
        this.callback = provider.callback();
    }

    #handle(request, response) {
        const url = new URL(request.url, this.issuer);
        this.requests.push({ path: url.pathname, query: Object.fromEntries(url.searchParams), headers: request.headers });
        if (this.requests.length > 1000) this.requests.splice(0, 500);
        if (!this.callback) {
            response.writeHead(503).end();
        } else if (url.pathname.startsWith('/interaction/')) {
            this.#finish(request, response).catch((error) => response.writeHead(500).end(String(error)));
        } else {
            this.callback(request, response);
        }
    }

    async #finish(request, response) {
        const result = this.refuse
            ? { error: this.refuse, error_description: 'the person said no' }
            : { login: { accountId: this.person, acr: this.acr, amr: this.amr ?? ['pwd'] } };
        await this.provider.interactionFinished(request, response, result);
    }

    /** The last authorization request that reached it. */
    lastAuthorize() {
        return this.requests.filter(({ path }) => path === '/auth').at(-1)?.query;
    }

    stop() {
        this.server.closeAllConnections();
        return new Promise((resolve) => this.server.close(resolve));
    }
}
