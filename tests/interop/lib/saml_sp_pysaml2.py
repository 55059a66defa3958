# SPDX-License-Identifier: Apache-2.0
"""An app that speaks SAML: Debian's python3-pysaml2. Argument: a JSON file with url (of the app), key, cert and metadata (a file
of the identity provider). Reads one JSON call a line and answers each with one line: {"ok": ...} or {"error": ...}."""
import json
import sys

from saml2 import BINDING_HTTP_POST, BINDING_HTTP_REDIRECT
from saml2.client import Saml2Client
from saml2.config import SPConfig
from saml2.metadata import entity_descriptor
from saml2.saml import NAMEID_FORMAT_PERSISTENT
from saml2.xmldsig import DIGEST_SHA256, SIG_RSA_SHA256

with open(sys.argv[1], encoding="utf-8") as file:
    OPTIONS = json.load(file)
URL = OPTIONS["url"]
CONFIG = SPConfig().load({
    "entityid": URL,
    "xmlsec_binary": "/usr/bin/xmlsec1",
    "key_file": OPTIONS["key"],
    "cert_file": OPTIONS["cert"],
    "encryption_keypairs": [{"key_file": OPTIONS["key"], "cert_file": OPTIONS["cert"]}],
    "signing_algorithm": SIG_RSA_SHA256,
    "digest_algorithm": DIGEST_SHA256,
    "metadata": {"local": [OPTIONS["metadata"]]},
    "service": {"sp": {
        "endpoints": {
            "assertion_consumer_service": [(URL + "/acs", BINDING_HTTP_POST)],
            "single_logout_service": [(URL + "/slo", BINDING_HTTP_REDIRECT)],
        },
        "name_id_format": [NAMEID_FORMAT_PERSISTENT],
        "required_attributes": ["mail", "displayName"],
        "authn_requests_signed": True,
        "logout_requests_signed": True,
        "logout_responses_signed": True,
        "want_assertions_signed": True,
        "want_response_signed": True,
        "allow_unsolicited": False,
    }},
})
APP = Saml2Client(config=CONFIG)
IDP = next(iter(APP.metadata.identity_providers()))
WAITING = {}


def location(info):
    return dict(info["headers"])["Location"]


def metadata(_):
    return str(entity_descriptor(CONFIG))


def begin(_):
    request, info = APP.prepare_for_authenticate(entityid=IDP, relay_state="here", binding=BINDING_HTTP_REDIRECT, sign=True,
                                                 sigalg=SIG_RSA_SHA256)
    WAITING[request] = URL
    return location(info)


def consume(call):
    answer = APP.parse_authn_request_response(call["response"], BINDING_HTTP_POST, outstanding=WAITING)
    name = answer.name_id
    APP.person = name
    return {"nameId": name.text, "nameIdFormat": name.format, "attributes": answer.get_identity()}


def logout(_):
    answers = APP.global_logout(APP.person, sign=True, sign_alg=SIG_RSA_SHA256, digest_alg=DIGEST_SHA256)
    return location(answers[IDP][1])


def logged_out(call):
    answer = APP.parse_logout_request_response(call["response"], BINDING_HTTP_REDIRECT)
    return answer.status_ok()


def sign_out(call):
    info = APP.handle_logout_request(call["request"], APP.person, BINDING_HTTP_REDIRECT, sign=True, sign_alg=SIG_RSA_SHA256)
    return location(info)


for line in sys.stdin:
    asked = json.loads(line)
    try:
        print(json.dumps({"ok": globals()[asked["call"]](asked)}), flush=True)
    except Exception as error:  # whatever it is, the test shall read it
        print(json.dumps({"error": f"{type(error).__name__}: {error}"}), flush=True)
