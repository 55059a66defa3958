// SPDX-License-Identifier: Apache-2.0
// Every page of docs/recipes, run as it is written and used as it says.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { chromium } from 'playwright-core';
import { Browser } from './lib/browser.mjs';
import { kChromium, kQuiet, toPractice } from './lib/chromium.mjs';
import { blocks, Recipe, script } from './lib/recipe.mjs';

const tested = [];

/** A recipe that runs until its tests are done. */
function recipe(name, options, body) {
    tested.push(name);
    describe(`the recipe ${name}`, () => {
        const it = {};
        before(async () => (it.recipe = await Recipe.start(name, options)));
        after(() => it.recipe?.stop());
        body(it);
    });
}

/** What an application's page says, as JSON; whatever else comes is shown whole. */
function said({ page, url }) {
    assert.equal(page?.status, 200, `${page?.status} at ${url}: ${page?.text.slice(0, 500)}`);
    return JSON.parse(page.text);
}

/** An administrator ends every session there is. */
async function endSessions({ daemon }) {
    for (const { id } of await daemon.list('/admin/v1/tenants/acme/sessions')) {
        await daemon.admin('DELETE', `/admin/v1/tenants/acme/sessions/${id}`);
    }
}

/** Until `happens` gives something true: the broker tells after it has answered. */
async function soon(happens) {
    for (const started = Date.now(); Date.now() - started < 10000;) {
        const value = await happens();
        if (value) return value;
        await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error('it did not happen');
}

const Ana = { name: 'Ana Example', email: 'ana@acme.example' };

for (const name of ['openid-client', 'express-openid-connect']) {
    recipe(name, {}, (at) => {
        it('shows nobody anything before they signed in', async () => {
            assert.deepEqual(said(await at.recipe.visit('/')), { signedIn: false });
            const { visited } = await new Browser().follow(`${at.recipe.home}/me`);
            assert.ok(visited.some((url) => url.startsWith(`${at.recipe.daemon.url}/t/acme/oauth2/authorize`)), visited.join('\n'));
        });

        it('signs in', async () => {
            const { signedIn, name, roles } = said(await at.recipe.visit('/login'));
            assert.deepEqual({ signedIn, name }, { signedIn: true, name: Ana.name });
            assert.ok(roles.includes('admin'), roles.join());
        });

        it('calls with the token, and renews it', async () => {
            assert.equal(said(await at.recipe.visit('/me')).email, Ana.email);
            assert.equal(said(await at.recipe.visit('/refresh')).name, Ana.name);
            const refreshed = await at.recipe.daemon.list('/admin/v1/tenants/acme/audit?type=TokenRefreshed');
            assert.equal(refreshed.length, 1);
            assert.equal(said(await at.recipe.visit('/me')).email, Ana.email);
        });

        if (name === 'express-openid-connect') {
            it('hears of a session that ended elsewhere', async () => {
                const signedIn = async () => said(await at.recipe.visit('/')).signedIn;
                assert.ok(await signedIn());
                await endSessions(at.recipe);
                await soon(async () => !(await signedIn()));
                assert.equal(said(await at.recipe.visit('/login')).name, Ana.name);
            });
        }

        it('signs out here and at the broker', async () => {
            const there = await at.recipe.visit('/logout');
            assert.deepEqual(said(there), { signedIn: false });
            assert.ok(there.visited.some((url) => url.includes('/oauth2/logout')));
            const { url } = await at.recipe.open('/login');
            assert.match(url, /\/sandbox\/acme\//, 'the next sign-in asks again');
        });
    });
}


recipe('oauth4webapi', { until: /^Open (\S+)$/m }, (at) => {
    it('signs in, calls its API, renews, revokes', async () => {
        const [, address] = await at.recipe.printed(/^Open (\S+)$/m);
        const { page } = await at.recipe.visit(address);
        assert.match(page.text, /close this window/);
        const [, who] = await at.recipe.printed(/^Signed in: (.*)$/m);
        assert.equal(who, Ana.name);
        const [, first] = await at.recipe.printed(/^The API says (.*)$/m);
        const [, second] = await at.recipe.printed(/^Renewed; the API says (.*)$/m);
        assert.equal(JSON.parse(first).organisation, 'acme');
        assert.deepEqual(JSON.parse(second), JSON.parse(first));
        await at.recipe.printed(/^Revoked/m);
        const revoked = await at.recipe.daemon.list('/admin/v1/tenants/acme/audit?type=TokenRevoked');
        assert.equal(revoked.length, 1);
    });

    it('lets nobody to the API with a token that is not proven', async () => {
        const api = `http://127.0.0.1:${at.recipe.ports[4000]}/`;
        for (const authorization of ['', 'Bearer x', 'DPoP x']) {
            assert.equal((await fetch(api, { headers: authorization ? { authorization } : {} })).status, 401);
        }
    });

    it('signs out', async () => {
        const [, address] = await at.recipe.printed(/^Sign out at (\S+)$/m);
        const { page } = await at.recipe.visit(address);
        assert.equal(page.text, 'signed out\n');
        assert.equal((await at.recipe.daemon.list('/admin/v1/tenants/acme/audit?type=Logout')).length, 1);
    });
});

/** The same in Chromium, with a page of its own in `at`. */
function recipeInChromium(name, body) {
    recipe(name, {}, (at) => {
        let browser;
        before(async () => {
            browser = await chromium.launch({ executablePath: kChromium, args: kQuiet });
            at.newPage = async () => (await browser.newContext()).newPage();
            at.page = await at.newPage();
        });
        after(() => browser?.close());
        body(at);
    });
}

recipeInChromium('oidc-client-ts', (at) => {
    const problems = [];
    before(() => at.page.on('pageerror', (error) => problems.push(String(error))));
    const who = (text) => at.page.locator('#who', { hasText: text }).waitFor({ timeout: 20000 });
    const press = async (id, pattern) => {
        await at.page.locator('#said').evaluate((element) => (element.textContent = ''));
        await at.page.click(id);
        const answer = at.page.locator('#said', { hasText: pattern });
        await answer.waitFor({ timeout: 20000 });
        return JSON.parse(await answer.textContent());
    };

    it('signs in', async () => {
        await at.page.goto(`${at.recipe.home}/`);
        await who('Signed out');
        await at.page.click('#sign-in');
        await toPractice(at.page);
        await at.page.click('#persona-ana');
        await who(`Signed in: ${Ana.name}`);
        assert.equal(at.page.url(), `${at.recipe.home}/`);
    });

    it('calls with token and proof, and renews', async () => {
        assert.equal((await press('#call', 'email')).email, Ana.email);
        assert.deepEqual(await press('#renew', 'renewed'), { renewed: true });
        assert.equal((await press('#call', 'email')).email, Ana.email);
    });

    it('keeps no token where a script could read it later', async () => {
        const kept = await at.page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
        assert.doesNotMatch(kept, /eyJ|access_token|refresh_token/);
    });

    it('signs out', async () => {
        await at.page.click('#sign-out');
        await who('Signed out');
        await at.page.click('#sign-in');
        await toPractice(at.page); // the provider asks again
        assert.deepEqual(problems, []);
    });
});

recipeInChromium('mod_auth_openidc', (at) => {
    const text = () => at.page.locator('body').innerText();
    const open = async (url) => (await at.page.goto(at.recipe.home + url)).status();

    it('signs in before it shows a page', async () => {
        await open('/');
        await toPractice(at.page);
        await at.page.click('#persona-ana');
        assert.match(await text(), /Signed in: Ana Example/);
        assert.match(await text(), /Roles: .*admin/);
        assert.equal(await open('/admin/'), 200);
        assert.match(await text(), /For administrators/);
    });

    it('gives a backend the token of the person, and nothing that a browser made up', async () => {
        assert.equal(await open('/me'), 200);
        assert.equal(JSON.parse(await text()).email, Ana.email);
        await at.page.setExtraHTTPHeaders({ OIDC_CLAIM_name: 'Mallory', 'OIDC-CLAIM-name': 'Mallory' });
        await open('/');
        assert.match(await text(), /Signed in: Ana Example/);
        await at.page.setExtraHTTPHeaders({});
    });

    it('renews the token', async () => {
        assert.equal(await open('/oidc?info=json&access_token_refresh_interval=0'), 200);
        assert.equal(JSON.parse(await text()).userinfo.email, Ana.email);
        assert.equal((await at.recipe.daemon.list('/admin/v1/tenants/acme/audit?type=TokenRefreshed')).length, 1);
        assert.equal(await open('/me'), 200);
        assert.equal(JSON.parse(await text()).email, Ana.email);
    });

    it('lets nobody in who lacks the role', async () => {
        const page = await at.newPage();
        await page.goto(`${at.recipe.home}/`);
        await toPractice(page);
        await page.click('#persona-ben');
        assert.match(await page.locator('body').innerText(), /Signed in: Ben Sample/);
        const { status } = await page.evaluate(() => fetch('/admin/').then(({ status }) => ({ status })));
        assert.ok([401, 403].includes(status), String(status));
    });

    it('hears of a session that ended elsewhere', async () => {
        assert.equal(await open('/me'), 200);
        await endSessions(at.recipe);
        await soon(async () => {
            await open('/');
            return !/Signed in/.test(await text());
        });
        await toPractice(at.page);
        await at.page.click('#persona-ana');
        assert.match(await text(), /Signed in: Ana Example/);
    });

    it('signs out of the site and of the broker', async () => {
        await open('/');
        await at.page.click('text=Sign out');
        assert.match(await text(), /Signed out/);
        assert.equal((await at.recipe.daemon.list('/admin/v1/tenants/acme/audit?type=Logout')).length, 1);
        await open('/');
        await toPractice(at.page); // the provider asks again
    });
});

recipe('mod_oauth2', { until: /payments, revoked: \d+/ }, (at) => {
    it('lets a service in with a token alone, and no more once it is revoked', async () => {
        await at.recipe.ended;
        for (const line of ['without a token: 401', 'invoices: 200', 'payments: 200', 'payments, revoked: 401']) {
            assert.ok(at.recipe.output.includes(line), `${line} is not in\n${at.recipe.output}`);
        }
        assert.match(at.recipe.output, /"invoice": 1, "amount": 120/);
    });
});

describe('the recipes', () => {
    it('are all run, and all in the list', () => {
        const folder = path.resolve(import.meta.dirname, '../../docs/recipes');
        const pages = readdirSync(folder).filter((file) => file !== 'README.md').map((file) => path.basename(file, '.md'));
        assert.deepEqual([...tested].sort(), pages.sort());
    });

    it('hold nothing but files and commands', () => {
        assert.deepEqual(blocks('```js a.mjs\nx\n```\n```sh\ny\n```\n').map(({ file, text }) => [file, text]), [['a.mjs', 'x\n'], [null, 'y\n']]);
        assert.throws(() => script('```js\nx\n```\n'), /neither a file nor a command/);
    });
});
