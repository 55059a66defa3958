// SPDX-License-Identifier: Apache-2.0
// Aggregates of federations: read as they come, proven whole, of which one entity is kept (security.md SP-47).
#include <QtTest>

#include <sys/resource.h>

#include "saml/wire/idp_metadata.h"
#include "saml/wire/metadata_reader.h"
#include "saml/wire/names.h"
#include "xml/signature.h"

using namespace gatehouse;
using saml::wire::MetadataReader;

namespace {

std::string entity(const std::string& id, std::string_view content = {}) {
    return "<md:EntityDescriptor entityID=\"" + id + "\"><md:IDPSSODescriptor protocolSupportEnumeration=\"" +
           std::string(saml::wire::kProtocolSpace) + "\"><md:SingleSignOnService Binding=\"" +
           std::string(saml::wire::kRedirectBinding) + "\" Location=\"" + id + "/sso\"/>" + std::string(content) +
           "</md:IDPSSODescriptor></md:EntityDescriptor>\n";
}

std::string aggregate(const std::string& content, const std::string& validUntil = "2030-01-01T00:00:00Z") {
    return "<md:EntitiesDescriptor xmlns:md=\"" + std::string(saml::wire::kMetadataSpace) +
           "\" ID=\"_f\" validUntil=\"" + validUntil + "\">" + content + "</md:EntitiesDescriptor>";
}

Result<std::string> read(const std::string& text, const std::string& id,
                         const std::vector<crypto::PublicKey>& signers = {}) {
    constexpr std::size_t kPiece = 16 * 1024;
    MetadataReader reader(id, signers);
    for (std::size_t at = 0; at < text.size(); at += kPiece) {
        ENSURE(reader.feed(std::string_view(text).substr(at, kPiece)));
    }
    return reader.finish();
}

std::string outcome(const std::string& text, const std::string& id) {
    const auto got = read(text, id);
    return got ? saml::wire::readIdpMetadata(*got, id)
                     .map([](const auto& idp) { return idp.entityId; })
                     .value_or("unread")
               : got.error().reason;
}

/// In KiB, the most that this process ever had.
long peakMemory() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

} // namespace

class TestMetadataReader final : public QObject {
    Q_OBJECT

private slots:
    void oneIsTakenOfMany() {
        const std::string some = entity("https://a.example") + "<!-- b -->" + entity("https://b.example");
        const std::string group = "<md:EntitiesDescriptor>" + entity("https://c.example") +
                                  entity("https://d.example") + "</md:EntitiesDescriptor>";
        const std::string text = aggregate(some + group);
        for (const char* id : {"https://a.example", "https://b.example", "https://c.example", "https://d.example"}) {
            QCOMPARE(outcome(text, id), std::string(id));
        }
        const std::string taken = read(text, "https://a.example").value();
        QVERIFY(taken.find("b.example") == std::string::npos);
        const auto idp = saml::wire::readIdpMetadata(taken, "https://a.example").value();
        QVERIFY(idp.isOfMany);
        QCOMPARE(toRfc3339(*idp.validUntil), std::string("2030-01-01T00:00:00.000Z"));
        QCOMPARE(outcome(aggregate(entity("https://a.example")), ""), std::string("https://a.example"));
    }
    void whatIsNotOneIsRefused() {
        const std::string a = entity("https://a.example");
        const std::string b = entity("https://b.example");
        QCOMPARE(outcome(aggregate(a + b), ""), std::string("metadata.several_entities"));
        QCOMPARE(outcome(aggregate(a + b), "https://c.example"), std::string("metadata.no_entity"));
        QCOMPARE(outcome(aggregate(a + b + a), "https://a.example"), std::string("metadata.duplicate"));
        QCOMPARE(
            outcome(aggregate("<md:EntitiesDescriptor>" + a + a + "</md:EntitiesDescriptor>"), "https://a.example"),
            std::string("metadata.duplicate"));
        QCOMPARE(outcome(aggregate(""), ""), std::string("metadata.malformed"));
        QCOMPARE(outcome("<html/>", ""), std::string("metadata.malformed"));
        QCOMPARE(outcome("<!DOCTYPE x SYSTEM \"file:///etc/passwd\">" + aggregate(a), ""), std::string("xml.doctype"));
    }
    void oneEntityIsTakenWhole() {
        const std::string text = "<md:EntityDescriptor xmlns:md=\"" + std::string(saml::wire::kMetadataSpace) + "\" " +
                                 entity("https://a.example").substr(21);
        QCOMPARE(outcome(text, "https://a.example"), std::string("https://a.example"));
        QVERIFY(!saml::wire::readIdpMetadata(read(text, "").value())->isOfMany);
    }
    // Ten thousand entities, some 100 MiB: neither they nor their document are ever in memory at once.
    void tenThousandAreProvenAndOneIsKept() {
        constexpr int kEntities = 10'000;
        constexpr std::size_t kEach = 10'000;
        const crypto::PrivateKey key = crypto::PrivateKey::generate(crypto::KeyType::EcP256).value();
        xml::Limits all;
        all.octets = std::size_t(256) * 1024 * 1024;
        all.elements = 1'000'000;
        const std::string keyDescriptor = "<md:NameIDFormat>" + std::string(kEach, 'x') + "</md:NameIDFormat>";
        std::string content;
        for (int i = 0; i < kEntities; ++i) {
            content += entity("https://idp" + std::to_string(i) + ".example", keyDescriptor);
        }
        const std::string text =
            xml::sign(aggregate(content), "_f", "", {key, crypto::Signature::ES256, nullptr}, all).value();
        QVERIFY(text.size() > std::size_t(100'000'000));
        const long before = peakMemory();
        const auto taken = read(text, "https://idp7000.example", {key.publicKey()});
        QVERIFY2(taken, taken ? "" : taken.error().reason.c_str());
        QVERIFY2(peakMemory() - before < 16 * 1024, std::to_string(peakMemory() - before).c_str());
        QVERIFY(taken->size() < 12'000);
        QCOMPARE(saml::wire::readIdpMetadata(*taken, "https://idp7000.example")->singleSignOn.front().location,
                 std::string("https://idp7000.example/sso"));
        std::string bent = text;
        bent.replace(bent.find("idp9999.example/sso"), 19, "evil999.example/sso");
        QCOMPARE(read(bent, "https://idp7000.example", {key.publicKey()}).error().reason,
                 std::string("metadata.signature"));
    }
};

QTEST_GUILESS_MAIN(TestMetadataReader)
#include "tst_metadata_reader.moc"
