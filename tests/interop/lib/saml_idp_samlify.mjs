// SPDX-License-Identifier: Apache-2.0
// A SAML identity provider: npm's samlify in this process. Whoever `person` names signs in without being asked. What reaches it has to
// be signed, and valid against the schemas of SAML.
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import http from 'node:http';
import { createRequire } from 'node:module';
import { attributesOf, entityIdOf, escapeXml, kBinding, kNameId, kPassword, makeCertificate, messageText, newFolder, postPage } from './saml_idp_parts.mjs';
import { stopValidating, validate } from './saml_schema.mjs';

// Its modules are CommonJS with a default export, which only require() gives as it is meant.
const samlify = createRequire(import.meta.url)('samlify');
samlify.setSchemaValidator({ validate });

export const name = 'samlify';
export const available = () => true;

const kAes256Gcm = 'http://www.w3.org/2009/xmlenc11#aes256-gcm';
const kBasic = 'urn:oasis:names:tc:SAML:2.0:attrname-format:basic';

const statement = (attributes) => Object.keys(attributes).length === 0 ? '' : '<saml:AttributeStatement>' +
    Object.entries(attributes).map(([attribute, values]) =>
        `<saml:Attribute Name="${escapeXml(attribute)}" NameFormat="${kBasic}">${values.map((value) =>
            `<saml:AttributeValue xsi:type="xs:string">${escapeXml(value)}</saml:AttributeValue>`).join('')}</saml:Attribute>`).join('') +
    '</saml:AttributeStatement>';

