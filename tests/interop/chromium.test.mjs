// SPDX-License-Identifier: Apache-2.0
// The demo as a person sees it: sign in with Chromium, look at the tokens, sign out.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { chromium } from 'playwright-core';
import { kChromium, kQuiet } from './lib/chromium.mjs';
import { Daemon } from './lib/daemon.mjs';

const kPictures = path.join(path.dirname(process.env.GATEHOUSED ?? 'build/release/bin/x'), '..', 'pictures');

describe('the demo in Chromium', () => {
    let daemon, browser, page, appUrl;
    const problems = [];

    before(async () => {
        assert.ok(kChromium, 'chromium is not installed');
        mkdirSync(kPictures, { recursive: true });
        daemon = await Daemon.start({ args: ['--demo'] });
        appUrl = /Demo app: *(\S+)/i.exec(daemon.output)?.[1];
        assert.ok(appUrl, `no address of the demo app in:\n${daemon.output}`);
        browser = await chromium.launch({ executablePath: kChromium, args: kQuiet });
        page = await browser.newPage({ viewport: { width: 1100, height: 800 } });
        page.on('pageerror', (error) => problems.push(String(error)));
        page.on('console', (message) => {
            if (message.type() === 'error') problems.push(message.text());
        });
    });
    after(async () => {
        await browser?.close();
        await daemon?.stop();
    });

    const picture = (name) => page.screenshot({ path: path.join(kPictures, `${name}.png`) });
    const control = (name) => page.getByRole('link', { name }).or(page.getByRole('button', { name })).first();
    const signedIn = () => control(/^(sign|log) ?out$/i);

    it('leads from the app over the login page and the practice IdP back to the app with tokens', async () => {
        await page.goto(appUrl);
        await picture('demo-1-app');
        await control(/sign in/i).click();
        for (let step = 0; step < 5 && !(await signedIn().isVisible()); ++step) {
            await picture(`demo-2-step-${step + 1}`);
            const company = control(/company sso/i);
            await ((await company.isVisible()) ? company : page.getByRole('button').or(page.getByRole('link')).first()).click();
            await page.waitForLoadState('load');
        }
        await picture('demo-3-signed-in');
        assert.ok(await signedIn().isVisible(), `still at ${page.url()}`);
        const text = await page.locator('body').innerText();
        assert.match(text, /acme/i);
        assert.match(text, /"?(iss|sub|org_id)"?/);
    });

    it('stays signed in when the app asks again', async () => {
        await page.goto(appUrl);
        assert.ok(await signedIn().isVisible());
    });

    it('leads out again, and the next sign-in asks anew', async () => {
        await signedIn().click();
        await page.waitForLoadState('load');
        const confirm = control(/^(yes|sign out|log out|continue)/i);
        if (!page.url().startsWith(appUrl) && (await confirm.isVisible())) await confirm.click();
        await page.goto(appUrl);
        await picture('demo-4-signed-out');
        assert.ok(!(await signedIn().isVisible()));
        await control(/sign in/i).click();
        await page.waitForLoadState('load');
        assert.ok(!(await signedIn().isVisible()), 'the session is over, so the practice IdP or the login page asks');
    });

    it('shows no script error and breaks no content security policy on the way', () => {
        assert.deepEqual(problems.filter((text) => !/favicon/.test(text)), []);
    });
});
