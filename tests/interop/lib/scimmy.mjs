// SPDX-License-Identifier: Apache-2.0
// A SCIM service that others wrote.
import { randomUUID } from 'node:crypto';
import express from 'express';
import SCIMMY from 'scimmy';
import SCIMMYRouters from 'scimmy-routers';

export const kScimmyToken = 'scimmy-token';

/** scimmy with people and groups in memory, as its documentation shows it. */
export function startScimmy() {
    for (const [type, unique] of [[SCIMMY.Resources.User, 'userName'], [SCIMMY.Resources.Group, 'displayName']]) {
        const kept = new Map();
        SCIMMY.Resources.declare(type, {
            egress: (resource) => {
                if (!resource.id) return resource.filter?.match([...kept.values()]) ?? [...kept.values()];
                if (!kept.has(resource.id)) throw new SCIMMY.Types.Error(404, null, `no ${resource.id}`);
                return kept.get(resource.id);
            },
            ingress: (resource, data) => {
                const same = [...kept.values()].find((other) => other[unique].toLowerCase() === data[unique].toLowerCase());
                if (same && same.id !== resource.id) throw new SCIMMY.Types.Error(409, 'uniqueness', `${unique} is taken`);
                if (resource.id && !kept.has(resource.id)) throw new SCIMMY.Types.Error(404, null, `no ${resource.id}`);
                const now = new Date().toISOString();
                const id = resource.id ?? randomUUID();
                const made = { ...JSON.parse(JSON.stringify(data)), id, meta: { created: kept.get(id)?.meta.created ?? now, lastModified: now } };
                kept.set(id, made);
                return made;
            },
            degress: (resource) => {
                if (!kept.delete(resource.id)) throw new SCIMMY.Types.Error(404, null, `no ${resource.id}`);
            },
        });
    }
    const app = express();
    app.use('/scim', new SCIMMYRouters({
        type: 'bearer',
        handler: (request) => {
            if (request.header('Authorization') !== `Bearer ${kScimmyToken}`) throw new Error('who are you?');
            return 'tester';
        },
    }));
    return new Promise((resolve) => {
        const server = app.listen(0, '127.0.0.1', () => resolve(server));
    });
}
