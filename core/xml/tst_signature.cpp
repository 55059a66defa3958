// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "xml/algorithms.h"
#include "xml/signature.h"

using namespace gatehouse;
using xml::Sha1;
using xml::Tree;

namespace {

constexpr const char* kDocument =
    "<p:Response xmlns:p=\"urn:p\" ID=\"r1\"><a:Issuer xmlns:a=\"urn:a\">idp</a:Issuer>"
    "<a:Assertion xmlns:a=\"urn:a\" ID=\"a1\" kind='x'><a:Issuer>idp</a:Issuer>\n<a:NameID>alice &amp; co</a:NameID>"
    "</a:Assertion></p:Response>";

struct Proof {
    std::string reason; ///< empty: it holds
    std::string octets;
};

Proof prove(const std::string& document, std::string_view id, const std::vector<crypto::PublicKey>& keys,
            Sha1 sha1 = Sha1::Refuse) {
    const auto tree = Tree::parse(document);
    if (!tree) {
        return {tree.error().reason, {}};
    }
    const auto element = tree->withId(id);
    if (!element) {
        return {"no such ID", {}};
    }
    const auto verified = xml::verify(*tree, *element, keys, sha1);
    return verified ? Proof{{}, std::string(verified->tree.text())} : Proof{verified.error().reason, {}};
}

std::string replaced(std::string text, std::string_view what, std::string_view with) {
    const std::size_t at = text.find(what);
    return at == std::string::npos ? "nothing to replace" : text.replace(at, what.size(), with);
}

/// One signer for each family.
struct Signer {
    explicit Signer(crypto::KeyType type)
        : key(crypto::PrivateKey::generate(type).value()) {}
    crypto::PrivateKey key;
    [[nodiscard]] std::string sign(const std::string& document, std::string_view id,
                                   crypto::Signature algorithm) const {
        return xml::sign(document, id, "Issuer", {key, algorithm}).value();
    }
    [[nodiscard]] std::vector<crypto::PublicKey> keys() const { return {key.publicKey()}; }
};

const Signer& rsa() {
    static const Signer signer(crypto::KeyType::Rsa);
    return signer;
}

std::string baseline() {
    return rsa().sign(kDocument, "a1", crypto::Signature::RS256);
}

} // namespace

class TstSignature final : public QObject {
    Q_OBJECT

private slots:
    void everyAlgorithmSignsAndProves_data() {
        QTest::addColumn<int>("type");
        QTest::addColumn<int>("algorithm");
        const auto row = [](const char* name, crypto::KeyType type, crypto::Signature algorithm) {
            QTest::newRow(name) << int(type) << int(algorithm);
        };
        row("RS256", crypto::KeyType::Rsa, crypto::Signature::RS256);
        row("RS512", crypto::KeyType::Rsa, crypto::Signature::RS512);
        row("PS256", crypto::KeyType::Rsa, crypto::Signature::PS256);
        row("ES256", crypto::KeyType::EcP256, crypto::Signature::ES256);
        row("ES384", crypto::KeyType::EcP384, crypto::Signature::ES384);
        row("ES512", crypto::KeyType::EcP521, crypto::Signature::ES512);
    }
    void everyAlgorithmSignsAndProves() {
        QFETCH(int, type);
        QFETCH(int, algorithm);
        const Signer signer{crypto::KeyType(type)};
        const std::string once = signer.sign(kDocument, "a1", crypto::Signature(algorithm));
        const std::string twice = signer.sign(once, "r1", crypto::Signature(algorithm));
        QCOMPARE(prove(once, "a1", signer.keys()).reason, std::string());
        QCOMPARE(prove(twice, "a1", signer.keys()).reason, std::string());
        QCOMPARE(prove(twice, "r1", signer.keys()).reason, std::string());
        QCOMPARE(prove(once, "r1", signer.keys()).reason, std::string("signature.absent"));
    }

    void whatIsGivenIsWhatWasDigested() {
        const Proof proof = prove(baseline(), "a1", rsa().keys());
        QCOMPARE(proof.octets,
                 std::string("<a:Assertion xmlns:a=\"urn:a\" ID=\"a1\" kind=\"x\"><a:Issuer>idp</a:Issuer>\n"
                             "<a:NameID>alice &amp; co</a:NameID></a:Assertion>"));
    }

    void anyOfTheKeysMayBeTheOne() {
        std::vector<crypto::PublicKey> keys{Signer(crypto::KeyType::EcP256).key.publicKey(),
                                            Signer(crypto::KeyType::Rsa).key.publicKey()};
        QCOMPARE(prove(baseline(), "a1", keys).reason, std::string("signature.key"));
        keys.push_back(rsa().key.publicKey());
        QCOMPARE(prove(baseline(), "a1", keys).reason, std::string());
        QCOMPARE(prove(baseline(), "a1", {}).reason, std::string("signature.key"));
    }

