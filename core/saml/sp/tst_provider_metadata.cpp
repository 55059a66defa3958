// SPDX-License-Identifier: Apache-2.0
// Metadata that proves itself, ends, is asked for by name, and is wrong (security.md SP-10, SP-47, SP-48).
#include <QTest>

#include <functional>

#include "saml/sp/provider_metadata.h"
#include "saml/sp/tst_saml_provider.h"

using namespace gatehouse;
using saml::sp::test::Pair;
using saml::sp::test::TestSamlProvider;

Q_DECLARE_METATYPE(std::function<void(std::string&)>)

class TestProviderMetadata : public QObject {
    Q_OBJECT
    std::unique_ptr<TestSamlProvider> m_idp;

    Result<std::shared_ptr<const saml::sp::HeldIdp>> get() { return m_idp->idps.get(m_idp->connection); }
    std::string reasonOf(const Result<std::shared_ptr<const saml::sp::HeldIdp>>& result) {
        return result ? "" : result.error().reason;
    }
    std::string refresh() { return reasonOf(m_idp->idps.refresh(m_idp->connection)); }
    int fetches(const std::string& url = TestSamlProvider::kMetadataUrl) const { return m_idp->client.calls(url); }
    std::string in(Seconds time) const { return toRfc3339(m_idp->clock.time + time); }
    /// By a federation's key, which is none of the provider's own.
    void pin() {
        m_idp->signer = &m_idp->second;
        m_idp->connection.saml.metadataSigners = {crypto::toPem(m_idp->second.certificate)};
    }
    static std::string replaced(std::string text, std::string_view what, std::string_view with) {
        const std::size_t at = text.find(what);
        return at == std::string::npos ? "nothing to replace" : text.replace(at, what.size(), with);
    }
    void publishText(const std::string& text) {
        m_idp->client.on(TestSamlProvider::kMetadataUrl, [text](const http::OutboundRequest&) {
            http::OutboundResponse response;
            response.status = 200;
            response.body = text;
            return Result<http::OutboundResponse>(response);
        });
    }

private slots:
    void init() { m_idp = std::make_unique<TestSamlProvider>(); }

