// SPDX-License-Identifier: Apache-2.0
// npm's oidc-provider on SQLite, one process a core, as its documentation sets it up; every write is durable before the
// answer (WAL, synchronous=FULL) like ours. Arguments: the port, the database, how many of each token to make. Prints
// one line of JSON once it listens: {"refresh": [...], "access": [...]}.
import cluster from 'node:cluster';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';

const [port, file, tokens, packages] = process.argv.slice(2);
const load = async (name) => import(pathToFileURL(createRequire(`${packages}/`).resolve(name)));

const database = new DatabaseSync(file);
database.exec('PRAGMA busy_timeout=5000; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL');
database.exec(`CREATE TABLE IF NOT EXISTS models(kind TEXT, id TEXT, payload TEXT, grantId TEXT, expiresAt INTEGER,
                                                PRIMARY KEY(kind, id)) WITHOUT ROWID;
               CREATE INDEX IF NOT EXISTS models_grant ON models(grantId)`);
const statements = {
    put: database.prepare('INSERT INTO models VALUES(?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET payload = excluded.payload'),
    get: database.prepare('SELECT payload FROM models WHERE kind = ? AND id = ?'),
    consume: database.prepare(`UPDATE models SET payload = json_set(payload, '$.consumed', ?) WHERE kind = ? AND id = ?`),
    drop: database.prepare('DELETE FROM models WHERE kind = ? AND id = ?'),
    dropGrant: database.prepare('DELETE FROM models WHERE grantId = ?'),
};

class Adapter {
    constructor(kind) {
        this.kind = kind;
    }
    async upsert(id, payload, expiresIn) {
        const end = expiresIn ? Math.floor(Date.now() / 1000) + expiresIn : null;
        statements.put.run(this.kind, id, JSON.stringify(payload), payload.grantId ?? null, end);
    }
    async find(id) {
        const row = statements.get.get(this.kind, id);
        return row && JSON.parse(row.payload);
    }
    async findByUid() {}
    async findByUserCode() {}
    async consume(id) {
        statements.consume.run(Math.floor(Date.now() / 1000), this.kind, id);
    }
    async destroy(id) {
        statements.drop.run(this.kind, id);
    }
    async revokeByGrantId(grantId) {
        statements.dropGrant.run(grantId);
    }
}

async function makeProvider(jwk) {
    const { default: Provider } = await load('oidc-provider');
    return new Provider(`http://127.0.0.1:${port}`, {
        adapter: Adapter,
        jwks: { keys: [jwk] },
        cookies: { keys: ['a key of the benchmark'] },
        clients: [
            { client_id: 'portal', client_secret: 'portal-secret', redirect_uris: ['https://app.bench.test/callback'],
              grant_types: ['authorization_code', 'refresh_token'], id_token_signed_response_alg: 'ES256' },
            { client_id: 'robot', client_secret: 'robot-secret', redirect_uris: [], response_types: [],
              grant_types: ['client_credentials'], id_token_signed_response_alg: 'ES256' },
        ],
        findAccount: (context, id) => ({ accountId: id, claims: () => ({ sub: id, email: `${id}@bench.test` }) }),
        rotateRefreshToken: true,
        scopes: ['openid', 'email', 'offline_access', 'invoices:read'],
        features: {
            devInteractions: { enabled: false },
            clientCredentials: { enabled: true },
            introspection: { enabled: true, allowedPolicy: () => true },
        },
        ttl: { AccessToken: 300, ClientCredentials: 300, RefreshToken: 86400, Grant: 86400, IdToken: 300 },
    });
}

async function makeTokens(provider) {
    const made = { refresh: [], access: [] };
    const client = await provider.Client.find('portal');
    for (let i = 0; i < Number(tokens); ++i) {
        const accountId = `p${i}`;
        const grant = new provider.Grant({ accountId, clientId: 'portal' });
        grant.addOIDCScope('openid email offline_access');
        const grantId = await grant.save();
        const common = { accountId, client, grantId, gty: 'authorization_code', scope: 'openid email offline_access' };
        const authTime = Math.floor(Date.now() / 1000);
        made.refresh.push(await new provider.RefreshToken({ ...common, authTime }).save());
        made.access.push(await new provider.AccessToken(common).save());
    }
    return made;
}

if (cluster.isPrimary) {
    const { generateKeyPair, exportJWK } = await load('jose');
    const jwk = { ...(await exportJWK((await generateKeyPair('ES256', { extractable: true })).privateKey)), use: 'sig',
                  alg: 'ES256', kid: 'bench' };
    const made = await makeTokens(await makeProvider(jwk));
    let waiting = availableParallelism();
    cluster.on('listening', () => {
        if (--waiting === 0) console.log(JSON.stringify(made));
    });
    for (let i = waiting; i > 0; --i) cluster.fork({ BENCH_JWK: JSON.stringify(jwk) });
    // Gone with whoever holds our standard input.
    process.stdin.on('end', () => process.exit(0)).resume();
} else {
    (await makeProvider(JSON.parse(process.env.BENCH_JWK))).listen(Number(port), '127.0.0.1');
}
