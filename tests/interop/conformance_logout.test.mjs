// SPDX-License-Identifier: Apache-2.0
// The modules of the OpenID conformance suite's plan "RP-initiated logout" for providers, each by its name.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { decodeJwt, generateKeyPair, SignJWT } from 'jose';
import { forms } from './lib/browser.mjs';
import { changed, RelyingParty } from './lib/relying_party.mjs';
import { kAfterLogout, makeWorld } from './lib/world.mjs';

describe('OpenID Connect provider, RP-initiated logout', () => {
    let world, rp;

    before(async () => {
        world = await makeWorld();
        world.idp.person = 'ann';
        rp = await RelyingParty.of(world, world.tenants.acme);
    });
    after(() => world?.stop());

    /** Signs in, then asks to be signed out with what a good app sends and `changes` (or what a function makes of the tokens). */
    async function signInAndOut(changes = {}) {
        const { browser, tokens } = await rp.signIn();
        const asked = changed({ id_token_hint: tokens.id_token, post_logout_redirect_uri: kAfterLogout, state: 'of the app' },
            typeof changes === 'function' ? await changes(tokens) : changes);
        const { url, page } = await browser.follow(`${rp.metadata.end_session_endpoint}?${new URLSearchParams(asked)}`,
            { stop: (at) => at.startsWith(kAfterLogout) });
        return { browser, tokens, page, back: page ? null : new URL(url) };
    }

    const signedIn = async (browser) => {
        const { answer } = await rp.ask({ prompt: 'none' }, { browser });
        assert.ok(answer.code || answer.error === 'login_required', answer.error);
        return Boolean(answer.code);
    };

    /** The person says yes on the page that asks. */
    async function confirm({ browser, page }) {
        const form = forms(page).find(({ fields }) => 'confirm' in fields);
        assert.ok(form, page.text);
        const told = await browser.follow(form, { stop: (at) => at.startsWith(kAfterLogout) });
        return told.page ? null : new URL(told.url);
    }

    async function asksFirst(changes) {
        const ended = await signInAndOut(changes);
        assert.equal(ended.back, null, 'it must not go back to the app');
        assert.equal(ended.page.status, 200);
        assert.ok(await signedIn(ended.browser), 'nothing has ended before the person said so');
        const back = await confirm(ended);
        assert.ok(!(await signedIn(ended.browser)));
        return back;
    }

    it('oidcc-rp-initiated-logout-discovery-endpoint-verification', () => {
        assert.ok(rp.metadata.end_session_endpoint.startsWith(rp.issuer));
    });

    it('oidcc-rp-initiated-logout', async () => {
        const { browser, back, tokens } = await signInAndOut();
        assert.deepEqual([...back.searchParams], [['state', 'of the app']]);
        assert.equal(back.origin + back.pathname, kAfterLogout);
        assert.ok(!(await signedIn(browser)));
        assert.equal((await rp.userinfo(tokens.access_token)).status, 401);
    });

    it('oidcc-rp-initiated-logout by a form, as OpenID Connect asks for', async () => {
        const { browser, tokens } = await rp.signIn();
        const form = { id_token_hint: tokens.id_token, post_logout_redirect_uri: kAfterLogout };
        const { url, page } = await browser.follow({ url: rp.metadata.end_session_endpoint, method: 'POST', form },
            { stop: (at) => at.startsWith(kAfterLogout) });
        assert.equal(page, null);
        assert.equal(url, kAfterLogout);
        assert.ok(!(await signedIn(browser)));
    });

    it('oidcc-rp-initiated-logout-no-state', async () => {
        const { browser, back } = await signInAndOut({ state: null });
        assert.equal(back.href, kAfterLogout);
        assert.ok(!(await signedIn(browser)));
    });

    for (const [module, post_logout_redirect_uri] of [['bad-post-logout-redirect-uri', 'https://evil.example/bye'],
        ['query-added-to-post-logout-redirect-uri', `${kAfterLogout}?foo=bar`]]) {
        it(`oidcc-rp-initiated-logout-${module}`, async () => {
            const { page, back } = await signInAndOut({ post_logout_redirect_uri });
            assert.equal(back, null);
            assert.equal(page.status, 200);
            assert.ok(!page.text.includes('evil.example') && !page.text.includes('foo=bar'));
        });
    }

    it('oidcc-rp-initiated-logout-modified-id-token-hint', async () => {
        const back = await asksFirst(({ id_token }) => {
            const header = Buffer.from(JSON.stringify({ alg: 'none', typ: 'JWT' })).toString('base64url');
            return { id_token_hint: `${header}.${id_token.split('.')[1]}.` };
        });
        assert.equal(back, null, 'nothing proved which app asks');
    });

    it('oidcc-rp-initiated-logout-bad-id-token-hint', async () => {
        const { privateKey } = await generateKeyPair('ES256');
        const back = await asksFirst(async ({ id_token }) => ({
            id_token_hint: await new SignJWT(decodeJwt(id_token)).setProtectedHeader({ alg: 'ES256', typ: 'JWT' }).sign(privateKey),
        }));
        assert.equal(back, null);
    });

    it('oidcc-rp-initiated-logout-no-id-token-hint', async () => {
        assert.equal(await asksFirst({ id_token_hint: null }), null);
    });

    it('oidcc-rp-initiated-logout-no-params', async () => {
        assert.equal(await asksFirst({ id_token_hint: null, post_logout_redirect_uri: null, state: null }), null);
    });

    it('oidcc-rp-initiated-logout-only-state', async () => {
        assert.equal(await asksFirst({ id_token_hint: null, post_logout_redirect_uri: null }), null);
    });

    it('oidcc-rp-initiated-logout-no-post-logout-redirect-uri', async () => {
        const { browser, page, back } = await signInAndOut({ post_logout_redirect_uri: null });
        assert.equal(back, null);
        assert.equal(page.status, 200);
        assert.ok(!(await signedIn(browser)));
    });
});