    void whatAPinnedKeySignedIsTaken() {
        pin();
        QCOMPARE(reasonOf(get()), std::string());
        m_idp->inAggregate = true;
        m_idp->connection.saml.entityId = TestSamlProvider::kEntityId;
        m_idp->validUntil = in(Seconds(7 * 86400));
        QCOMPARE(get().value()->idp.ssoUrl, m_idp->ssoUrl);
    }
    void whatIsNotProvenIsRefused_data() {
        QTest::addColumn<std::function<void(std::string&)>>("bend");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char* name, const char* detail, std::function<void(std::string&)> bend) {
            QTest::newRow(name) << std::move(bend) << QString::fromLatin1(detail);
        };
        row("changed", "signature.digest",
            [](std::string& text) { text = replaced(text, "idp.example/sso", "evil.example/sso"); });
        row("without its signature", "signature.absent", [](std::string& text) {
            const std::size_t begin = text.find("<ds:Signature");
            text.erase(begin, text.find("</ds:Signature>") + 15 - begin);
        });
        row("wrapped beside a forged entity", "signature.absent", [](std::string& text) {
            text = "<md:EntitiesDescriptor xmlns:md=\"urn:oasis:names:tc:SAML:2.0:metadata\">" +
                   replaced(replaced(text, "ID=\"_m\"", "ID=\"_n\""), "idp.example/sso", "evil.example/sso") + text +
                   "</md:EntitiesDescriptor>";
        });
        row("wrapped within its signature", "signature.shape", [](std::string& text) {
            const std::size_t begin = text.find("<ds:Signature");
            const std::size_t end = text.find("</ds:Signature>");
            const std::string genuine = text.substr(0, begin) + text.substr(end + 15);
            std::string forged =
                replaced(replaced(text, "ID=\"_m\"", "ID=\"_n\""), "idp.example/sso", "evil.example/sso");
            text = forged.insert(forged.find("</ds:Signature>"), "<ds:Object>" + genuine + "</ds:Object>");
        });
        row("signed for another document", "signature.reference",
            [](std::string& text) { text = replaced(text, "ID=\"_m\"", "ID=\"_other\""); });
    }
    void whatIsNotProvenIsRefused() {
        QFETCH(std::function<void(std::string&)>, bend);
        QFETCH(QString, detail);
        pin();
        std::string text = m_idp->metadata();
        bend(text);
        publishText(text);
        const auto result = get();
        QCOMPARE(reasonOf(result), std::string("metadata.signature"));
        QVERIFY2(result.error().detail.starts_with(detail.toStdString()), result.error().detail.c_str());
    }
    // CVE-2026-16443: no refresh turns the demand for a signature off.
    void anotherSignerNeverReplacesThePinnedOne() {
        pin();
        QCOMPARE(refresh(), std::string());
        m_idp->signer = &m_idp->first;
        m_idp->ssoUrl = "https://evil.example/sso";
        QCOMPARE(refresh(), std::string("metadata.signature"));
        m_idp->signer = nullptr;
        QCOMPARE(refresh(), std::string("metadata.signature"));
        m_idp->clock.time += std::chrono::hours(7);
        QCOMPARE(get().value()->idp.ssoUrl, std::string("https://idp.example/sso"));
        QVERIFY(!m_idp->idps.pending(m_idp->connection));
        // And not what was kept before it was asked for.
        m_idp->connection.saml.metadataSigners = {crypto::toPem(m_idp->first.certificate)};
        QCOMPARE(reasonOf(get()), std::string("metadata.signature"));
    }
    void aPastedDocumentIsProvenToo() {
        pin();
        m_idp->connection.saml.metadataUrl.clear();
        m_idp->connection.saml.metadataXml = m_idp->metadata();
        QVERIFY(saml::sp::idpOf(m_idp->connection));
        m_idp->signer = &m_idp->first;
        m_idp->connection.saml.metadataXml = m_idp->metadata();
        QCOMPARE(saml::sp::idpOf(m_idp->connection).error().reason, std::string("metadata.signature"));
    }
    void aSignedDocumentThatIsOlderIsNotTaken() {
        pin();
        m_idp->validUntil = in(Seconds(2 * 86400));
        QCOMPARE(refresh(), std::string());
        const std::string old = m_idp->metadata();
        m_idp->clock.time += Seconds(3600);
        m_idp->validUntil = in(Seconds(2 * 86400));
        QCOMPARE(refresh(), std::string());
        publishText(old);
        QCOMPARE(refresh(), std::string("metadata.older"));
    }
    void anAggregateEndsWithinAMonth_data() {
        QTest::addColumn<int>("days");
        QTest::addColumn<QString>("reason");
        QTest::newRow("never") << 0 << "metadata.valid_until";
        QTest::newRow("later") << 31 << "metadata.valid_until";
        QTest::newRow("in time") << 29 << "";
        QTest::newRow("past") << -1 << "metadata.expired";
    }
    void anAggregateEndsWithinAMonth() {
        QFETCH(int, days);
        QFETCH(QString, reason);
        m_idp->inAggregate = true;
        m_idp->connection.saml.entityId = TestSamlProvider::kEntityId;
        m_idp->validUntil = days == 0 ? "" : in(Seconds(days * 86400));
        QCOMPARE(QString::fromStdString(reasonOf(get())), reason);
    }
    void whatIsNoMetadataOfTheProviderIsRefused_data() {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("with");
        QTest::addColumn<QString>("reason");
        QTest::newRow("script") << "https://idp.example/sso" << "javascript:alert(1)" << "metadata.location";
        QTest::newRow("another entity") << "entityID=\"https://idp.example/saml\""
                                        << "entityID=\"https://evil.example\""
                                        << "metadata.no_entity";
        QTest::newRow("twice") << "https://other.example" << "https://idp.example/saml" << "metadata.duplicate";
        QTest::newRow("an external entity") << "<md:EntitiesDescriptor"
                                            << "<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><md:EntitiesDescriptor"
                                            << "xml.doctype";
        QTest::newRow("garbage") << "<md:EntitiesDescriptor" << "<html" << "metadata.malformed";
    }
    void whatIsNoMetadataOfTheProviderIsRefused() {
        QFETCH(QString, what);
        QFETCH(QString, with);
        QFETCH(QString, reason);
        m_idp->inAggregate = true;
        m_idp->validUntil = in(Seconds(86400));
        m_idp->connection.saml.entityId = TestSamlProvider::kEntityId;
        QCOMPARE(refresh(), std::string());
        const auto before = get().value();
        publishText(replaced(m_idp->metadata(), what.toStdString(), with.toStdString()));
        QCOMPARE(QString::fromStdString(refresh()), reason);
        QCOMPARE(get().value(), before);
    }

    void itSaysItselfWhenItIsFetchedAgain_data() {
        QTest::addColumn<QString>("says");
        QTest::addColumn<int>("most");
        QTest::newRow("nothing") << "" << 6 * 3600;
        QTest::newRow("an hour") << "PT1H" << 3600;
        QTest::newRow("in parts") << "PT1H30M0.5S" << 5400;
        QTest::newRow("a week") << "P7D" << 86400;
        QTest::newRow("a month") << "P1M" << 86400;
        QTest::newRow("a second") << "PT1S" << 300;
    }
    void itSaysItselfWhenItIsFetchedAgain() {
        QFETCH(QString, says);
        QFETCH(int, most);
        m_idp->cacheDuration = says.toStdString();
        QVERIFY(get());
        m_idp->clock.time += Seconds(most * 9 / 10 - 1); // up to a tenth sooner
        QVERIFY(get());
        QCOMPARE(fetches(), 1);
        m_idp->clock.time += Seconds(most / 10 + 1);
        QVERIFY(get());
        QCOMPARE(fetches(), 2);
    }
    void aDurationThatIsNoneIsRefused() {
        for (const char* none : {"1 day", "P", "PT", "P1H", "-PT1H", "PT1H1H", "PTS", "P99999999Y", "PT1D", "PT5"}) {
            m_idp->cacheDuration = none;
            QVERIFY2(refresh() == "metadata.malformed", none);
        }
    }
    void whatHasNotChangedIsNotSentAgain() {
        m_idp->etag = "\"one\"";
        const auto first = get().value();
        m_idp->clock.time += std::chrono::hours(7);
        const auto second = get().value();
        QCOMPARE(fetches(), 2);
        QVERIFY(second->fetchedAt > first->fetchedAt);
        QCOMPARE(second->idp.ssoUrl, m_idp->ssoUrl);
        QCOMPARE(m_idp->client.requests.back().headers.get("If-None-Match").value_or(""), std::string_view("\"one\""));
    }

    void aQueryAsksForTheEntity() {
        const std::string url = "https://mdq.example/entities/https%3A%2F%2Fidp.example%2Fsaml";
        m_idp->connection.saml.metadataUrl = "https://mdq.example/";
        m_idp->connection.saml.metadataQuery = true;
        m_idp->connection.saml.entityId = TestSamlProvider::kEntityId;
        m_idp->validUntil = in(Seconds(86400));
        m_idp->publish(url);
        m_idp->status = 404;
        QCOMPARE(reasonOf(get()), std::string("metadata.no_entity"));
        QCOMPARE(reasonOf(get()), std::string("metadata.no_entity"));
        QCOMPARE(fetches(url), 1); // that it is not there is remembered
        m_idp->clock.time += Seconds(601);
        m_idp->status = 200;
        QCOMPARE(get().value()->idp.ssoUrl, m_idp->ssoUrl);
        QCOMPARE(fetches(url), 2);
    }
};

QTEST_GUILESS_MAIN(TestProviderMetadata)
#include "tst_provider_metadata.moc"
