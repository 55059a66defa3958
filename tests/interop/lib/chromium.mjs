// SPDX-License-Identifier: Apache-2.0
// Which Chromium the tests drive, and how it is kept quiet.
import { existsSync } from 'node:fs';

export const kChromium = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find(existsSync);

/** Without these Chromium asks its maker's hosts at every start. */
export const kQuiet = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'];
