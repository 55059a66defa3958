// SPDX-License-Identifier: Apache-2.0
// Every page that the broker shows a browser, in Chromium: three languages, light and dark, from a telephone to a desk. Leaves a
// picture of each in build/release/pictures.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { chromium } from 'playwright-core';
import { kChromium, kQuiet } from './lib/chromium.mjs';
import { configure, makeWorld, openidClient, startSignIn } from './lib/world.mjs';

const kPictures = path.join(path.dirname(process.env.GATEHOUSED ?? 'build/release/bin/x'), '..', 'pictures');
const kWidths = [320, 768, 1280];
const kTargetSize = 24; // CSS pixels: WCAG 2.2, 2.5.8
const kMostBytes = 60_000;

const kPeople = {
    layla: { email: 'layla.al-mansouri@acme.test', email_verified: true, name: 'ليلى المنصوري' },
    nomail: { name: 'No Mail' },
};

const kLooks = [
    { locale: 'en-GB', lang: 'en', dir: 'ltr', colorScheme: 'light' },
    { locale: 'en', lang: 'en', dir: 'ltr', colorScheme: 'dark' },
    { locale: 'de', lang: 'de', dir: 'ltr', colorScheme: 'light' },
    { locale: 'de-AT', lang: 'de', dir: 'ltr', colorScheme: 'dark' },
    { locale: 'ar-EG', lang: 'ar', dir: 'rtl', colorScheme: 'light' },
    { locale: 'ar', lang: 'ar', dir: 'rtl', colorScheme: 'dark' },
];

/** What is wrong with the page as it stands, in words. Runs in the page. */
function faults({ smallest }) {
    const found = [];
    const visible = (element) => element.getClientRects().length > 0;
    const root = document.documentElement;
    if (root.scrollWidth > window.innerWidth) found.push(`wider than the window: ${root.scrollWidth} > ${window.innerWidth}`);
    for (const element of document.querySelectorAll('a, button, input:not([type=hidden])')) {
        const box = element.getBoundingClientRect();
        if (!visible(element)) continue;
        const name = element.textContent.trim() || element.labels?.[0]?.textContent || '';
        if (!name) found.push(`${element.tagName} has no name`);
        if (box.width < smallest || box.height < smallest) found.push(`${name} is ${box.width}x${box.height}`);
        if (box.left < 0 || box.right > window.innerWidth) found.push(`${name} is cut off`);
    }
    for (const element of document.querySelectorAll('h1, p, dt, dd, label, small')) {
        if (visible(element) && element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0) {
            found.push(`${element.tagName} overflows: ${element.textContent.slice(0, 40)}`);
        }
    }
    if (document.querySelectorAll('h1').length !== 1) found.push('not one heading');
    if (!document.title.trim()) found.push('no title');
    if (document.scripts.length > 0) found.push('a script');
    return found;
}

/** Tabs through the page; gives the names of what had the focus without showing it. Runs in the page after each Tab. */
function focused() {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const style = getComputedStyle(element);
    const shown = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
    return { name: element.textContent.trim() || element.name || element.tagName, shown };
}

