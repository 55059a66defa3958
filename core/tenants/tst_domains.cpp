// SPDX-License-Identifier: Apache-2.0
#include <QTemporaryDir>
#include <QTest>

#include "tenants/domains.h"
#include "tenants/tenants.h"

using namespace gatehouse;
using namespace gatehouse::tenants;

class TestDomains : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    std::unique_ptr<store::Store> m_store;
    TenantCache m_cache;
    int m_file = 0;
    const Time m_now = fromMillis(1'700'000'000'000);
    TenantId m_acme;
    TenantId m_evil;

    TenantId create(std::string slug) {
        Tenant draft;
        draft.slug = std::move(slug);
        draft.name = draft.slug;
        return m_store->write([&](store::Writer& w) { return createTenant(w, m_cache, draft, m_now); })->id;
    }
    Result<Domain> add(const TenantId& tenant, std::string_view name) {
        return m_store->write([&](store::Writer& w) { return addDomain(w, tenant, name, m_now); });
    }
    Result<Domain> verify(const TenantId& tenant, std::string_view name, Proof proof = Proof::Dns) {
        return m_store->write([&](store::Writer& w) { return markVerified(w, tenant, name, proof, m_now); });
    }
    std::optional<TenantId> holder(std::string_view name) {
        return *m_store->read([&](store::Reader& r) { return findTenantByDomain(r, name); });
    }

