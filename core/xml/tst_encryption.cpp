// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "xml/encryption.h"

using namespace gatehouse;
using xml::Cbc;
using xml::Tree;

namespace {

const crypto::PrivateKey& key() {
    static const crypto::PrivateKey one = crypto::PrivateKey::generate(crypto::KeyType::Rsa).value();
    return one;
}

std::string around(const std::string& encrypted) {
    return "<s:EncryptedAssertion xmlns:s=\"urn:s\" xmlns=\"urn:d\">" + encrypted + "</s:EncryptedAssertion>";
}

std::string encrypted() {
    return around(xml::encrypt("<s:Assertion ID=\"a\"><Inner/></s:Assertion>", key().publicKey()).value());
}

/// The opened document, or the slug of what is wrong.
std::string opened(const std::string& document, const std::vector<crypto::PrivateKey>& keys, Cbc cbc = Cbc::Refuse) {
    const auto tree = Tree::parse(document);
    if (!tree) {
        return tree.error().reason;
    }
    const auto text = xml::decrypt(tree->root(), keys, cbc);
    return text ? *text : text.error().reason;
}

std::string replaced(std::string text, std::string_view what, std::string_view with) {
    const std::size_t at = text.find(what);
    return at == std::string::npos ? "nothing to replace" : text.replace(at, what.size(), with);
}

/// The same with the last value of its kind decoded, changed and encoded again.
std::string withContent(const std::string& document, const std::function<void(Bytes&)>& change) {
    const std::size_t begin = document.rfind("<xenc:CipherValue>") + 18;
    const std::size_t end = document.find('<', begin);
    Bytes octets = *base64Decode(document.substr(begin, end - begin));
    change(octets);
    return document.substr(0, begin) + base64Encode(octets) + document.substr(end);
}

} // namespace

class TstEncryption final : public QObject {
    Q_OBJECT

private slots:
    void whatIsEncryptedOpensWithTheNamespacesAroundIt() {
        const std::string text = opened(encrypted(), {key()});
        const auto tree = Tree::parse(text);
        QVERIFY2(tree, text.c_str());
        QVERIFY(tree->root().is("urn:s", "Assertion"));
        QVERIFY(tree->root().firstChild()->is("urn:d", "Inner"));
    }

    void declarationsOfItsOwnWin() {
        const std::string own = "<s:Assertion\n xmlns:s=\"urn:s2\" xmlns=\"urn:d2\"><Inner/></s:Assertion>";
        QCOMPARE(opened(around(*xml::encrypt(own, key().publicKey())), {key()}), own);
    }

    void anyOfOurKeysMayBeTheOne() {
        const crypto::PrivateKey other = crypto::PrivateKey::generate(crypto::KeyType::Rsa).value();
        const crypto::PrivateKey curve = crypto::PrivateKey::generate(crypto::KeyType::EcP256).value();
        QVERIFY(opened(encrypted(), {curve, other, key()}).starts_with("<s:Assertion"));
        QCOMPARE(opened(encrypted(), {curve, other}), std::string("encryption.open"));
        QCOMPARE(opened(encrypted(), {}), std::string("encryption.open"));
    }

    void whateverIsWrongInsideLooksTheSame() {
        const std::string good = encrypted();
        QCOMPARE(opened(withContent(good, [](Bytes& octets) { octets[20] ^= 1; }), {key()}),
                 std::string("encryption.open"));
        QCOMPARE(opened(withContent(good, [](Bytes& octets) { octets.resize(octets.size() - 12); }), {key()}),
                 std::string("encryption.open"));
        QCOMPARE(opened(withContent(good, [](Bytes& octets) { octets.resize(20); }), {key()}),
                 std::string("encryption.open"));
        const std::size_t first = good.find("<xenc:CipherValue>") + 18;
        std::string otherKey = good;
        otherKey.replace(first, 8, "AAAAAAAA");
        QCOMPARE(opened(otherKey, {key()}), std::string("encryption.open"));
    }

    void algorithmsThatProveNothingAreRefused() {
        QCOMPARE(opened(replaced(encrypted(), "2001/04/xmlenc#rsa-oaep-mgf1p", "2001/04/xmlenc#rsa-1_5"), {key()}),
                 std::string("encryption.algorithm"));
        const std::string cbc = replaced(encrypted(), "2009/xmlenc11#aes256-gcm", "2001/04/xmlenc#aes256-cbc");
        QCOMPARE(opened(cbc, {key()}), std::string("encryption.algorithm"));
        QCOMPARE(opened(cbc, {key()}, Cbc::Allow), std::string("encryption.open"));
        QCOMPARE(opened(replaced(encrypted(), "2009/xmlenc11#aes256-gcm", "2001/04/xmlenc#tripledes-cbc"), {key()},
                        Cbc::Allow),
                 std::string("encryption.algorithm"));
    }

    void nothingIsFetched() {
        const std::string reference = "<xenc:CipherReference URI=\"http://127.0.0.1:1/\"/>";
        const std::string good = encrypted();
        const std::size_t begin = good.rfind("<xenc:CipherValue>");
        const std::size_t end = good.rfind("</xenc:CipherValue>") + 19;
        QCOMPARE(opened(good.substr(0, begin) + reference + good.substr(end), {key()}),
                 std::string("encryption.shape"));
        QCOMPARE(opened(around(""), {key()}), std::string("encryption.shape"));
        QCOMPARE(opened(around(*xml::encrypt("<a/>", key().publicKey()) + *xml::encrypt("<a/>", key().publicKey())),
                        {key()}),
                 std::string("encryption.shape"));
    }
};

QTEST_GUILESS_MAIN(TstEncryption)
#include "tst_encryption.moc"
