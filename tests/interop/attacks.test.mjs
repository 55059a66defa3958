// SPDX-License-Identifier: Apache-2.0
// What must not work: replays, other browsers, other clients, bent requests.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import * as client from 'openid-client';
import { Browser } from './lib/browser.mjs';
import { atApp, audit, configure, kRedirect, makeWorld, post, signIn, startSignIn, walk } from './lib/world.mjs';

describe('a login cannot be replayed, moved or bent', () => {
    let world, acme, config, other;
    const atCallback = (url) => url.includes('/sso/oidc/');
    const failures = async () => (await audit(world.daemon, acme)).filter((r) => r.type === 'SSOLoginFailure').length;

    before(async () => {
        world = await makeWorld();
        acme = world.tenants.acme;
        config = await configure(acme.issuer, acme.app);
        other = await world.daemon.admin('POST', `${acme.T}/apps`, {
            name: 'other', type: 'web', redirectUris: [kRedirect], auth: 'client_secret_basic',
            grantTypes: ['authorization_code', 'refresh_token'], scopes: ['openid', 'email', 'profile'],
        });
    });
    after(() => world?.stop());

    /** Up to the callback at the broker, which is not fetched. */
    async function toCallback(browser, parameters) {
        const begun = await startSignIn(config, parameters);
        const { url } = await browser.follow(begun.url.href, { stop: (at) => atCallback(at) || atApp(at) });
        assert.ok(atCallback(url), `expected the callback, came to ${url}`);
        return { ...begun, callback: url };
    }

    it('refuses a callback that was used before', async () => {
        const browser = new Browser();
        const { callback } = await toCallback(browser);
        const first = await browser.follow(callback, { stop: atApp });
        assert.ok(new URL(first.url).searchParams.has('code'));
        const again = await browser.follow(callback, { stop: atApp, click: false });
        assert.ok(again.page, 'no way back to the app');
        assert.ok(again.page.status >= 400 && again.page.status < 500);
    });

    it('refuses a callback in another browser, and no other browser gets its code', async () => {
        const browser = new Browser();
        const { callback, checks } = await toCallback(browser);
        const thief = await new Browser().follow(callback, { stop: atApp, click: false });
        assert.ok(thief.page);
        assert.ok(thief.page.status >= 400 && thief.page.status < 500);
        const { url } = await browser.follow(callback, { stop: atApp });
        // Whether the attempt survived the thief or not, no code came of it but to its own browser.
        if (atApp(url)) await client.authorizationCodeGrant(config, new URL(url), checks);
    });

    it('refuses a callback with a forged state', async () => {
        const browser = new Browser();
        const { callback } = await toCallback(browser);
        const bent = new URL(callback);
        bent.searchParams.set('state', `${bent.searchParams.get('state').slice(0, -4)}AAAA`);
        const { page } = await browser.follow(bent.href, { stop: atApp, click: false });
        assert.ok(page && page.status >= 400 && page.status < 500);
    });

    it('refuses a callback whose iss is another IdP (mix-up)', async () => {
        const browser = new Browser();
        const { callback } = await toCallback(browser);
        const bent = new URL(callback);
        bent.searchParams.set('iss', 'https://evil.example');
        const before = await failures();
        const { url } = await browser.follow(bent.href, { stop: atApp, click: false });
        assert.ok(!new URL(url).searchParams.has('code') || !atApp(url));
        assert.equal(await failures(), before + 1);
    });

    it('refuses an upstream code that belongs to another login', async () => {
        const [mine, theirs] = [new Browser(), new Browser()];
        const victim = await toCallback(theirs);
        const attacker = await toCallback(mine);
        const bent = new URL(attacker.callback);
        bent.searchParams.set('code', new URL(victim.callback).searchParams.get('code'));
        const { url } = await mine.follow(bent.href, { stop: atApp, click: false });
        assert.ok(!(atApp(url) && new URL(url).searchParams.has('code')));
    });

    it('redeems a code once; the second try ends the tokens of the first', async () => {
        const { tokens, landed, checks } = await signIn({ ...world, config, person: 'ann' });
        await assert.rejects(client.authorizationCodeGrant(config, landed, checks), { error: 'invalid_grant' });
        assert.equal((await client.tokenIntrospection(config, tokens.access_token)).active, false);
        await assert.rejects(client.refreshTokenGrant(config, tokens.refresh_token), { error: 'invalid_grant' });
    });

    it('redeems a code once among sixteen at a time', async () => {
        world.idp.person = 'ann';
        const { landed, checks } = await walk(config, new Browser());
        const form = { grant_type: 'authorization_code', code: landed.searchParams.get('code'), redirect_uri: kRedirect,
            code_verifier: checks.pkceCodeVerifier };
        const answers = await Promise.all(Array.from({ length: 16 }, () =>
            post(config.serverMetadata().token_endpoint, form, { basic: [acme.app.clientId, acme.app.clientSecret] })));
        assert.equal(answers.filter(({ status }) => status === 200).length, 1);
        assert.ok(answers.filter(({ status }) => status !== 200).every(({ json }) => json.error === 'invalid_grant'));
    });

    describe('a code is bound to its request', () => {
        let code, checks;
        const redeem = (form, basic = [acme.app.clientId, acme.app.clientSecret]) =>
            post(config.serverMetadata().token_endpoint,
                { grant_type: 'authorization_code', code, redirect_uri: kRedirect, code_verifier: checks.pkceCodeVerifier, ...form },
                { basic });
        before(async () => {
            world.idp.person = 'ann';
        });
        const fresh = async () => {
            const walked = await walk(config, new Browser());
            code = walked.landed.searchParams.get('code');
            checks = walked.checks;
        };

        for (const [what, form] of [
            ['a wrong verifier', { code_verifier: client.randomPKCECodeVerifier() }],
            ['an empty verifier', { code_verifier: '' }],
            ['another redirect URI', { redirect_uri: 'https://app.example/other' }],
            ['a truncated code', { code: 'short' }],
        ]) {
            it(`refuses ${what}`, async () => {
                await fresh();
                const answer = await redeem(form);
                assert.equal(answer.status, 400);
                assert.match(answer.json.error, /^invalid_(grant|request)$/);
                assert.match(answer.headers.get('cache-control'), /no-store/);
            });
        }

        it('refuses another client', async () => {
            await fresh();
            const answer = await redeem({}, [other.clientId, other.clientSecret]);
            assert.equal(answer.status, 400);
            assert.equal(answer.json.error, 'invalid_grant');
        });

        it('refuses a wrong secret with 401', async () => {
            await fresh();
            const answer = await redeem({}, [acme.app.clientId, 'wrong']);
            assert.equal(answer.status, 401);
            assert.equal(answer.json.error, 'invalid_client');
        });
    });

    describe('an authorization request that is not right never leaves for a redirect URI that is not proven', () => {
        const ask = async (parameters, { remove = [] } = {}) => {
            const { url } = await startSignIn(config, parameters);
            for (const name of remove) url.searchParams.delete(name);
            return new Browser().fetch(url.href);
        };

        for (const [what, uri] of [
            ['an unknown host', 'https://evil.example/callback'],
            ['a longer path', `${kRedirect}/more`],
            ['a trailing slash', `${kRedirect}/`],
            ['a query', `${kRedirect}?x=1`],
            ['a fragment', `${kRedirect}#x`],
            ['another case', kRedirect.toUpperCase()],
            ['a user part', kRedirect.replace('app.example', 'app.example@evil.example')],
            ['an encoded dot', kRedirect.replace('app.example', 'app%2eexample')],
            ['dot segments', kRedirect.replace('/callback', '/x/../callback')],
        ]) {
            it(`refuses ${what} as redirect_uri`, async () => {
                const page = await ask({ redirect_uri: uri });
                assert.equal(page.status, 400);
                assert.equal(page.location, null);
            });
        }

        it('refuses an unknown client', async () => {
            const page = await ask({ client_id: 'nobody' });
            assert.equal(page.status, 400);
            assert.equal(page.location, null);
        });

        it('refuses a repeated parameter', async () => {
            const { url } = await startSignIn(config);
            url.searchParams.append('client_id', acme.app.clientId);
            const page = await new Browser().fetch(url.href);
            assert.equal(page.status, 400);
            assert.equal(page.location, null);
        });

        for (const [what, parameters, remove, error] of [
            ['no code_challenge', {}, ['code_challenge', 'code_challenge_method'], 'invalid_request'],
            ['a plain code_challenge', { code_challenge_method: 'plain' }, [], 'invalid_request'],
            ['response_type=token', { response_type: 'token' }, [], 'unsupported_response_type'],
            ['a request object', { request: 'eyJhbGciOiJub25lIn0.e30.' }, [], 'invalid_request_object'],
            ['prompt=none with another prompt', { prompt: 'none login' }, [], 'invalid_request'],
        ]) {
            it(`tells the app ${error} for ${what}`, async () => {
                const page = await ask(parameters, { remove });
                assert.ok(page.location, `status ${page.status}: ${page.text.slice(0, 500)}`);
                const at = new URL(page.location);
                assert.ok(atApp(at.href));
                assert.equal(at.searchParams.get('error'), error);
                assert.equal(at.searchParams.get('iss'), acme.issuer);
                assert.ok(!at.searchParams.has('code'));
            });
        }
    });
});
