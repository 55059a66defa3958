// SPDX-License-Identifier: Apache-2.0
// People and groups pulled from a SCIM service that others wrote, and pushed to it.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Directory, kGroup } from './lib/scim.mjs';
import { kScimmyToken, startScimmy } from './lib/scimmy.mjs';
import { makeWorld } from './lib/world.mjs';

describe('a synchronisation with scimmy', () => {
    let world, acme, other, scimmy, there;
    before(async () => {
        world = await makeWorld({ slugs: ['acme', 'other'] });
        ({ acme, other } = world.tenants);
        for (const tenant of [acme, other]) {
            await world.daemon.admin('PATCH', tenant.T, { settings: { scim: { requestsPerSecond: 10000, deactivationPercent: 100 } } });
        }
        scimmy = await startScimmy();
        there = new Directory(`http://127.0.0.1:${scimmy.address().port}/scim`, kScimmyToken);
    });
    after(async () => {
        await world?.stop();
        scimmy?.close();
    });

    const sync = (tenant, direction) =>
        world.daemon.admin('POST', `${tenant.T}/scim-syncs`, { name: 'scimmy', direction, url: there.url, token: kScimmyToken, every: 86400 });
    const run = (tenant, { id }) => world.daemon.admin('POST', `${tenant.T}/scim-syncs/${id}/run`, {});
    const preview = (tenant, { id }) => world.daemon.admin('POST', `${tenant.T}/scim-syncs/${id}/preview`, {});

    it('pulls its people and groups, what they become, and who is gone', async () => {
        const ann = await there.addUser('ann@acme.test', { displayName: 'Ann', emails: [{ value: 'ann@acme.test', type: 'work', primary: true }] });
        const bob = await there.addUser('bob@acme.test');
        await there.send('POST', '/Groups', { schemas: [kGroup], displayName: 'team', members: [{ value: ann }, { value: bob }] });
        const pull = await sync(acme, 'pull');
        const first = await run(acme, pull);
        assert.deepEqual([first.created, first.failed], [3, 0]);
        assert.equal((await preview(acme, pull)).same, 3);

        await there.patch(`/Users/${ann}`, { op: 'replace', path: 'displayName', value: 'Ann Ekholm' });
        await there.send('DELETE', `/Users/${bob}`);
        await run(acme, pull);
        const people = (await world.daemon.admin('GET', `${acme.T}/users`)).items;
        assert.equal(people.find(({ userName }) => userName === 'ann@acme.test').displayName, 'Ann Ekholm');
        assert.equal(people.find(({ userName }) => userName === 'bob@acme.test').active, false);
    });

    it('pushes people and groups to it, and what they become', async () => {
        const here = await Directory.of(world.daemon, other);
        const cyd = await here.addUser('cyd@other.test', { displayName: 'Cyd', emails: [{ value: 'cyd@other.test', type: 'work' }] });
        await here.send('POST', '/Groups', { schemas: [kGroup], displayName: 'crew', members: [{ value: cyd }] });
        const push = await sync(other, 'push');
        const first = await run(other, push);
        assert.equal(first.failed, 0);
        const named = async () => (await there.send('GET', '/Users')).json.Resources.find(({ userName }) => userName === 'cyd@other.test');
        assert.equal((await named()).displayName, 'Cyd');
        const crew = (await there.send('GET', '/Groups')).json.Resources.find(({ displayName }) => displayName === 'crew');
        assert.deepEqual(crew.members.map(({ value }) => value), [(await named()).id]);

        await here.patch(`/Users/${cyd}`, { op: 'replace', path: 'active', value: false });
        await run(other, push);
        assert.equal((await named()).active, false);
    });
});