private slots:
    void init() {
        store::Options options;
        options.file = (m_dir.path() + "/" + QString::number(++m_file) + ".db").toStdString();
        m_store = *store::openSqlite(options);
        QVERIFY(m_store->migrate(migrations()));
        m_acme = create("acme");
        m_evil = create("evil");
    }
    void cleanup() { m_store.reset(); }

    void namesHaveOneForm_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("normalized");
        QTest::newRow("plain") << "acme.com"
                               << "acme.com";
        QTest::newRow("case") << "ACME.Com"
                              << "acme.com";
        QTest::newRow("trailing dot") << "acme.com."
                                      << "acme.com";
        QTest::newRow("below") << "eu.acme.co.uk"
                               << "eu.acme.co.uk";
        QTest::newRow("umlaut") << QString::fromUtf8("Bücher.example") << "xn--bcher-kva.example";
        QTest::newRow("sharp s") << QString::fromUtf8("straße.example") << "xn--strae-oqa.example";
        QTest::newRow("A-label") << "XN--bcher-kva.example"
                                 << "xn--bcher-kva.example";
        QTest::newRow("full width") << QString::fromUtf8("ａｃｍｅ.com") << "acme.com";
        QTest::newRow("ideographic dot") << QString::fromUtf8("acme。com") << "acme.com";
    }
    void namesHaveOneForm() {
        QFETCH(QString, text);
        QFETCH(QString, normalized);
        const auto name = normalizeDomain(text.toStdString());
        QVERIFY(name);
        QCOMPARE(QString::fromStdString(*name), normalized);
    }
    void whatIsNoDomainIsRefused_data() {
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char* name, QByteArray text) { QTest::newRow(name) << std::move(text); };
        row("empty", "");
        row("dot", ".");
        row("one label", "localhost");
        row("empty label", "a..com");
        row("leading dot", ".acme.com");
        row("IPv4", "127.0.0.1");
        row("IPv6", "[::1]");
        row("port", "acme.com:443");
        row("URL", "https://acme.com");
        row("at", "ana@acme.com");
        row("space", "acme .com");
        row("underscore", "_dmarc.acme.com");
        row("hyphen first", "-acme.com");
        row("wildcard", "*.acme.com");
        row("NUL", QByteArray("acme.com\0.evil.com", 18));
        row("newline", "acme.com\n");
        row("not UTF-8", "\xff.com");
        row("bad A-label", "xn--a.com");
        row("long label", QByteArray(64, 'a') + ".com");
        row("long name", QByteArray("a.").repeated(130) + "com");
        row("huge", QByteArray(100'000, 'a') + ".com");
    }
    void whatIsNoDomainIsRefused() {
        QFETCH(QByteArray, text);
        const auto name = normalizeDomain(text.toStdString());
        QVERIFY(!name);
        QCOMPARE(name.error().reason, "domain.malformed");
    }
    void nobodyVerifiesAPublicSuffix() {
        for (const char* name : {"co.uk", "com.au", "github.io"}) {
            QCOMPARE(add(m_acme, name).error().reason, "domain.public_suffix");
        }
    }
    void aNewDomainIsPendingAndBelongsToNobody() {
        const auto domain = add(m_acme, "Acme.com");
        QVERIFY(domain);
        QCOMPARE(domain->name, "acme.com");
        QVERIFY(domain->status == DomainStatus::Pending);
        QVERIFY(domain->txtRecord.starts_with("gatehouse-verification="));
        QVERIFY(domain->txtRecord.size() > 50);
        QVERIFY(!holder("acme.com"));
        QCOMPARE(add(m_acme, "acme.com").error().reason, "domain.exists");
    }
    void aVerifiedDomainFindsItsTenant() {
        QVERIFY(add(m_acme, "bücher.example"));
        const auto domain = verify(m_acme, "bücher.example");
        QVERIFY(domain);
        QVERIFY(domain->status == DomainStatus::Verified);
        QVERIFY(!domain->asserted);
        QVERIFY(holder("XN--BCHER-KVA.example.") == m_acme);
        QVERIFY(holder("BÜCHER.example") == m_acme);
        QVERIFY(!holder("www.bücher.example"));
        QVERIFY(!holder("not a domain"));
        QVERIFY(*m_store->read([&](store::Reader& r) { return ownsDomain(r, m_acme, "bücher.example"); }));
        QVERIFY(!*m_store->read([&](store::Reader& r) { return ownsDomain(r, m_evil, "bücher.example"); }));
    }
    void aDomainIsVerifiedForOneTenantOnly() {
        QVERIFY(add(m_acme, "acme.com"));
        QVERIFY(add(m_evil, "acme.com"));
        QVERIFY(verify(m_acme, "acme.com", Proof::Asserted)->asserted);
        const auto stolen = verify(m_evil, "acme.com", Proof::Asserted);
        QVERIFY(!stolen);
        QCOMPARE(stolen.error().reason, "domain.taken");
        QVERIFY(holder("acme.com") == m_acme);
        QVERIFY(m_store->write([&](store::Writer& w) { return removeDomain(w, m_acme, "acme.com"); }));
        QVERIFY(!holder("acme.com"));
        QVERIFY(verify(m_evil, "acme.com"));
        QVERIFY(holder("acme.com") == m_evil);
    }
    void theDatabaseItselfRefusesASecondHolder() {
        QVERIFY(add(m_acme, "acme.com"));
        QVERIFY(add(m_evil, "acme.com"));
        QVERIFY(verify(m_acme, "acme.com"));
        const auto forced = m_store->write([&](store::Writer& w) {
            return w.execute("UPDATE domains SET status = 'verified' WHERE tenant_id = $1", {m_evil.text()});
        });
        QVERIFY(!forced);
        QCOMPARE(forced.error().reason, "store.constraint");
    }
    void verifyingWhatWasNotAddedIsRefused() {
        QVERIFY(add(m_acme, "acme.com"));
        QCOMPARE(verify(m_evil, "acme.com").error().reason, "domain.not_found");
        const auto removed = m_store->write([&](store::Writer& w) { return removeDomain(w, m_evil, "acme.com"); });
        QCOMPARE(removed.error().reason, "domain.not_found");
    }
    void theRecordCountsAtEitherName() {
        const auto domain = add(m_acme, "acme.com");
        QVERIFY(domain);
        for (const std::string& place : {std::string("acme.com"), std::string("_gatehouse.acme.com")}) {
            const LookupTxt lookup = [&](const std::string& name) -> Result<std::vector<std::string>> {
                return name == place ? std::vector<std::string>{"v=spf1 -all", domain->txtRecord}
                                     : std::vector<std::string>{};
            };
            QVERIFY(checkTxt(*domain, lookup));
        }
    }
    void aMissingOrNearlyRightRecordDoesNotCount() {
        const auto domain = add(m_acme, "acme.com");
        QVERIFY(domain);
        for (const std::string& text :
             {domain->txtRecord + " ", std::string("gatehouse-verification="), std::string()}) {
            const Status status = checkTxt(
                *domain, [&](const std::string&) -> Result<std::vector<std::string>> { return std::vector{text}; });
            QCOMPARE(status.error().reason, "domain.record_missing");
        }
    }
    void aFailedResolverIsNoVerdict() {
        const auto domain = add(m_acme, "acme.com");
        QVERIFY(domain);
        const Status status = checkTxt(*domain, [](const std::string&) -> Result<std::vector<std::string>> {
            return fail(Code::Unavailable, "domain.dns");
        });
        QCOMPARE(status.error().reason, "domain.dns");
    }
    void anAddressGivesItsDomain() {
        QCOMPARE(*domainOfEmail("ana@Acme.com"), "acme.com");
        QCOMPARE(*domainOfEmail("\"a@b\"@acme.com"), "acme.com");
        for (const char* text : {"", "@", "@acme.com", "ana", "ana@", "ana@acme.com@", "ana@localhost"}) {
            QVERIFY(!domainOfEmail(text));
        }
    }
    void domainsOfOneTenantAreListedInOrder() {
        QVERIFY(add(m_acme, "b.example"));
        QVERIFY(add(m_acme, "a.example"));
        QVERIFY(add(m_evil, "c.example"));
        const auto list = m_store->read([&](store::Reader& r) { return listDomains(r, m_acme); });
        QVERIFY(list);
        QCOMPARE(list->size(), std::size_t(2));
        QCOMPARE(list->front().name, "a.example");
    }
};

QTEST_GUILESS_MAIN(TestDomains)
#include "tst_domains.moc"
