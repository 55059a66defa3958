# SPDX-License-Identifier: Apache-2.0
"""A SAML identity provider: Debian's python3-pysaml2. Argument: a JSON file with port, url, key, cert, metadata (files of
service providers), people, state (a JSON file: person, acr) and requests (a file that gets each request, one JSON a line)."""
import base64
import html
import http.server
import json
import sys
import urllib.parse

from saml2 import BINDING_HTTP_POST, BINDING_HTTP_REDIRECT
from saml2.config import IdPConfig
from saml2.saml import NAMEID_FORMAT_PERSISTENT, NAME_FORMAT_URI, NameID
from saml2.server import Server
from saml2.sigver import verify_redirect_signature
from saml2.xmldsig import DIGEST_SHA256, SIG_RSA_SHA256

with open(sys.argv[1], encoding="utf-8") as file:
    OPTIONS = json.load(file)
URL = OPTIONS["url"]
# By their names in LDAP, of which it knows the URIs. It releases what a service provider's metadata asks for.
NAMES = {"email": "mail", "given_name": "givenName", "family_name": "sn", "name": "displayName", "groups": "isMemberOf"}
PASSWORD = "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport"

IDP = Server(config=IdPConfig().load({
    "entityid": URL + "/metadata",
    "xmlsec_binary": "/usr/bin/xmlsec1",
    "key_file": OPTIONS["key"],
    "cert_file": OPTIONS["cert"],
    "metadata": {"local": OPTIONS["metadata"]},
    "service": {"idp": {
        "endpoints": {"single_sign_on_service": [(URL + "/sso", BINDING_HTTP_REDIRECT), (URL + "/sso", BINDING_HTTP_POST)]},
        "name_id_format": [NAMEID_FORMAT_PERSISTENT],
        "sign_response": True,
        "sign_assertion": True,
        "policy": {"default": {"lifetime": {"minutes": 5}, "attribute_restrictions": None, "name_form": NAME_FORMAT_URI}},
    }},
}))


def state():
    with open(OPTIONS["state"], encoding="utf-8") as file:
        return json.load(file)


def attributes_of(claims):
    out = {}
    for name, value in claims.items():
        values = [str(one) for one in (value if isinstance(value, list) else [value]) if not isinstance(one, (dict, list)) and one is not None]
        if values:
            out[NAMES.get(name, name)] = values
    return out


def prove(query, parsed):
    """pysaml2 reads a redirect's message, and leaves its signature to whoever asks for it."""
    certs = IDP.metadata.certs(parsed.message.issuer.text, "spsso", "signing")
    message = {name: values[0] for name, values in query.items()}
    if "Signature" not in message:
        raise ValueError("not signed")
    known = [cert[1] if isinstance(cert, tuple) else cert for cert in certs]  # as of 7.1 with their names
    if not any(verify_redirect_signature(dict(message), IDP.sec.sec_backend, cert) for cert in known):
        raise ValueError("a wrong signature")


def answer(parsed, relay_state):
    now = state()
    claims = OPTIONS["people"][now["person"]]
    asked = IDP.response_args(parsed.message)
    asked.pop("binding", None)
    asked.pop("name_id_policy", None)
    return IDP.create_authn_response(
        attributes_of(claims), userid=now["person"],
        name_id=NameID(format=NAMEID_FORMAT_PERSISTENT, text=now["person"], sp_name_qualifier=asked["sp_entity_id"]),
        authn={"class_ref": now.get("acr", PASSWORD), "authn_auth": URL},
        sign_response=True, sign_assertion=True, sign_alg=SIG_RSA_SHA256, digest_alg=DIGEST_SHA256, **asked)


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.0"

    def log_message(self, *words):
        pass

    def send(self, status, kind, body):
        data = body.encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def sign_in(self, query, binding):
        message = query["SAMLRequest"][0]
        with open(OPTIONS["requests"], "a", encoding="utf-8") as file:
            name = "redirect" if binding == BINDING_HTTP_REDIRECT else "post"
            file.write(json.dumps({"binding": name, "message": message, "relayState": query.get("RelayState", [None])[0]}) + "\n")
        parsed = IDP.parse_authn_request(message, binding)
        if binding == BINDING_HTTP_REDIRECT:
            prove(query, parsed)
        relay_state = query.get("RelayState", [""])[0]
        text = base64.b64encode(str(answer(parsed, relay_state)).encode()).decode()
        destination = IDP.response_args(parsed.message)["destination"]
        self.send(200, "text/html; charset=utf-8", (
            '<!DOCTYPE html><html><body onload="document.forms[0].submit()">'
            f'<form method="post" action="{html.escape(destination)}">'
            f'<input type="hidden" name="SAMLResponse" value="{html.escape(text)}">'
            f'<input type="hidden" name="RelayState" value="{html.escape(relay_state)}"></form></body></html>'))

    def serve(self, query, binding):
        path = urllib.parse.urlsplit(self.path).path
        if path == "/metadata":
            from saml2.metadata import create_metadata_string
            self.send(200, "application/samlmetadata+xml", create_metadata_string(None, IDP.config, sign=False).decode())
            return
        if path != "/sso":
            self.send(404, "text/plain", "no such page\n")
            return
        try:
            self.sign_in(query, binding)
        except Exception as error:  # what a person would see at the provider
            self.send(403, "text/plain", f"refused: {type(error).__name__} {error}\n")

    def do_GET(self):
        self.serve(urllib.parse.parse_qs(urllib.parse.urlsplit(self.path).query), BINDING_HTTP_REDIRECT)

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", "0"))).decode()
        self.serve(urllib.parse.parse_qs(body), BINDING_HTTP_POST)


http.server.HTTPServer(("127.0.0.1", OPTIONS["port"]), Handler).serve_forever()
