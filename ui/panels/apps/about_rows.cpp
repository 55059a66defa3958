// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/apps/about_rows.h"

#include <QLineEdit>
#include <QUrl>

#include "ui/client/convert.h"
#include "ui/panels/apps/app_words.h"
#include "ui/theme/theme.h"

namespace gatehouse::ui::panels::apps {

namespace {

using admin::api::App;

struct Address {
    const char* pointer;
    std::string App::* member;
};
constexpr std::array<Address, 4> kAddresses = {{{"/clientUri", &App::clientUri},
                                                {"/logoUri", &App::logoUri},
                                                {"/policyUri", &App::policyUri},
                                                {"/tosUri", &App::tosUri}}};

bool isPublicAddress(const QString& text) {
    const QUrl url(text);
    return url.scheme() == QLatin1String("https") && !url.host().isEmpty();
}

} // namespace

AboutRows::AboutRows(widgets::Form& form)
    : QObject(&form)
    , m_form(form)
    , m_contacts(new widgets::WordsField(&form)) {
    const QFont code = theme::codeFont(form.font());
    for (QLineEdit*& field : m_addresses) {
        field = new QLineEdit(&form);
        field->setFont(code);
    }
    m_form.addSection(tr("What people are shown"));
    const std::array<QString, 4> labels = {tr("Its own page"), tr("Logo"), tr("Privacy policy"), tr("Terms")};
    const std::array<QString, 4> helps = {
        QString(), tr("A PNG, JPEG or WebP of at most 128 KiB. It is read once, when this is saved."), QString(),
        tr("These pages are linked where people sign in or consent. Each is an https address, or empty.")};
    for (std::size_t i = 0; i < kAddresses.size(); ++i) {
        m_form.addRow(QLatin1String(kAddresses[i].pointer), labels[i], m_addresses[i], helps[i]);
    }
    m_form.addRow(QLatin1String("/contacts"), tr("Contacts"), m_contacts,
                  tr("Addresses of those who look after it. People do not see them."));
}

void AboutRows::setApp(const App& app) {
    for (std::size_t i = 0; i < kAddresses.size(); ++i) {
        m_addresses[i]->setText(client::toQString(app.*kAddresses[i].member));
    }
    m_contacts->setWords(client::toStringList(app.contacts));
}

void AboutRows::writeTo(App& app) const {
    for (std::size_t i = 0; i < kAddresses.size(); ++i) {
        app.*kAddresses[i].member = m_addresses[i]->text().trimmed().toStdString();
    }
    app.contacts = client::toStrings(m_contacts->words());
}

std::vector<widgets::FieldError> AboutRows::problems() const {
    std::vector<widgets::FieldError> problems;
    for (std::size_t i = 0; i < kAddresses.size(); ++i) {
        const QString text = m_addresses[i]->text().trimmed();
        if (!text.isEmpty() && !isPublicAddress(text)) {
            problems.push_back({QLatin1String(kAddresses[i].pointer), QStringLiteral("malformed"),
                                tr("\"%1\" is no https address.").arg(text)});
        }
    }
    return problems;
}

void AboutRows::showRows(const App& wanted) {
    for (const Address& each : kAddresses) {
        m_form.setRowVisible(QLatin1String(each.pointer), signsPeopleIn(wanted) || !(wanted.*each.member).empty());
    }
}

} // namespace gatehouse::ui::panels::apps
