// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "audit/checkpoint.h"
#include "crypto/hash.h"

using namespace gatehouse;
using namespace gatehouse::audit;

class TestNote : public QObject {
    Q_OBJECT

    const std::string m_origin = "gh.example/t/acme/audit";
    const Bytes m_root = crypto::sha256("root");
    std::vector<crypto::PrivateKey> m_keys;

    jose::Jwk jwk(std::size_t i) const { return {m_keys[i].publicKey(), "", "sig", "EdDSA", ""}; }
    std::string note(std::size_t key = 0, std::uint64_t size = 12) const {
        return *signNote(m_origin, size, m_root, m_keys[key]);
    }
    static std::string reasonOf(const std::string& text, const std::vector<jose::Jwk>& keys) {
        const auto opened = openNote(text, keys);
        return opened ? "" : opened.error().reason;
    }
    static std::string replaced(std::string text, std::string_view from, std::string_view to) {
        return text.replace(text.find(from), from.size(), to);
    }

private slots:
    void initTestCase() {
        for (int i = 0; i < 3; ++i) {
            m_keys.push_back(*crypto::PrivateKey::generate(crypto::KeyType::Ed25519));
        }
    }

    void aNoteOpensUnderItsKey() {
        const auto opened = openNote(note(), {jwk(0)});
        QVERIFY(opened);
        QCOMPARE(opened->origin, m_origin);
        QCOMPARE(opened->size, std::uint64_t(12));
        QCOMPARE(opened->root, m_root);
        QVERIFY(openNote(note(), {jwk(1), jwk(0)}));
        QVERIFY(openNote(note(), {}));
    }
    void theNoteHasTheLinesOfTheStandard() {
        const std::string text = note();
        QVERIFY(text.starts_with(m_origin + "\n12\n" + base64Encode(m_root) + "\n\n\xE2\x80\x94 " + m_origin + " "));
        QVERIFY(text.ends_with("\n"));
    }
    void theKeyIdIsTheOneOfTheStandard() {
        // From C2SP signed-note: SHA-256(name || 0x0A || 0x01 || public key), the first four bytes.
        const std::string text = note();
        const std::size_t at = text.rfind(' ') + 1;
        const Bytes signature = *base64Decode(std::string_view(text).substr(at, text.size() - at - 1));
        QCOMPARE(signature.size(), std::size_t(68));
        QCOMPARE(signature.substr(0, 4),
                 crypto::sha256(m_origin + "\n\x01" + m_keys[0].publicKey().parts().first).substr(0, 4));
    }
    void anotherKeyDoesNotProveIt() { QCOMPARE(reasonOf(note(), {jwk(1)}), std::string("audit.note_unsigned")); }
    void aChangedNoteIsRefused() {
        QCOMPARE(reasonOf(replaced(note(), "\n12\n", "\n13\n"), {jwk(0)}), std::string("audit.note_signature"));
        QCOMPARE(reasonOf(replaced(note(), "gh.example/t/acme", "gh.example/t/evil"), {jwk(0)}),
                 std::string("audit.note_unsigned"));
    }
    void signaturesByUnknownKeysAreIgnored() {
        std::string text = note();
        for (std::size_t i = 1; i < 3; ++i) {
            const std::string other = note(i);
            text += other.substr(other.find("\n\n") + 2);
        }
        QVERIFY(openNote(text, {jwk(0)}));
        QVERIFY(openNote(text, {jwk(2)}));
    }
    void aKnownKeysBadSignatureIsRefusedBesideAGoodOne() {
        const std::string forged = note(1, 99);
        const std::string text = note(0) + forged.substr(forged.find("\n\n") + 2);
        QCOMPARE(reasonOf(text, {jwk(0), jwk(1)}), std::string("audit.note_signature"));
        QVERIFY(openNote(text, {jwk(0)}));
    }
    void brokenNotesAreRefused_data() {
        QTest::addColumn<QByteArray>("text");
        const std::string good = note();
        const auto row = [&](const char* name, std::string text) {
            QTest::newRow(name) << QByteArray::fromStdString(text);
        };
        row("empty", "");
        row("no blank line", replaced(good, "\n\n", "\n"));
        row("leading zero", replaced(good, "\n12\n", "\n012\n"));
        row("negative", replaced(good, "\n12\n", "\n-12\n"));
        row("sign", replaced(good, "\n12\n", "\n+12\n"));
        row("not a number", replaced(good, "\n12\n", "\ntwelve\n"));
        row("too big", replaced(good, "\n12\n", "\n99999999999999999999999\n"));
        row("extension line", replaced(good, "\n\n", "\nextra\n\n"));
        row("carriage return", replaced(good, "\n12\n", "\r\n12\n"));
        row("NUL", replaced(good, "gh.", std::string("g\0.", 3)));
        row("space in the origin", replaced(good, "gh.", "g h"));
        row("short root", replaced(good, base64Encode(m_root), base64Encode("short")));
        row("hyphen for a dash", replaced(good, "\xE2\x80\x94", "-"));
        row("no last newline", good.substr(0, good.size() - 1));
        row("text after", good + "more");
        row("not UTF-8", good + "\xff\n");
        row("huge", good + std::string(70'000, 'x'));
    }
    void brokenNotesAreRefused() {
        QFETCH(QByteArray, text);
        QCOMPARE(reasonOf(text.toStdString(), {jwk(0)}), std::string("audit.note_malformed"));
    }
    void aNoteWithoutSignaturesIsRefused() {
        const std::string text = note();
        QCOMPARE(reasonOf(text.substr(0, text.find("\n\n") + 2), {}), std::string("audit.note_unsigned"));
    }
    void anOriginThatCannotStandInANoteIsNotSigned() {
        for (const char* origin : {"", "a b", "a+b", "a\nb"}) {
            QVERIFY(!signNote(origin, 1, m_root, m_keys[0]));
        }
        QVERIFY(!signNote(m_origin, 1, "short", m_keys[0]));
    }
};

QTEST_GUILESS_MAIN(TestNote)
#include "tst_note.moc"
