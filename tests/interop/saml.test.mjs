// SPDX-License-Identifier: Apache-2.0
// Sign-ins through SAML identity providers that others wrote: the app speaks OpenID Connect, as ever.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Browser } from './lib/browser.mjs';
import { Daemon } from './lib/daemon.mjs';
import * as samlify from './lib/saml_idp_samlify.mjs';
import { addSamlTenant, signInBySaml, walkSaml } from './lib/saml_world.mjs';
import { peopleOf } from './lib/world.mjs';

for (const software of [samlify]) {
    describe(`SAML with ${software.name}`, { skip: !software.available() }, () => {
        let daemon;
        let idp;
        let acme;

        before(async () => {
            daemon = await Daemon.start();
            idp = await software.start({ people: peopleOf('acme.test') });
            acme = await addSamlTenant(daemon, idp, 'acme');
        });
        after(async () => {
            await idp?.stop();
            await daemon?.stop();
        });

        it('signs a person in, with claims, roles and a session', async () => {
            const { claims } = await signInBySaml({ idp, tenant: acme, person: 'ann' });
            assert.equal(claims.email, 'ann@acme.test');
            assert.equal(claims.name, 'Ann Ekholm');
            assert.equal(claims.idp, 'company');
            assert.deepEqual([...claims.roles].sort(), ['admin', 'member']);
        });
    });
}
