// SPDX-License-Identifier: Apache-2.0
#include <QTemporaryDir>
#include <QTest>

#include "tenants/domains.h"
#include "tenants/tenants.h"

using namespace gatehouse;
using namespace gatehouse::tenants;

class TestTenants : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<TenantCache> m_cache;
    int m_file = 0;
    const Time m_now = fromMillis(1'700'000'000'000);

    Result<Tenant> create(std::string slug, std::string name = "Acme Corp") {
        Tenant draft;
        draft.slug = std::move(slug);
        draft.name = std::move(name);
        return m_store->write([&](store::Writer& writer) { return createTenant(writer, *m_cache, draft, m_now); });
    }
    Result<Tenant> update(const Tenant& tenant) {
        return m_store->write(
            [&](store::Writer& writer) { return updateTenant(writer, *m_cache, tenant, m_now + Seconds(1)); });
    }
    Status remove(const TenantId& id) {
        return m_store->write([&](store::Writer& writer) { return deleteTenant(writer, *m_cache, id, m_now); });
    }
    Result<Tenant> findBySlug(std::string_view slug) {
        return m_store->read([&](store::Reader& reader) { return findTenantBySlug(reader, slug); });
    }

private slots:
    void init() {
        store::Options options;
        options.file = (m_dir.path() + "/" + QString::number(++m_file) + ".db").toStdString();
        auto opened = store::openSqlite(options);
        QVERIFY(opened);
        m_store = *std::move(opened);
        QVERIFY(m_store->migrate(migrations()));
        m_cache = std::make_unique<TenantCache>();
    }
    void cleanup() { m_store.reset(); }

    void aTenantIsFoundByIdSlugAndName() {
        const auto made = create("acme");
        QVERIFY(made);
        QCOMPARE(made->version, 1);
        QVERIFY(made->createdAt == m_now);
        QVERIFY(*findBySlug("acme") == *made);
        QVERIFY(*m_store->read([&](store::Reader& r) { return findTenant(r, made->id); }) == *made);
        QVERIFY(*m_store->read([&](store::Reader& r) { return findTenantByName(r, "acme"); }) == *made);
        QVERIFY(*m_store->read([&](store::Reader& r) { return findTenantByName(r, made->id.text()); }) == *made);
    }
    void settingsSurviveTheStore() {
        auto made = create("acme");
        QVERIFY(made);
        made->settings.provisioning = Provisioning::Scim;
        made->settings.requiredAcr = {"phr", "mfa"};
        made->settings.idleTtl = Seconds(600);
        const auto updated = update(*made);
        QVERIFY(updated);
        QCOMPARE(updated->version, 2);
        QVERIFY(*findBySlug("acme") == *updated);
        QVERIFY(updated->settings == made->settings);
    }
    void aSlugThatIsTakenIsRefused() {
        QVERIFY(create("acme"));
        const auto again = create("acme");
        QVERIFY(!again);
        QCOMPARE(again.error().reason, "tenant.slug_taken");
        QCOMPARE(int(again.error().code), int(Code::Conflict));
    }
    void renamingOntoATakenSlugIsRefused() {
        QVERIFY(create("acme"));
        auto other = create("evil");
        QVERIFY(other);
        other->slug = "acme";
        QCOMPARE(update(*other).error().reason, "tenant.slug_taken");
        QVERIFY(findBySlug("evil"));
    }
    void badSlugsAreRefused_data() {
        QTest::addColumn<QString>("slug");
        for (const char* slug : {"", "a", "-acme", "Acme", "ac me", "ac_me", "acme.com", "_platform", "åcme", "a/b"}) {
            QTest::newRow(slug) << QString(slug);
        }
        QTest::newRow("64 characters") << QString(64, 'a');
    }
    void badSlugsAreRefused() {
        QFETCH(QString, slug);
        QCOMPARE(create(slug.toStdString()).error().reason, "tenant.slug_invalid");
    }
    void anEmptyNameIsRefused() { QCOMPARE(create("acme", "").error().reason, "tenant.name_invalid"); }
    void aNameThatIsNotUtf8IsRefused() { QCOMPARE(create("acme", "\xff").error().reason, "tenant.name_invalid"); }
    void aStaleUpdateIsRefused() {
        auto made = create("acme");
        QVERIFY(made);
        QVERIFY(update(*made));
        QCOMPARE(update(*made).error().reason, "tenant.stale");
    }
    void theUpdateOfAMissingTenantIsRefused() {
        auto made = create("acme");
        QVERIFY(made);
        QVERIFY(remove(made->id));
        QCOMPARE(update(*made).error().reason, "tenant.not_found");
    }
    void thePlatformIsNeverFoundListedOrDeleted() {
        const TenantId id = platformTenant();
        QVERIFY(!m_store->read([&](store::Reader& r) { return findTenant(r, id); }));
        QVERIFY(!findBySlug("_platform"));
        QVERIFY(m_store->read([&](store::Reader& r) { return listTenants(r, "", "", 50); })->items.empty());
        QCOMPARE(remove(id).error().reason, "tenant.not_found");
        TenantCache cache;
        QVERIFY(cache.load(*m_store));
        QCOMPARE(cache.size(), std::size_t(0));
        QVERIFY(!cache.byId(id));
    }
    void aRecreatedSlugInheritsNothing() {
        const auto first = create("acme");
        QVERIFY(first);
        QVERIFY(m_store->write([&](store::Writer& w) { return addDomain(w, first->id, "acme.com", m_now); }));
        QVERIFY(m_store->write(
            [&](store::Writer& w) { return markVerified(w, first->id, "acme.com", Proof::Asserted, m_now); }));
        QVERIFY(remove(first->id));
        QVERIFY(!findBySlug("acme"));
        const auto second = create("acme");
        QVERIFY(second);
        QVERIFY(second->id != first->id);
        QVERIFY(m_store->read([&](store::Reader& r) { return listDomains(r, second->id); })->empty());
        QVERIFY(!m_store->read([&](store::Reader& r) { return findTenantByDomain(r, "acme.com"); })->has_value());
        QVERIFY(*m_store->read([&](store::Reader& r) { return wasDeleted(r, first->id); }));
        QVERIFY(!*m_store->read([&](store::Reader& r) { return wasDeleted(r, second->id); }));
    }
    void deletingTwiceIsRefused() {
        const auto made = create("acme");
        QVERIFY(made);
        QVERIFY(remove(made->id));
        QCOMPARE(remove(made->id).error().reason, "tenant.not_found");
    }
    void aListIsPagedInSlugOrder() {
        for (const char* slug : {"delta", "alpha", "echo", "bravo", "charlie"}) {
            QVERIFY(create(slug));
        }
        std::vector<std::string> seen;
        std::string cursor;
        for (int pages = 0; pages < 3; ++pages) {
            const auto page = m_store->read([&](store::Reader& r) { return listTenants(r, "", cursor, 2); });
            QVERIFY(page);
            for (const Tenant& tenant : page->items) {
                seen.push_back(tenant.slug);
            }
            QCOMPARE(page->nextCursor.has_value(), pages < 2);
            cursor = page->nextCursor.value_or("");
        }
        QVERIFY((seen == std::vector<std::string>{"alpha", "bravo", "charlie", "delta", "echo"}));
    }
    void aListIsSearchedInSlugAndName() {
        QVERIFY(create("acme", "Acme Corp"));
        QVERIFY(create("umbrella", "The ACME of pharmacy"));
        QVERIFY(create("percent", "100% pure"));
        const auto count = [&](std::string_view text) {
            return m_store->read([&](store::Reader& r) { return listTenants(r, text, "", 50); })->items.size();
        };
        QCOMPARE(count("acme"), std::size_t(2));
        QCOMPARE(count("%"), std::size_t(1));
        QCOMPARE(count("_"), std::size_t(0));
        QCOMPARE(count("' OR 1=1 --"), std::size_t(0));
    }
    void aForeignCursorIsRefused() {
        for (const char* cursor : {"!!", "Li4v", "a"}) {
            const auto page = m_store->read([&](store::Reader& r) { return listTenants(r, "", cursor, 2); });
            QVERIFY(!page);
            QCOMPARE(page.error().reason, "tenant.cursor");
        }
    }
    void theCacheFollowsEveryCommit() {
        auto made = create("acme");
        QVERIFY(made);
        QCOMPARE(m_cache->bySlug("acme")->id, made->id);
        const auto before = m_cache->byId(made->id);
        made->slug = "apex";
        made->status = TenantStatus::Suspended;
        QVERIFY(update(*made));
        QVERIFY(!m_cache->bySlug("acme"));
        QVERIFY(m_cache->byName("apex")->status == TenantStatus::Suspended);
        QVERIFY(before->status == TenantStatus::Active);
        QVERIFY(m_cache->byName(made->id.text()));
        QVERIFY(remove(made->id));
        QVERIFY(!m_cache->bySlug("apex"));
        QVERIFY(!m_cache->byId(made->id));
    }
    void theCacheIgnoresWhatWasRolledBack() {
        Tenant draft;
        draft.slug = "ghost";
        draft.name = "Ghost";
        const Status status = m_store->write([&](store::Writer& writer) -> Status {
            ENSURE(createTenant(writer, *m_cache, draft, m_now));
            return fail(Code::FailedPrecondition, "test.undo");
        });
        QCOMPARE(status.error().reason, "test.undo");
        QVERIFY(!m_cache->bySlug("ghost"));
        QVERIFY(!findBySlug("ghost"));
    }
    void theCacheLoadsEveryPage() {
        for (int i = 0; i < 505; ++i) {
            QVERIFY(create("t" + std::to_string(1000 + i)));
        }
        TenantCache cache;
        QVERIFY(cache.load(*m_store));
        QCOMPARE(cache.size(), std::size_t(505));
        QVERIFY(cache.bySlug("t1504"));
    }
    void aLookUpCostsWellBelowAMicrosecond() {
        QVERIFY(create("acme"));
        constexpr int kRounds = 200'000;
        const auto begin = std::chrono::steady_clock::now();
        for (int i = 0; i < kRounds; ++i) {
            QVERIFY(m_cache->bySlug("acme") != nullptr);
        }
        const auto each = (std::chrono::steady_clock::now() - begin) / kRounds;
        QVERIFY2(each < std::chrono::microseconds(10), "a look-up takes much longer than it should");
    }
};

QTEST_GUILESS_MAIN(TestTenants)
#include "tst_tenants.moc"
