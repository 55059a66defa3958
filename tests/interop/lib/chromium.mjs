// SPDX-License-Identifier: Apache-2.0
// Which Chromium the tests drive, and how it is kept quiet.
import { existsSync } from 'node:fs';

export const kChromium = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find(existsSync);

/** Without these Chromium asks its maker's hosts at every start. */
export const kQuiet = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'];

/** On from wherever an app sent a page to: by OpenID Connect, where a page asks by which protocol, to the question whom to be. */
export async function toPractice(page) {
    const people = page.locator('#persona-ana');
    const choice = page.getByRole('link', { name: /Acme practice IdP$/ });
    await people.or(choice).first().waitFor();
    if (await choice.isVisible()) await choice.click();
    await people.waitFor();
}
