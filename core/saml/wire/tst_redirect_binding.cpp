// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "http/forms.h"
#include "saml/wire/redirect_binding.h"

using namespace gatehouse;
using namespace gatehouse::saml::wire;

class TestRedirectBinding : public QObject {
    Q_OBJECT
    const crypto::PrivateKey m_key = crypto::PrivateKey::generate(crypto::KeyType::Rsa).value();
    const crypto::PrivateKey m_other = crypto::PrivateKey::generate(crypto::KeyType::Rsa).value();

    std::string queryOf(MessageKind kind, const std::string& xml, const std::string& relayState,
                        const crypto::PrivateKey* key) const {
        const std::string address = redirectAddress("https://idp.example/sso", kind, xml, relayState, key).value();
        return address.substr(address.find('?') + 1);
    }
    static std::string replaced(std::string text, const std::string& from, const std::string& to) {
        return text.replace(text.find(from), from.size(), to);
    }

private slots:
    void whatIsSentIsWhatIsRead_data() {
        QTest::addColumn<bool>("request");
        QTest::addColumn<QString>("relayState");
        QTest::newRow("request") << true << "state & more=1";
        QTest::newRow("response") << false << "ghls_x";
        QTest::newRow("no relay state") << true << "";
    }
    void whatIsSentIsWhatIsRead() {
        QFETCH(bool, request);
        QFETCH(QString, relayState);
        const MessageKind kind = request ? MessageKind::Request : MessageKind::Response;
        const auto read = readRedirect(queryOf(kind, "<a>ü &amp; more</a>", relayState.toStdString(), &m_key)).value();
        QVERIFY(read.kind == kind);
        QCOMPARE(read.xml, std::string("<a>ü &amp; more</a>"));
        QCOMPARE(read.relayState, relayState.toStdString());
        QVERIFY(verifyRedirect(read, {m_other.publicKey(), m_key.publicKey()}));
        QCOMPARE(verifyRedirect(read, {m_other.publicKey()}).error().reason, std::string("signature.key"));
        QCOMPARE(verifyRedirect(read, {}).error().reason, std::string("signature.key"));
    }
    void anAddressWithAQueryKeepsIt() {
        const std::string address =
            redirectAddress("https://idp.example/sso?tenant=1", MessageKind::Request, "<a/>", {}, nullptr).value();
        QVERIFY(address.starts_with("https://idp.example/sso?tenant=1&SAMLRequest="));
    }
    void theOrderOfTheQueryDoesNotMatter() {
        const std::string query = queryOf(MessageKind::Request, "<a/>", "s", &m_key);
        const std::size_t cut = query.find("&RelayState");
        const auto read = readRedirect(query.substr(cut + 1) + "&" + query.substr(0, cut)).value();
        QVERIFY(verifyRedirect(read, {m_key.publicKey()}));
    }
    void anotherSpellingOfTheSameQueryIsNotWhatWasSigned() {
        const std::string query = queryOf(MessageKind::Request, "<a/>", "a b", &m_key);
        QVERIFY(verifyRedirect(readRedirect(query).value(), {m_key.publicKey()}));
        const auto read = readRedirect(replaced(query, "RelayState=a%20b", "RelayState=%61%20b")).value();
        QCOMPARE(read.relayState, std::string("a b"));
        QVERIFY(!verifyRedirect(read, {m_key.publicKey()}));
    }
    void aChangedPartIsRefused_data() {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::newRow("relay state") << "RelayState=s" << "RelayState=t";
        QTest::newRow("kind") << "SAMLRequest=" << "SAMLResponse=";
        QTest::newRow("relay state added") << "&SigAlg=" << "x&SigAlg=";
        QTest::newRow("another algorithm") << "rsa-sha256" << "rsa-sha512";
    }
    void aChangedPartIsRefused() {
        QFETCH(QString, from);
        QFETCH(QString, to);
        const std::string query = queryOf(MessageKind::Request, "<a/>", "s", &m_key);
        const auto read = readRedirect(replaced(query, from.toStdString(), to.toStdString()));
        QVERIFY(!read || !verifyRedirect(*read, {m_key.publicKey()}));
    }
    void aSignatureOfTodayIsWanted() {
        const std::string unsignedQuery = queryOf(MessageKind::Request, "<a/>", "s", nullptr);
        QCOMPARE(verifyRedirect(readRedirect(unsignedQuery).value(), {m_key.publicKey()}).error().reason,
                 std::string("signature.absent"));
        for (const char* algorithm : {"http://www.w3.org/2000/09/xmldsig#rsa-sha1",
                                      "http://www.w3.org/2001/04/xmldsig-more#rsa-md5", "none", ""}) {
            const auto read =
                readRedirect(unsignedQuery + "&SigAlg=" + http::percentEncode(algorithm) + "&Signature=AAAA");
            QCOMPARE(verifyRedirect(read.value(), {m_key.publicKey()}).error().reason,
                     std::string("signature.algorithm"));
        }
    }
    void whatCannotBeReadSaysWhy_data() {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("reason");
        QTest::newRow("nothing") << "" << "saml.malformed";
        QTest::newRow("both") << "SAMLRequest=AAAA&SAMLResponse=AAAA" << "saml.malformed";
        QTest::newRow("twice") << "SAMLRequest=AAAA&RelayState=a&RelayState=b" << "saml.malformed";
        QTest::newRow("no base64") << "SAMLRequest=!!!" << "saml.malformed";
        QTest::newRow("not packed") << "SAMLRequest=PGEvPg%3D%3D" << "saml.deflate";
        QTest::newRow("too long") << "SAMLRequest=" + QString(70000, 'A') << "saml.too_large";
        QTest::newRow("a broken escape") << "SAMLRequest=%4" << "http.form_encoding";
    }
    void whatCannotBeReadSaysWhy() {
        QFETCH(QString, query);
        QFETCH(QString, reason);
        QCOMPARE(readRedirect(query.toStdString()).error().reason, reason.toStdString());
    }
};

QTEST_GUILESS_MAIN(TestRedirectBinding)
#include "tst_redirect_binding.moc"
