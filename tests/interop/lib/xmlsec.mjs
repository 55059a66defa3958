// SPDX-License-Identifier: Apache-2.0
// xmlsec1 as the third party that proves what we sign, and signs what we prove.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The first signing certificate that SAML metadata names, as PEM. */
export function signingCertificate(metadata) {
    const base64 = /use="signing"[\s\S]*?X509Certificate>([^<]+)</.exec(metadata)[1].replace(/\s/g, '');
    return `-----BEGIN CERTIFICATE-----\n${base64.match(/.{1,64}/g).join('\n')}\n-----END CERTIFICATE-----\n`;
}

/** Runs xmlsec1 in a folder with these files. Throws with its status where it fails. */
function xmlsec1(files, argumentsIn) {
    const folder = mkdtempSync(join(tmpdir(), 'gatehouse-xmlsec-'));
    try {
        for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
        return execFileSync('xmlsec1', argumentsIn((name) => join(folder, name)), { stdio: 'pipe', maxBuffer: 2 ** 28 }).toString();
    } finally {
        rmSync(folder, { recursive: true });
    }
}

/** Whether this certificate's key signed the document. `root`: the namespace and name of its root, whose ID is signed. */
export function proves(xml, certificate, root) {
    try {
        xmlsec1({ 'certificate.pem': certificate, 'document.xml': xml }, (file) => ['--verify', '--pubkey-cert-pem', file('certificate.pem'),
            '--enabled-key-data', 'rsa', '--id-attr:ID', root, file('document.xml')]);
        return true;
    } catch (error) {
        if (typeof error.status !== 'number') throw error;
        return false;
    }
}

/** The document with the signature of its root, whose ID this is, in the place of `<signature/>`. */
export function signed(xml, key, id, root) {
    const method = (name, uri) => `<ds:${name} Algorithm="${uri}"/>`;
    const signature = '<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignedInfo>'
        + method('CanonicalizationMethod', 'http://www.w3.org/2001/10/xml-exc-c14n#')
        + method('SignatureMethod', 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256')
        + `<ds:Reference URI="#${id}"><ds:Transforms>`
        + method('Transform', 'http://www.w3.org/2000/09/xmldsig#enveloped-signature') + method('Transform', 'http://www.w3.org/2001/10/xml-exc-c14n#')
        + `</ds:Transforms>${method('DigestMethod', 'http://www.w3.org/2001/04/xmlenc#sha256')}<ds:DigestValue/></ds:Reference>`
        + '</ds:SignedInfo><ds:SignatureValue/></ds:Signature>';
    return xmlsec1({ 'key.pem': key, 'document.xml': xml.replace('<signature/>', signature) },
        (file) => ['--sign', '--privkey-pem', file('key.pem'), '--id-attr:ID', root, file('document.xml')]);
}