describe('the pages that people see', () => {
    let world, acme, app, suite, television, browser, atApp, redirectUri;

    before(async () => {
        assert.ok(kChromium, 'chromium is not installed');
        mkdirSync(kPictures, { recursive: true });
        atApp = http.createServer((request, response) => response.end('the app'));
        await new Promise((resolve) => atApp.listen(0, '127.0.0.1', resolve));
        redirectUri = `http://127.0.0.1:${atApp.address().port}/callback`;
        world = await makeWorld({ people: kPeople, tenant: { app: { redirectUris: [redirectUri],
            backchannelLogoutUri: new URL('/logout', redirectUri).href, clientUri: 'https://app.example/',
            policyUri: 'https://app.example/privacy', tosUri: 'https://app.example/terms' } } });
        acme = world.tenants.acme;
        await world.daemon.admin('POST', `${acme.T}/connections`, {
            name: 'partners', displayName: 'Partner portal of Contoso, Fabrikam & Söhne', type: 'oidc', enabled: true,
            issuer: world.idp.issuer, clientId: 'gatehouse-partners', clientSecret: 'another-secret-for-the-partners',
        });
        app = await configure(acme.issuer, acme.app);
        suite = await configure(world.daemon.url, await world.daemon.admin('POST', '/admin/v1/apps', {
            name: 'Suite', type: 'web', redirectUris: [redirectUri], auth: 'client_secret_basic', tenants: 'all',
            grantTypes: ['authorization_code'], scopes: ['openid'],
        }));
        television = await configure(acme.issuer, await world.daemon.admin('POST', `${acme.T}/apps`, {
            name: 'Television in the meeting room', type: 'native', auth: 'none', redirectUris: [],
            grantTypes: ['urn:ietf:params:oauth:grant-type:device_code', 'refresh_token'],
            scopes: ['openid', 'email', 'profile', 'groups', 'offline_access', 'https://api.example/a-scope-of-some-length'],
        }));
        browser = await chromium.launch({ executablePath: kChromium, args: kQuiet });
    });
    after(async () => {
        await browser?.close();
        await world?.stop();
        atApp?.close();
    });

    const go = async (page, config, parameters) =>
        page.goto((await startSignIn(config, { redirect_uri: redirectUri, ...parameters })).url.href);

    /** Signs in at an app and takes its tokens: from then on it is part of the session. */
    const enter = async (page, config) => {
        const { url, checks } = await startSignIn(config, { redirect_uri: redirectUri, scope: 'openid', connection: 'company' });
        await page.goto(url.href);
        await openidClient.authorizationCodeGrant(config, new URL(page.url()), checks);
    };

    /** An app that answers no logout. A new one each time: one that did not answer before is not asked again so soon. */
    let silentOnes = 0;
    const silentApp = async () => configure(acme.issuer, await world.daemon.admin('POST', `${acme.T}/apps`, {
        name: `Travel expenses and invoices ${++silentOnes}`, type: 'web', redirectUris: [redirectUri], auth: 'client_secret_basic',
        grantTypes: ['authorization_code'], scopes: ['openid'], backchannelLogoutUri: 'http://127.0.0.1:1/logout',
    }));

    /** Each page in turn: goes there, and gives its name. */
    async function* pages(page) {
        await go(page, suite, { scope: 'openid', login_hint: 'who@nowhere.test' });
        yield 'company';
        world.idp.person = 'layla';
        await go(page, app, { connection: 'company' });
        assert.ok(page.url().startsWith(redirectUri), `still at ${page.url()}`);
        await go(page, app, { prompt: 'select_account' });
        yield 'choose';
        const codes = await openidClient.initiateDeviceAuthorization(television,
            { scope: 'openid email profile groups offline_access https://api.example/a-scope-of-some-length' });
        await page.goto(`${codes.verification_uri}?user_code=BBBB-BBBB`);
        await page.locator('button').click();
        yield 'device-code';
        await page.fill('#user_code', codes.user_code.toLowerCase());
        await page.locator('button').click();
        yield 'device-confirm';
        await page.locator('button[value=allow]').click();
        yield 'device-done';
        const tokens = await openidClient.genericGrantRequest(television, 'urn:ietf:params:oauth:grant-type:device_code',
            { device_code: codes.device_code });
        assert.ok(tokens.access_token && tokens.refresh_token);
        await go(page, app, { prompt: 'consent', connection: 'company', scope: 'openid email profile offline_access' });
        yield 'consent';
        await enter(page, app);
        await enter(page, await silentApp());
        await page.goto(`${acme.issuer}/account`);
        yield 'account';
        await page.goto(`${acme.issuer}/oauth2/logout`);
        yield 'sign-out';
        await page.locator('button').click();
        // The page looks again by itself until each app has answered, or not.
        await page.locator('ul.rows').waitFor();
        await page.locator('main > p a[href*="/signed-out"]').waitFor({ state: 'detached' });
        assert.equal(await page.locator('ul.rows li').count(), 3);
        assert.equal(new Set(await page.locator('ul.rows small').allInnerTexts()).size, 3, 'confirmed, no answer, cannot tell');
        assert.equal(await page.locator('.notice').count(), 1);
        yield 'signed-out';
        world.idp.person = 'nomail';
        await page.context().clearCookies();
        await go(page, app, { connection: 'company' });
        yield 'error';
    }

    for (const { locale, lang, dir, colorScheme } of kLooks) {
        it(`are whole in ${locale}, ${colorScheme}, at ${kWidths.join(', ')} pixels`, async () => {
            const context = await browser.newContext({ locale, colorScheme, viewport: { width: 1280, height: 800 } });
            const page = await context.newPage();
            const problems = [];
            let bytes = 0;
            page.on('pageerror', (error) => problems.push(String(error)));
            page.on('console', (message) => {
                const { text, url } = { text: message.text(), url: message.location().url };
                // A refusal is an error to Chromium's console, and it looks for an icon.
                if (message.type() === 'error' && !/status of 403|favicon/.test(text + url)) problems.push(text);
            });
            page.on('response', async (response) => {
                if (!response.url().startsWith(world.daemon.url)) return;
                bytes += (await response.body().catch(() => '')).length;
            });
            for await (const name of pages(page)) {
                assert.equal(await page.getAttribute('html', 'lang'), lang, name);
                assert.equal(await page.getAttribute('html', 'dir'), dir, name);
                for (const width of kWidths) {
                    await page.setViewportSize({ width, height: 800 });
                    const picture = path.join(kPictures, `page-${name}-${lang}-${colorScheme}-${width}.png`);
                    await page.screenshot({ path: picture, fullPage: true });
                    assert.deepEqual(await page.evaluate(faults, { smallest: kTargetSize }), [], `${name} at ${width}`);
                }
                for (let i = 0; i < 12; ++i) {
                    await page.keyboard.press('Tab');
                    const now = await page.evaluate(focused);
                    if (!now) break;
                    assert.ok(now.shown, `${name}: the focus on ${now.name} cannot be seen`);
                }
            }
            assert.deepEqual(problems, []);
            assert.ok(bytes > 0 && bytes / 10 < kMostBytes, `${bytes} bytes for ten pages`);
            await context.close();
        });
    }

    it('mirror for a language that is written from right to left, but for addresses and references', async () => {
        const context = await browser.newContext({ locale: 'ar', viewport: { width: 768, height: 800 } });
        const page = await context.newPage();
        for await (const name of pages(page)) {
            const box = await page.locator('main').boundingBox();
            const mark = await page.locator('.mark').boundingBox();
            assert.ok(mark.x > box.x + box.width / 2, `${name}: the mark stands at the right`);
            if (name === 'error') {
                const reference = page.locator('.reference');
                assert.equal(await reference.evaluate((element) => getComputedStyle(element).direction), 'ltr');
                assert.match(await reference.innerText(), /^GH-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
            }
            if (name === 'company') {
                assert.equal(await page.locator('#email').evaluate((element) => getComputedStyle(element).direction), 'ltr');
            }
        }
        await context.close();
    });

    it('change their language where they can be shown again, and the sign-in goes on', async () => {
        const context = await browser.newContext({ locale: 'en-GB' });
        const page = await context.newPage();
        world.idp.person = 'layla';
        await go(page, app, { prompt: 'select_account' });
        await page.getByRole('link', { name: 'العربية' }).click();
        assert.equal(await page.getAttribute('html', 'dir'), 'rtl');
        await page.getByRole('link', { name: 'Deutsch' }).click();
        assert.equal(await page.getAttribute('html', 'lang'), 'de');
        await page.getByRole('link', { name: 'Mit company anmelden' }).click();
        assert.ok(page.url().startsWith(redirectUri), `still at ${page.url()}`);
        assert.ok(new URL(page.url()).searchParams.get('code'));
        await context.close();
    });
});
