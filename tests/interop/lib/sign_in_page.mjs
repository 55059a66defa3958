// SPDX-License-Identifier: Apache-2.0
// Opens an address in a headless Chromium, is Ana at the practice provider, and stays for the page that ends it:
//   node sign_in_page.mjs <address>
import { chromium } from 'playwright-core';
import { kChromium, kQuiet, toPractice } from './chromium.mjs';

const browser = await chromium.launch({ executablePath: kChromium, args: kQuiet });
try {
    const page = await browser.newPage();
    await page.goto(process.argv[2]);
    await toPractice(page);
    await page.click('#persona-ana');
    await page.getByText('You can close this window').waitFor({ timeout: 20000 });
} finally {
    await browser.close();
}
