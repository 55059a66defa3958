# SPDX-License-Identifier: Apache-2.0
"""Says what the schemas of SAML metadata, of its user interface and of its entity attributes have against the document in
standard input; nothing where it is valid. The schemas are those of Debian's python3-pysaml2."""
import pathlib
import sys

import saml2.data.schemas
import xmlschema

HERE = pathlib.Path(next(iter(saml2.data.schemas.__path__)))
FILES = {
    "http://www.w3.org/XML/1998/namespace": "xml.xsd",
    "http://www.w3.org/2001/04/xmlenc#": "xenc-schema.xsd",
    "http://www.w3.org/2000/09/xmldsig#": "xmldsig-core-schema.xsd",
    "urn:oasis:names:tc:SAML:2.0:assertion": "saml-schema-assertion-2.0.xsd",
    "urn:oasis:names:tc:SAML:2.0:metadata": "saml-schema-metadata-2.0.xsd",
}

schema = xmlschema.XMLSchema(
    [str(HERE / name) for name in ("saml-schema-metadata-2.0.xsd", "sstc-saml-metadata-ui-v1.0.xsd", "sstc-metadata-attr.xsd")],
    locations={space: str(HERE / name) for space, name in FILES.items()},
    base_url=str(HERE),
    allow="sandbox",
    use_fallback=False,
)
for error in schema.iter_errors(sys.stdin.read()):
    print(f"{error.path}: {error.reason}")
