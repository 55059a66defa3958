// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

#include "tests/gui/console_fixture.h"
#include "ui/panels/connections/connections_panel.h"
#include "ui/panels/connections/wizard.h"

namespace gatehouse::tests {

using namespace ui;
using namespace ui::panels::connections;

inline constexpr const char* kConnections = "/admin/v1/tenants/acme/connections";

inline QString words(QWidget* parent) {
    QString all;
    for (const QLabel* label : parent->findChildren<QLabel*>()) {
        if (label->isVisible()) {
            all += label->text() + u'\n';
        }
    }
    return all;
}

template <class T>
T* named(QWidget* parent, const char* name) {
    T* found = parent->findChild<T*>(QLatin1String(name));
    if (found == nullptr) {
        qWarning("nothing is called %s", name);
    }
    return found;
}

inline QPushButton* button(QWidget* parent, const QString& name) {
    for (QPushButton* candidate : parent->findChildren<QPushButton*>()) {
        if (candidate->isVisible() && candidate->accessibleName() == name) {
            return candidate;
        }
    }
    qWarning("no button %s", qPrintable(name));
    return nullptr;
}

/// The console at its identity providers.
struct Setup : Console {
    explicit Setup(const QString& file = {})
        : Console(Remembered::Nothing, file) {
        start();
        page = panel<ConnectionsPanel>("connections");
    }
    ConnectionWizard* wizard() const { return page->wizard(); }
    void startWizard() {
        named<QPushButton>(page, "idp.connect")->click();
        settle();
    }
    void choose(const QString& typed) {
        startWizard();
        QTest::keyClicks(QApplication::focusWidget(), typed);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    }
    void press(const char* name) {
        named<QPushButton>(page, name)->click();
        settle();
    }
    void type(const char* name, const QString& text) {
        auto* edit = named<QLineEdit>(wizard(), name);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }
    void paste(const QString& text) { named<QPlainTextEdit>(wizard(), "idp.source")->setPlainText(text); }
    /// To the test page, with everything entered.
    void toTest() {
        choose(QStringLiteral("generic"));
        press("idp.next");
        paste(QStringLiteral("https://login.fabrikam.example"));
        type("idp.clientId", QStringLiteral("client-7"));
        type("idp.clientSecret", QStringLiteral("hunter2hunter2"));
        press("idp.next");
    }
    WizardPage at() const { return wizard()->state().page; }
    QString key() const { return QString::fromStdString(wizard()->state().connection.id); }
    ConnectionsPanel* page = nullptr;
};

inline QJsonObject finishedFlow(const char* outcome, const char* reason, const char* claims) {
    QJsonObject flow{
        {QStringLiteral("id"), QStringLiteral("f-test")},
        {QStringLiteral("reference"), QStringLiteral("GH-TEST-0001")},
        {QStringLiteral("tenant"), QStringLiteral("acme")},
        {QStringLiteral("test"), true},
        {QStringLiteral("outcome"), QLatin1String(outcome)},
        {QStringLiteral("reason"), QLatin1String(reason)},
        {QStringLiteral("message"), QStringLiteral("Your identity provider did not send an e-mail address.")},
        {QStringLiteral("durationMs"), 2100},
        {QStringLiteral("user"), QStringLiteral("ana@fabrikam.example")}};
    const QJsonObject data{{QStringLiteral("verified"), true},
                           {QStringLiteral("acr"), QStringLiteral("mfa")},
                           {QStringLiteral("claims"), QJsonDocument::fromJson(claims).object()}};
    flow.insert(QStringLiteral("steps"), QJsonArray{QJsonObject{{QStringLiteral("name"), QStringLiteral("token")},
                                                                {QStringLiteral("data"), data}}});
    return flow;
}

inline constexpr const char* kFlowEnded =
    "{\"id\":\"f-test\",\"tenant\":\"acme\",\"outcome\":\"success\",\"test\":true}";
inline constexpr const char* kClaims =
    "{\"sub\":\"1\",\"email\":\"ana@fabrikam.example\",\"name\":\"Ana\",\"groups\":[\"eng\"],"
    "\"department\":\"R&D\"}";

} // namespace gatehouse::tests
