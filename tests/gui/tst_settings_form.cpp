// SPDX-License-Identifier: Apache-2.0
// The form of a tenant: it shows every setting and saves what it shows.
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QTest>

#include "ui/client/document.h"
#include "ui/panels/tenants/settings_form.h"

namespace gatehouse::tests {

using namespace ui;
using admin::api::Tenant;
using ui::panels::tenants::SettingsForm;

namespace {

/// Something other than the default in every member that an administrator sets.
Tenant fullTenant() {
    return client::resourceOf<Tenant>(
               QJsonDocument::fromJson(
                   R"({"id":"t-1","slug":"acme","name":"Acme","kind":"sandbox","status":"suspended","settings":{"provisioning":"off",
        "linking":"never","roleMode":"merge","localLogin":"break-glass","sessionTtl":7260,"idleTtl":61,"accessTokenTtl":90,
        "refreshTokenTtl":86400,"requiredAcr":["phr"],"acrOrder":[{"acr":"vault","satisfies":["phr","gold"]}],"ipPinning":"notify",
        "blockedAddresses":["192.0.2.0/24"],"anomaly":"block","language":"ar","recording":{"logins":7,"bytes":70000,"age":3600},
        "keyRotation":{"every":604800,"publishAhead":1200}}})")
                   .object())
        .value_or(Tenant());
}

QString problemAt(const SettingsForm& form, const char* pointer) {
    for (const widgets::FieldError& each : form.problems()) {
        if (each.pointer == QLatin1String(pointer)) {
            return each.message;
        }
    }
    return {};
}

QLineEdit* fieldOf(const SettingsForm& form, const char* name) {
    for (QLineEdit* each : form.findChildren<QLineEdit*>()) {
        if (each->accessibleName() == QLatin1String(name)) {
            return each;
        }
    }
    return nullptr;
}

} // namespace

class TstSettingsForm : public QObject {
    Q_OBJECT
private slots:
    void everySettingHasARow() {
        SettingsForm form;
        const QJsonObject settings = client::documentOf(fullTenant()).value(QLatin1String("settings")).toObject();
        QVERIFY(settings.size() > 14);
        for (const QString& member : settings.keys()) {
            const QJsonObject inner = settings.value(member).toObject();
            const QStringList names = inner.isEmpty() ? QStringList{QString()} : inner.keys();
            for (const QString& name : names) {
                const QString pointer = QStringLiteral("/settings/") + member + (name.isEmpty() ? name : u'/' + name);
                form.form().setWarning(pointer, pointer);
                QVERIFY2(form.form().warningOf(pointer) == pointer, qPrintable(pointer));
            }
        }
    }
    void whatItShowsIsWhatItSaves() {
        const Tenant tenant = fullTenant();
        QCOMPARE(tenant.settings.keyRotation.publishAhead, std::int64_t(1200));
        SettingsForm form;
        form.setTenant(tenant, SettingsForm::Use::Edit);
        QCOMPARE(client::documentOf(form.tenant()), client::documentOf(tenant));
        QVERIFY(form.problems().empty());
        form.setTenant({}, SettingsForm::Use::Create);
        QCOMPARE(client::documentOf(form.tenant()), client::documentOf(Tenant()));
    }
    void theScheduleOfKeysIsSetHere_data() {
        QTest::addColumn<QString>("every");
        QTest::addColumn<QString>("ahead");
        QTest::addColumn<QString>("refused");
        QTest::newRow("as usual") << QStringLiteral("90 days") << QStringLiteral("1 day") << QString();
        QTest::newRow("by hand alone") << QStringLiteral("0 s") << QStringLiteral("10 min") << QString();
        QTest::newRow("too often") << QStringLiteral("59 min") << QStringLiteral("10 min") << QStringLiteral("every");
        QTest::newRow("no time span") << QStringLiteral("often") << QStringLiteral("10 min") << QStringLiteral("every");
        QTest::newRow("too late") << QStringLiteral("90 days") << QStringLiteral("9 min")
                                  << QStringLiteral("publishAhead");
        QTest::newRow("too early") << QStringLiteral("90 days") << QStringLiteral("31 days")
                                   << QStringLiteral("publishAhead");
    }
    void theScheduleOfKeysIsSetHere() {
        QFETCH(QString, every);
        QFETCH(QString, ahead);
        QFETCH(QString, refused);
        SettingsForm form;
        form.setTenant(fullTenant(), SettingsForm::Use::Edit);
        fieldOf(form, "A key signs for")->setText(every);
        fieldOf(form, "Published before")->setText(ahead);
        for (const char* member : {"every", "publishAhead"}) {
            const QByteArray pointer = QByteArray("/settings/keyRotation/") + member;
            QCOMPARE(!problemAt(form, pointer.constData()).isEmpty(), refused == QLatin1String(member));
        }
        if (refused.isEmpty()) {
            QCOMPARE(form.tenant().settings.keyRotation.every, widgets::parseDuration(every).value_or(-1));
            QCOMPARE(form.tenant().settings.keyRotation.publishAhead, widgets::parseDuration(ahead).value_or(-1));
        }
    }
};

} // namespace gatehouse::tests

QTEST_MAIN(gatehouse::tests::TstSettingsForm)
#include "tst_settings_form.moc"