class SamlifyIdp {
    /** `signResponse` signs the message too, `encrypt` makes an EncryptedAssertion; both may be set later, for the next sign-in. */
    static async start({ people, signResponse = true, encrypt = false, encryption = kAes256Gcm }) {
        const idp = new SamlifyIdp();
        Object.assign(idp, { people, person: Object.keys(people)[0], signResponse, encrypt, encryption });
        idp.takesOneKey = true; // with several signing certificates of a partner it knows none
        idp.requests = []; // {binding, xml, relayState} that came to the sign-in address
        idp.refusals = []; // why one of them was turned away
        idp.logouts = []; // {type, xml, relayState, extract}: requests and answers that came to the logout address and were right
        idp.sessions = []; // {sp, subject, nameId, format, index} of each sign-in, newest last
        idp.providers = new Map();
        const folder = newFolder();
        idp.pair = await makeCertificate(folder);
        rmSync(folder, { recursive: true, force: true });
        idp.server = http.createServer((request, response) => idp.#handle(request, response).catch((error) => {
            idp.refusals.push(String(error?.message ?? error));
            response.writeHead(403, { 'content-type': 'text/plain' }).end(`refused: ${error?.message ?? error}\n`);
        }));
        await new Promise((resolve) => idp.server.listen(0, '127.0.0.1', resolve));
        idp.url = `http://127.0.0.1:${idp.server.address().port}`;
        idp.metadataUrl = idp.entityId = `${idp.url}/metadata`;
        return idp;
    }

    /** samlify's own object, with what is set now. */
    #self() {
        return samlify.IdentityProvider({
            entityID: this.entityId, privateKey: this.pair.key, signingCert: this.pair.cert, wantAuthnRequestsSigned: true,
            wantLogoutRequestSigned: true, wantLogoutResponseSigned: true, nameIDFormat: [kNameId.persistent, kNameId.email],
            singleSignOnService: [{ Binding: kBinding.redirect, Location: `${this.url}/sso` }],
            singleLogoutService: [{ Binding: kBinding.redirect, Location: `${this.url}/logout` }],
            requestSignatureAlgorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
            isAssertionEncrypted: this.encrypt, dataEncryptionAlgorithm: this.encryption,
            keyEncryptionAlgorithm: 'http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p',
        });
    }

    async metadata() {
        return this.#self().getMetadata();
    }

    /** Registers a service provider, or registers it again. */
    async trust(metadata) {
        this.providers.set(entityIdOf(metadata), metadata);
    }

    #provider(entityId) {
        const metadata = this.providers.get(entityId);
        if (!metadata) throw new Error(`no service provider is ${entityId}`);
        return samlify.ServiceProvider({
            metadata, wantMessageSigned: this.signResponse, wantLogoutRequestSigned: true, wantLogoutResponseSigned: true,
            requestSignatureAlgorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
        });
    }

    async #handle(request, response) {
        const url = new URL(request.url, this.url);
        if (url.pathname === '/metadata') {
            response.writeHead(200, { 'content-type': 'application/samlmetadata+xml' }).end(await this.metadata());
        } else if (url.pathname === '/sso') {
            await this.#signIn(url, response);
        } else if (url.pathname === '/logout') {
            await this.#logout(url, response);
        } else {
            response.writeHead(404).end();
        }
    }

    /** What samlify wants to know of a request: its query, and the text of it that is signed. */
    static #envelope(url) {
        const raw = Object.fromEntries(url.search.slice(1).split('&').map((pair) => [pair.slice(0, pair.indexOf('=')), pair]));
        return {
            query: Object.fromEntries(url.searchParams),
            octetString: ['SAMLRequest', 'SAMLResponse', 'RelayState', 'SigAlg'].map((key) => raw[key]).filter(Boolean).join('&'),
        };
    }

    async #signIn(url, response) {
        const relayState = url.searchParams.get('RelayState') ?? undefined;
        const xml = messageText('redirect', url.searchParams.get('SAMLRequest') ?? '');
        this.requests.push({ binding: 'redirect', xml, relayState });
        const provider = this.#provider(samlify.Extractor.extract(xml, samlify.Extractor.loginRequestFields).issuer);
        const idp = this.#self();
        const asked = await idp.parseLoginRequest(provider, 'redirect', SamlifyIdp.#envelope(url));
        const message = await this.#answer(idp, provider, asked, xml);
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(
            postPage(message.entityEndpoint, { SAMLResponse: message.context, RelayState: relayState }));
    }

    /** The answer to `asked`; one that nobody asked for without it. */
    #answer(idp, provider, asked, xml = '') {
        const claims = this.people[this.person];
        const policy = asked?.extract.nameIDPolicy;
        const wanted = (typeof policy === 'string' ? policy : policy?.format) ?? this.nameIdFormat;
        const format = Object.values(kNameId).includes(wanted) && wanted !== kNameId.unspecified ? wanted : kNameId.persistent;
        const nameId = format === kNameId.email ? claims.email : format === kNameId.transient ? `_${randomUUID()}` : this.person;
        const session = { sp: provider.entityMeta.getEntityID(), subject: this.person, nameId, format, index: `_${randomUUID()}` };
        const context = this.acr ?? /<(?:\w+:)?AuthnContextClassRef[^>]*>\s*([^<\s]+)/.exec(xml)?.[1] ?? kPassword;
        const [now, later] = [new Date(), new Date(Date.now() + 300_000)].map((time) => time.toISOString());
        const acs = provider.entityMeta.getAssertionConsumerService('post');
        const id = `_${randomUUID()}`;
        const filled = (template) => ({
            id,
            context: samlify.SamlLib.replaceTagsByValue(template
                .replace('{AuthnStatement}', `<saml:AuthnStatement AuthnInstant="${now}" SessionIndex="${session.index}">` +
                    `<saml:AuthnContext><saml:AuthnContextClassRef>${escapeXml(context)}</saml:AuthnContextClassRef></saml:AuthnContext>` +
                    '</saml:AuthnStatement>')
                .replace('{AttributeStatement}', statement(attributesOf(claims))), {
                ID: id, AssertionID: `_${randomUUID()}`, Destination: acs, SubjectRecipient: acs, Audience: session.sp,
                Issuer: this.entityId, IssueInstant: now, StatusCode: samlify.Constants.StatusCode.Success,
                ConditionsNotBefore: now, ConditionsNotOnOrAfter: later, SubjectConfirmationDataNotOnOrAfter: later,
                NameIDFormat: format, NameID: nameId, InResponseTo: asked?.extract.request.id,
            }),
        });
        this.sessions.push(session);
        return idp.createLoginResponse(provider, asked ?? {}, 'post', { email: nameId },
            { customTagReplacement: filled, encryptThenSign: this.encrypt });
    }

    /** A sign-in that the service provider never asked for: the fields of the form that its ACS would get. */
    async unsolicited(entityId = [...this.providers.keys()][0], relayState) {
        const message = await this.#answer(this.#self(), this.#provider(entityId));
        return { url: message.entityEndpoint, method: 'POST', form: { SAMLResponse: message.context, ...(relayState ? { RelayState: relayState } : {}) } };
    }

    /** Starts a logout here: the address at the service provider that gets the signed LogoutRequest of the last session of `person`. */
    logoutRequest({ person = this.person, sp, relayState = '', session } = {}) {
        const ended = session ?? this.sessions.findLast((one) => one.subject === person && (!sp || one.sp === sp));
        if (!ended) throw new Error(`${person} has no session`);
        const id = `_${randomUUID()}`;
        const { context } = this.#self().createLogoutRequest(this.#provider(ended.sp), 'redirect',
            { logoutNameID: ended.nameId, sessionIndex: ended.index }, {
                relayState,
                customTagReplacement: (template, values) => ({ id,
                    context: samlify.SamlLib.replaceTagsByValue(template, { ...values, ID: id, NameIDFormat: ended.format }) }),
            });
        return { id, url: context };
    }

    async #logout(url, response) {
        const answer = url.searchParams.get('SAMLResponse');
        const relayState = url.searchParams.get('RelayState') ?? undefined;
        const xml = messageText('redirect', answer ?? url.searchParams.get('SAMLRequest') ?? '');
        const fields = answer ? samlify.Extractor.logoutResponseFields : samlify.Extractor.logoutRequestFields;
        const provider = this.#provider(samlify.Extractor.extract(xml, fields).issuer);
        const idp = this.#self();
        const type = answer ? 'LogoutResponse' : 'LogoutRequest';
        const parsed = await idp[`parse${type}`](provider, 'redirect', SamlifyIdp.#envelope(url));
        this.logouts.push({ type, xml, relayState, extract: parsed.extract });
        if (answer) {
            response.writeHead(200, { 'content-type': 'text/plain' }).end('signed out\n');
            return;
        }
        this.sessions = this.sessions.filter((one) => one.sp !== provider.entityMeta.getEntityID() || one.nameId !== parsed.extract.nameID);
        const { context } = idp.createLogoutResponse(provider, parsed, 'redirect', { relayState: relayState ?? '' });
        response.writeHead(302, { location: context, 'cache-control': 'no-store' }).end();
    }

    async stop() {
        await stopValidating();
        this.server.closeAllConnections();
        return new Promise((resolve) => this.server.close(resolve));
    }
}

export const start = (options) => SamlifyIdp.start(options);