    void refuses_data() {
        QTest::addColumn<QByteArray>("what");
        QTest::addColumn<QByteArray>("with");
        QTest::addColumn<QByteArray>("reason");
        const auto row = [](const char* name, const QByteArray& what, const QByteArray& with, const char* reason) {
            QTest::newRow(name) << what << with << QByteArray(reason);
        };
        row("a changed value", "alice", "mallory", "signature.digest");
        row("a changed attribute", "kind='x'", "kind='y'", "signature.digest");
        row("another namespace", "ID=\"a1\"", "ID=\"a1\" xmlns:q=\"urn:q\" q:x=\"1\"", "signature.digest");
        row("an empty reference", "URI=\"#a1\"", "URI=\"\"", "signature.reference");
        row("a reference to the whole document", "URI=\"#a1\"", "URI=\"#r1\"", "signature.reference");
        row("an external reference", "URI=\"#a1\"", "URI=\"http://127.0.0.1:1/\"", "signature.reference");
        row("an xpointer", "URI=\"#a1\"", "URI=\"#xpointer(id('a1'))\"", "signature.reference");
        row("a reference in other case", "URI=\"#a1\"", "URI=\"#A1\"", "signature.reference");
        row("two references", "</ds:Reference>", "</ds:Reference><ds:Reference URI=\"#a1\"></ds:Reference>",
            "signature.shape");
        row("no reference", "ds:Reference URI", "ds:Refer URI", "xml.malformed");
        row("a third transform", "</ds:Transforms>",
            "<ds:Transform Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"/></ds:Transforms>",
            "signature.transforms");
        row("an XPath", "<ds:Transform Algorithm=\"http://www.w3.org/2000/09/xmldsig#enveloped-signature\">",
            "<ds:Transform Algorithm=\"http://www.w3.org/TR/1999/REC-xpath-19991116\">", "signature.transforms");
        row("XSLT", "<ds:Transform Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\">",
            "<ds:Transform Algorithm=\"http://www.w3.org/TR/1999/REC-xslt-19991116\">", "signature.transforms");
        row("inclusive canonicalisation", "<ds:Transform Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\">",
            "<ds:Transform Algorithm=\"http://www.w3.org/TR/2001/REC-xml-c14n-20010315\">", "signature.transforms");
        row("inclusive canonicalisation of SignedInfo",
            "<ds:CanonicalizationMethod Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\">",
            "<ds:CanonicalizationMethod Algorithm=\"http://www.w3.org/TR/2001/REC-xml-c14n-20010315\">",
            "signature.transforms");
        row("canonicalisation with comments",
            "<ds:CanonicalizationMethod Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\">",
            "<ds:CanonicalizationMethod Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#WithComments\">",
            "signature.transforms");
        row("HMAC", "xmldsig-more#rsa-sha256", "xmldsig-more#hmac-sha256", "signature.algorithm");
        row("MD5", "xmldsig-more#rsa-sha256", "xmldsig-more#rsa-md5", "signature.algorithm");
        row("SHA-1 in the signature", "2001/04/xmldsig-more#rsa-sha256", "2000/09/xmldsig#rsa-sha1",
            "signature.algorithm");
        row("SHA-1 in the digest", "2001/04/xmlenc#sha256", "2000/09/xmldsig#sha1", "signature.algorithm");
        row("another digest", "2001/04/xmlenc#sha256", "2001/04/xmlenc#sha512", "signature.digest");
        row("another signature", "xmldsig-more#rsa-sha256", "xmldsig-more#rsa-sha512", "signature.key");
        row("a length of an HMAC", "xmldsig-more#rsa-sha256\">",
            "xmldsig-more#rsa-sha256\"><ds:HMACOutputLength>8</ds:HMACOutputLength>", "signature.algorithm");
        row("an Object", "</ds:SignatureValue>", "</ds:SignatureValue><ds:Object/>", "signature.shape");
        row("an element in the digest", "<ds:DigestValue>", "<ds:DigestValue><ds:X/>", "signature.shape");
        row("a second digest", "</ds:DigestValue>", "</ds:DigestValue><ds:DigestValue>AA==</ds:DigestValue>",
            "signature.shape");
        row("no digest", "<ds:DigestValue>", "<ds:DigestValue></ds:DigestValue><ds:DigestValue>", "signature.shape");
        row("a comment in the digest", "<ds:DigestValue>", "<ds:DigestValue><!-- -->", "xml.comment");
        row("a second signature", "</ds:Signature>",
            "</ds:Signature><ds:Signature xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"/>", "signature.shape");
        row("the signed ID twice", "ID=\"r1\"", "ID=\"a1\"", "xml.id");
        row("a prefix list that is none", "exc-c14n#\"></ds:Transform>",
            "exc-c14n#\"><e:InclusiveNamespaces xmlns:e=\"http://www.w3.org/2001/10/xml-exc-c14n#\" "
            "PrefixList=\"a:b\"/></ds:Transform>",
            "signature.transforms");
        row("a long prefix list", "exc-c14n#\"></ds:Transform>",
            "exc-c14n#\"><e:InclusiveNamespaces xmlns:e=\"http://www.w3.org/2001/10/xml-exc-c14n#\" PrefixList=\"" +
                QByteArray("a ").repeated(17) + "\"/></ds:Transform>",
            "signature.transforms");
    }
    void refuses() {
        QFETCH(QByteArray, what);
        QFETCH(QByteArray, with);
        QFETCH(QByteArray, reason);
        const std::string document = replaced(baseline(), what.toStdString(), with.toStdString());
        QVERIFY(document != "nothing to replace");
        QCOMPARE(QByteArray::fromStdString(prove(document, "a1", rsa().keys()).reason), reason);
    }

    void aKeyThatTheMessageBringsProvesNothing() {
        const Signer attacker(crypto::KeyType::Rsa);
        QCOMPARE(prove(attacker.sign(kDocument, "a1", crypto::Signature::RS256), "a1", rsa().keys()).reason,
                 std::string("signature.key"));
    }

    void aSignatureDeeperDownIsNotTheElementsOwn() {
        QCOMPARE(prove(baseline(), "r1", rsa().keys()).reason, std::string("signature.absent"));
    }
};

QTEST_GUILESS_MAIN(TstSignature)
#include "tst_signature.moc"
