// SPDX-License-Identifier: Apache-2.0
// The practice provider's SAML side as a person sees it: a sign-in, a refusal with its cure, an answer delivered twice.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { chromium } from 'playwright-core';
import { kChromium, kQuiet } from './lib/chromium.mjs';
import { Daemon } from './lib/daemon.mjs';

const kPictures = path.join(path.dirname(process.env.GATEHOUSED ?? 'build/release/bin/x'), '..', 'pictures');

describe('the practice provider through SAML', () => {
    let daemon;
    let browser;
    const problems = [];

    before(async () => {
        assert.ok(kChromium, 'chromium is not installed');
        mkdirSync(kPictures, { recursive: true });
        daemon = await Daemon.start({ args: ['--demo'] });
        browser = await chromium.launch({ executablePath: kChromium, args: kQuiet });
    });
    after(async () => {
        await browser?.close();
        await daemon?.stop();
    });

    const faults = (changes) => daemon.admin('PATCH', '/admin/v1/tenants/acme/sandbox', { faults: changes });
    const login = () => `${daemon.url}/demo/login?connection=sandbox-saml&prompt=login`;
    const newest = async () => (await daemon.admin('GET', '/admin/v1/tenants/acme/flows?limit=1')).items[0];
    /** A page of a browser that knows nothing, at the question whom to be. */
    const asked = async (picture) => {
        const context = await browser.newContext({ viewport: { width: 1100, height: 800 } });
        const page = await context.newPage();
        page.on('pageerror', (error) => problems.push(String(error)));
        page.on('console', (message) => {
            if (message.type() === 'error') problems.push(message.text());
        });
        await page.goto(login());
        assert.match(page.url(), /\/sandbox\/acme\/saml\/sso\?/);
        await page.screenshot({ path: path.join(kPictures, `sandbox-saml-${picture}.png`) });
        return page;
    };

    it('signs Ana in by a click, and the page posts by itself', async () => {
        const page = await asked('1-people');
        await page.click('#persona-ana');
        await page.waitForURL(`${daemon.url}/demo/`);
        assert.match(await page.locator('body').innerText(), /ana@acme\.example/);
        assert.equal((await newest()).outcome, 'success');
        await page.context().close();
    });

    it('shows a wrapped signature as a refusal with its reason', async () => {
        await faults([{ name: 'wrapped_signature', on: true }]);
        const page = await asked('2-fault');
        assert.match(await page.locator('body').innerText(), /inside a forged one/);
        await page.click('#persona-ana');
        await page.getByText(/GH-\w{4}-\w{4}/).first().waitFor();
        await page.screenshot({ path: path.join(kPictures, 'sandbox-saml-3-refused.png') });
        assert.equal((await newest()).reason, 'saml.shape');
        await faults([{ name: 'wrapped_signature', on: false }]);
        await page.context().close();
    });

    it('delivers an answer twice, and the second time it counts no more', async () => {
        await faults([{ name: 'replayed_answer', on: true }]);
        const page = await asked('4-people');
        await page.click('#persona-ben');
        await page.screenshot({ path: path.join(kPictures, 'sandbox-saml-5-twice.png') });
        const [first] = await Promise.all([page.context().waitForEvent('page'), page.click('#deliver')]);
        await first.waitForURL(`${daemon.url}/demo/`);
        await page.click('#deliver-again');
        await page.getByText(/GH-\w{4}-\w{4}/).first().waitFor();
        assert.equal((await newest()).reason, 'login.state_used');
        await faults([{ name: 'replayed_answer', on: false }]);
        await page.context().close();
    });

    it('breaks no content security policy on the way', () => {
        // A refusal is a page with a status of its own, which Chromium writes down as an error.
        assert.deepEqual(problems.filter((text) => !/favicon|status of 4\d\d/.test(text)), []);
    });
});
