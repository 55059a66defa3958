// SPDX-License-Identifier: Apache-2.0
// A directory: what Entra, Okta and the like do to a tenant over SCIM.

export const kUser = 'urn:ietf:params:scim:schemas:core:2.0:User';
export const kGroup = 'urn:ietf:params:scim:schemas:core:2.0:Group';
export const kPatch = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';
export const kBulk = 'urn:ietf:params:scim:api:messages:2.0:BulkRequest';

export class Directory {
    constructor(url, token) {
        this.url = url;
        this.token = token;
    }

    /** With a token of the tenant's own. */
    static async of(daemon, tenant, more = {}) {
        const made = await daemon.admin('POST', `${tenant.T}/scim-tokens`, { name: 'directory', ...more });
        return new Directory(made.url, made.token);
    }

    /** {status, headers, json}. */
    async send(method, path, body, headers = {}) {
        const answer = await fetch(this.url + path, {
            method,
            headers: { authorization: `Bearer ${this.token}`, ...(body ? { 'content-type': 'application/scim+json' } : {}), ...headers },
            body: body ? JSON.stringify(body) : undefined,
        });
        const text = await answer.text();
        return { status: answer.status, headers: answer.headers, json: text ? JSON.parse(text) : undefined };
    }

    async addUser(userName, members = {}) {
        const { status, json } = await this.send('POST', '/Users', { schemas: [kUser], userName, ...members });
        if (status !== 201) throw new Error(`POST /Users: ${status} ${JSON.stringify(json)}`);
        return json.id;
    }

    patch(path, ...operations) {
        return this.send('PATCH', path, { schemas: [kPatch], Operations: operations });
    }

    async count(filter) {
        return (await this.send('GET', `/Users?count=0&filter=${encodeURIComponent(filter)}`)).json.totalResults;
    }
}
