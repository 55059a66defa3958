// SPDX-License-Identifier: Apache-2.0
// The modules of the OpenID conformance suite's plans "config" and "basic" for providers, each by its name, and "form_post". Which test
// holds which module is in docs/conformance.md.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { Browser, forms } from './lib/browser.mjs';
import { RelyingParty } from './lib/relying_party.mjs';
import { kRedirect, makeWorld, post } from './lib/world.mjs';

const kUrl = /^https?:\/\/[^\s#]+$/;

describe('OpenID Connect provider, config and basic', () => {
    let world, rp;

    before(async () => {
        world = await makeWorld();
        world.idp.person = 'ann';
        rp = await RelyingParty.of(world, world.tenants.acme);
    });
    after(() => world?.stop());

    const asksTheProvider = (visited) => visited.some((url) => url.startsWith(`${world.idp.issuer}/auth`));
    const seconds = () => Math.floor(Date.now() / 1000);

    it('oidcc-discovery-endpoint-verification', async () => {
        const response = await fetch(`${rp.issuer}/.well-known/openid-configuration`);
        assert.equal(response.status, 200);
        assert.match(response.headers.get('content-type'), /^application\/json\b/);
        const metadata = await response.json();
        assert.equal(metadata.issuer, rp.issuer);
        for (const [name, value] of Object.entries(metadata)) {
            if (/_endpoint$|_uri$/.test(name)) assert.match(value, kUrl, name);
            if (/_supported$|_locales$/.test(name)) assert.ok(Array.isArray(value) || typeof value === 'boolean', name);
            if (Array.isArray(value)) assert.ok(value.length > 0 && value.every((one) => typeof one === 'string'), name);
        }
        for (const name of ['authorization_endpoint', 'token_endpoint', 'userinfo_endpoint', 'jwks_uri', 'end_session_endpoint']) {
            assert.ok(metadata[name], name);
        }
        assert.deepEqual(metadata.response_types_supported, ['code']);
        assert.ok(metadata.grant_types_supported.includes('authorization_code'));
        assert.ok(metadata.subject_types_supported.includes('public'));
        assert.ok(metadata.scopes_supported.includes('openid'));
        assert.ok(metadata.scopes_supported.every((scope) => /^[\x21\x23-\x5b\x5d-\x7e]+$/.test(scope)));
        assert.ok(metadata.ui_locales_supported.every((tag) => Intl.getCanonicalLocales(tag)[0] === tag));
        assert.deepEqual(metadata.code_challenge_methods_supported, ['S256']);
        assert.equal(metadata.claims_parameter_supported, true);
        assert.equal(metadata.request_uri_parameter_supported, false);
        assert.ok(metadata.request_object_signing_alg_values_supported.includes('RS256'));
        const { keys } = await (await fetch(metadata.jwks_uri)).json();
        assert.ok(keys.length > 0);
        assert.equal(new Set(keys.map(({ kid }) => kid)).size, keys.length);
        for (const key of keys) assert.ok(!('d' in key) && !('p' in key) && !('k' in key), 'a private key is published');
    });

    it('oidcc-server', async () => {
        const before = seconds();
        const { tokens, claims } = await rp.signIn();
        assert.equal(tokens.token_type.toLowerCase(), 'bearer');
        assert.ok(tokens.expires_in > 0);
        assert.equal(claims.iss, rp.issuer);
        assert.equal(claims.aud, rp.app.clientId);
        assert.equal(claims.nonce, 'nonce of the app');
        assert.ok(claims.sub && claims.sub.length <= 255);
        assert.ok(claims.iat >= before && claims.iat <= seconds() && claims.exp > seconds());
        assert.ok(decodeProtectedHeader(tokens.id_token).kid);
        for (const name of ['name', 'given_name', 'email', 'groups']) assert.ok(!(name in claims), `${name} was not asked for`);
        const { status, json } = await rp.userinfo(tokens.access_token);
        assert.equal(status, 200);
        assert.equal(json.sub, claims.sub);
        const code = await rp.code();
        assert.ok(code.length >= 22, 'fewer than 128 bits');
        const second = await rp.code();
        assert.notEqual(code, second);
    });

    it('oidcc-response-type-missing', async () => {
        const { answer } = await rp.ask({ response_type: null });
        assert.equal(answer.error, 'invalid_request');
        assert.equal(answer.state, 'state of the app');
        assert.equal(answer.iss, rp.issuer);
        assert.equal(answer.code, undefined);
    });

    it('oidcc-idtoken-unsigned: never', async () => {
        assert.ok(!rp.metadata.id_token_signing_alg_values_supported.includes('none'));
        const { tokens } = await rp.signIn();
        assert.notEqual(decodeProtectedHeader(tokens.id_token).alg, 'none');
        assert.ok(tokens.id_token.split('.')[2].length > 0);
    });

    it('oidcc-userinfo-get', async () => {
        const { tokens, claims } = await rp.signIn({ scope: 'openid profile' });
        const { status, headers, json } = await rp.userinfo(tokens.access_token);
        assert.equal(status, 200);
        assert.match(headers.get('content-type'), /^application\/json\b/);
        assert.equal(json.sub, claims.sub);
        assert.equal(json.name, 'Ann Ekholm');
    });

    it('oidcc-userinfo-post-header', async () => {
        const { tokens, claims } = await rp.signIn();
        const { status, json } = await rp.userinfo(tokens.access_token, { method: 'POST' });
        assert.equal(status, 200);
        assert.equal(json.sub, claims.sub);
    });

    it('oidcc-userinfo-post-body', async () => {
        const { tokens, claims } = await rp.signIn();
        const body = new URLSearchParams({ access_token: tokens.access_token });
        const { status, json } = await rp.userinfo('', { method: 'POST', headers: {}, body });
        assert.equal(status, 200);
        assert.equal(json.sub, claims.sub);
        const inQuery = await fetch(`${rp.metadata.userinfo_endpoint}?${body}`);
        assert.equal(inQuery.status, 401, 'a token in an address is in logs');
    });

    it('oidcc-ensure-request-without-nonce-succeeds-for-code-flow', async () => {
        const { claims } = await rp.signIn({ nonce: null });
        assert.ok(!('nonce' in claims));
    });

    it('oidcc-scope-profile', async () => {
        const { tokens } = await rp.signIn({ scope: 'openid profile' });
        const { json } = await rp.userinfo(tokens.access_token);
        assert.equal(json.given_name, 'Ann');
        assert.equal(json.family_name, 'Ekholm');
        assert.ok(!('email' in json));
    });

    it('oidcc-scope-email', async () => {
        const { tokens } = await rp.signIn({ scope: 'openid email' });
        const { json } = await rp.userinfo(tokens.access_token);
        assert.equal(json.email, 'ann@acme.test');
        assert.equal(json.email_verified, true);
        assert.ok(!('name' in json));
    });

    for (const scope of ['address', 'phone']) {
        it(`oidcc-scope-${scope}`, async () => {
            const { tokens } = await rp.signIn({ scope: `openid ${scope}` });
            assert.ok(!rp.metadata.scopes_supported.includes(scope), 'it is not said to be supported, and left out');
            assert.ok(!decodeJwt(tokens.access_token).scope.includes(scope));
            assert.equal((await rp.userinfo(tokens.access_token)).status, 200);
        });
    }

    it('oidcc-scope-all', async () => {
        const { tokens } = await rp.signIn({ scope: 'openid email phone address profile' });
        const { json } = await rp.userinfo(tokens.access_token);
        assert.equal(json.name, 'Ann Ekholm');
        assert.equal(json.email, 'ann@acme.test');
    });

    it('oidcc-alternate-happy-flow: the order of anything means nothing', async () => {
        const backwards = Object.fromEntries(Object.entries(rp.request({ scope: 'profile email openid' })).reverse());
        const address = `${rp.metadata.authorization_endpoint}?${new URLSearchParams(backwards)}`;
        const { answer } = await rp.open(address);
        const { json } = await rp.redeem(answer.code);
        assert.equal((await rp.userinfo(json.access_token)).json.name, 'Ann Ekholm');
    });

    for (const display of ['page', 'popup']) {
        it(`oidcc-display-${display}`, async () => {
            assert.ok((await rp.signIn({ display })).claims.sub);
        });
    }

    it('oidcc-prompt-login', async () => {
        const browser = new Browser();
        const first = await rp.signIn({}, { browser });
        await new Promise((resolve) => setTimeout(resolve, 1000)); // auth_time is told in seconds
        const { answer, visited } = await rp.ask({ prompt: 'login' }, { browser });
        assert.ok(asksTheProvider(visited));
        assert.equal(world.idp.lastAuthorize().prompt, 'login');
        const second = decodeJwt((await rp.redeem(answer.code)).json.id_token);
        assert.equal(second.sub, first.claims.sub);
        assert.ok(second.auth_time > first.claims.auth_time);
    });

    it('oidcc-prompt-none-not-logged-in', async () => {
        const { answer, visited } = await rp.ask({ prompt: 'none' });
        assert.equal(answer.error, 'login_required');
        assert.equal(answer.state, 'state of the app');
        assert.equal(answer.iss, rp.issuer);
        assert.ok(!asksTheProvider(visited));
    });

    it('oidcc-prompt-none-logged-in', async () => {
        const first = await rp.signIn();
        const { answer, visited } = await rp.ask({ prompt: 'none' }, { browser: first.browser });
        assert.ok(!asksTheProvider(visited));
        const second = decodeJwt((await rp.redeem(answer.code)).json.id_token);
        assert.deepEqual([second.sub, second.auth_time], [first.claims.sub, first.claims.auth_time]);
    });

    it('oidcc-max-age-1', async () => {
        const first = await rp.signIn();
        await new Promise((resolve) => setTimeout(resolve, 2100));
        const { answer, visited } = await rp.ask({ max_age: '1' }, { browser: first.browser });
        assert.ok(asksTheProvider(visited));
        const second = decodeJwt((await rp.redeem(answer.code)).json.id_token);
        assert.ok(second.auth_time > first.claims.auth_time);
        assert.ok(seconds() - second.auth_time <= 2);
    });

    it('oidcc-max-age-10000', async () => {
        const first = await rp.signIn({ max_age: '15000' });
        assert.ok(first.claims.auth_time);
        const { answer, visited } = await rp.ask({ max_age: '10000' }, { browser: first.browser });
        assert.ok(!asksTheProvider(visited));
        const second = decodeJwt((await rp.redeem(answer.code)).json.id_token);
        assert.deepEqual([second.sub, second.auth_time], [first.claims.sub, first.claims.auth_time]);
    });

    it('oidcc-ensure-request-with-unknown-parameter-succeeds', async () => {
        assert.ok((await rp.signIn({ extra: 'foobar' })).claims.sub);
    });

    it('oidcc-id-token-hint', async () => {
        const first = await rp.signIn();
        const { answer, visited } = await rp.ask({ prompt: 'none', id_token_hint: first.tokens.id_token }, { browser: first.browser });
        assert.ok(!asksTheProvider(visited));
        const second = decodeJwt((await rp.redeem(answer.code)).json.id_token);
        assert.deepEqual([second.sub, second.auth_time], [first.claims.sub, first.claims.auth_time]);
    });

    it('oidcc-login-hint', async () => {
        assert.ok((await rp.signIn({ login_hint: 'ann@acme.test' })).claims.sub);
        assert.equal(world.idp.lastAuthorize().login_hint, 'ann@acme.test');
        assert.ok((await rp.signIn({ login_hint: 'buffy@nowhere.test' })).claims.sub);
    });

    it('oidcc-ui-locales', async () => {
        for (const ui_locales of ['de', 'se', 'fr-CA fr en']) assert.ok((await rp.signIn({ ui_locales })).claims.sub, ui_locales);
        const { page } = await new Browser().follow(rp.address({ ui_locales: 'se de', connection: 'nowhere' }), { click: false });
        assert.match(page.text, /<html lang="de"/);
    });

    it('oidcc-claims-locales', async () => {
        assert.ok((await rp.signIn({ claims_locales: 'se' })).claims.sub);
    });

    it('oidcc-ensure-request-with-acr-values-succeeds', async () => {
        world.idp.acr = 'urn:example:level2';
        try {
            const { claims } = await rp.signIn({ acr_values: 'urn:example:level2 urn:example:level1' });
            assert.equal(claims.acr, 'urn:example:level2');
        } finally {
            delete world.idp.acr;
        }
    });

    it('oidcc-codereuse', async () => {
        const code = await rp.code();
        const first = await rp.redeem(code);
        assert.equal(first.status, 200);
        const second = await rp.redeem(code);
        assert.deepEqual([second.status, second.json.error], [400, 'invalid_grant']);
        assert.equal((await rp.userinfo(first.json.access_token)).status, 401, 'what came of it is revoked');
    });

    it('oidcc-ensure-registered-redirect-uri', async () => {
        for (const redirect_uri of [`${kRedirect}/more`, `${kRedirect}?a=b`, kRedirect.slice(0, -1), 'https://evil.example/', null]) {
            const { answer, page, visited } = await rp.ask({ redirect_uri });
            assert.equal(answer, null, String(redirect_uri));
            assert.equal(page.status, 400);
            assert.equal(visited.length, 1);
            assert.ok(!page.headers.get('location'));
        }
    });

    it('oidcc-ensure-post-request-succeeds', async () => {
        const { answer } = await rp.ask({}, { method: 'POST' });
        assert.equal(answer.state, 'state of the app');
        assert.equal((await rp.redeem(answer.code)).status, 200);
    });

    it('oidcc-server-client-secret-post', async () => {
        const other = await rp.another({ auth: 'client_secret_post' });
        const secret = { client_id: other.app.clientId, client_secret: other.app.clientSecret };
        assert.equal((await other.redeem(await other.code(), secret, {})).status, 200);
        const wrong = await other.redeem(await other.code(), { ...secret, client_secret: 'wrong' }, {});
        assert.equal(wrong.json.error, 'invalid_client');
        assert.ok([400, 401].includes(wrong.status));
    });

    it('oidcc-request-uri-unsigned-supported-correctly-or-rejected-as-unsupported', async () => {
        const { answer } = await rp.ask({ request_uri: 'https://app.example/request.jwt' });
        assert.equal(answer.error, 'request_uri_not_supported');
    });

    const unsigned = (claims) => [{ alg: 'none', typ: 'oauth-authz-req+jwt' }, claims]
        .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.') + '.';

    it('oidcc-unsigned-request-object-supported-correctly-or-rejected-as-unsupported', async () => {
        assert.ok(!rp.metadata.request_object_signing_alg_values_supported.includes('none'));
        const { answer } = await rp.ask({ request: unsigned(rp.request()) });
        assert.ok(['invalid_request_object', 'request_not_supported'].includes(answer.error), answer.error);
        assert.equal(answer.code, undefined);
    });

    it('oidcc-ensure-request-object-with-redirect-uri', async () => {
        const { answer, page } = await rp.ask({ request: unsigned(rp.request()), redirect_uri: 'https://evil.example/' });
        assert.equal(answer, null);
        assert.equal(page.status, 400);
    });

    it('oidcc-claims-essential', async () => {
        const claims = JSON.stringify({ userinfo: { name: { essential: true } } });
        const { tokens, claims: said } = await rp.signIn({ claims });
        assert.equal((await rp.userinfo(tokens.access_token)).json.name, 'Ann Ekholm');
        assert.ok(!('name' in said));
        const inToken = await rp.signIn({ claims: JSON.stringify({ id_token: { name: { essential: true } } }) });
        assert.equal(inToken.claims.name, 'Ann Ekholm');
    });

    it('oidcc-refresh-token', async () => {
        const { tokens, claims } = await rp.signIn({ scope: 'openid offline_access' });
        const next = await rp.refresh(tokens.refresh_token);
        assert.equal(next.status, 200);
        assert.equal((await rp.userinfo(next.json.access_token)).status, 200);
        const again = decodeJwt(next.json.id_token);
        assert.deepEqual([again.iss, again.sub, again.aud, again.auth_time], [claims.iss, claims.sub, claims.aud, claims.auth_time]);
        assert.ok(again.iat >= claims.iat);
        const other = await rp.another();
        const stolen = await other.refresh(next.json.refresh_token);
        assert.deepEqual([stolen.status, stolen.json.error], [400, 'invalid_grant']);
    });

    it('oidcc-ensure-request-with-valid-pkce-succeeds', async () => {
        assert.ok((await rp.signIn()).claims.sub);
        for (const changes of [{ code_challenge: null }, { code_challenge_method: 'plain' }, { code_challenge_method: null }]) {
            assert.equal((await rp.ask(changes)).answer.error, 'invalid_request', JSON.stringify(changes));
        }
    });

    it('oidcc-formpost-basic-certification-test-plan', async () => {
        const { answer, posted, visited } = await rp.ask({ response_mode: 'form_post' });
        assert.ok(posted);
        assert.deepEqual(Object.keys(answer).sort(), ['code', 'iss', 'state']);
        assert.ok(visited.every((url) => !/[?&#]code=/.test(url) || url.startsWith(world.daemon.url)), 'the code is in no address of the app');
        assert.equal((await rp.redeem(answer.code)).status, 200);
        for (const [changes, error] of [[{ prompt: 'none' }, 'login_required'], [{ response_type: null }, 'invalid_request'],
            [{ max_age: 'x' }, 'invalid_request'], [{ request_uri: 'https://app.example/r' }, 'request_uri_not_supported']]) {
            const refused = await rp.ask({ response_mode: 'form_post', ...changes });
            assert.ok(refused.posted, JSON.stringify(changes));
            assert.equal(refused.answer.error, error);
            assert.equal(refused.answer.state, 'state of the app');
        }
        const page = await rp.ask({ response_mode: 'form_post', redirect_uri: 'https://evil.example/' });
        assert.equal(page.answer, null);
        assert.equal(forms(page.page).filter(({ url }) => url.startsWith('https://evil')).length, 0);
    });

    it('oidcc-ensure-redirect-uri-in-authorization-request', async () => {
        const two = await rp.another({ redirectUris: [kRedirect, 'https://app.example/other'] });
        const { answer, page } = await two.ask({ redirect_uri: null });
        assert.equal(answer, null);
        assert.equal(page.status, 400);
    });

    it('oidcc-redirect-uri-query: kept, and matched letter by letter', async () => {
        const kQuery = `${kRedirect}?a=b&c=d`;
        const with2 = await rp.another({ redirectUris: [kQuery] });
        const { answer, url } = await with2.ask({ redirect_uri: kQuery });
        assert.ok(answer.code);
        assert.deepEqual([answer.a, answer.c], ['b', 'd']);
        assert.ok(url.startsWith(kQuery));
        for (const redirect_uri of [`${kRedirect}?a=b`, `${kRedirect}?c=d&a=b`, `${kQuery}&e=f`, kRedirect]) {
            assert.equal((await with2.ask({ redirect_uri })).answer, null, redirect_uri);
        }
    });

    it('a fragment in a redirect URI is refused when it is registered', async () => {
        await assert.rejects(rp.another({ redirectUris: [`${kRedirect}#part`] }), { status: 422 });
    });

    it('an unknown code, and a token endpoint without its body, are told as the RFC says', async () => {
        const unknown = await rp.redeem('no-such-code');
        assert.deepEqual([unknown.status, unknown.json.error], [400, 'invalid_grant']);
        const empty = await post(rp.metadata.token_endpoint, {}, { basic: rp.basic() });
        assert.deepEqual([empty.status, empty.json.error], [400, 'invalid_request']);
    });
});
