// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/apps/redirect_checker.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>

#include "ui/client/convert.h"
#include "ui/panels/apps/redirect_words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/status.h"

namespace gatehouse::ui::panels::apps {

using client::toQString;
using widgets::Status;

namespace {

constexpr int kTypingMs = 300;

QLabel* addressLabel(QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::RichText);
    label->setWordWrap(true);
    label->setFont(theme::codeFont(parent->font()));
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

RedirectChecker::RedirectChecker(client::AdminClient& client, client::Requests& requests, QWidget* parent)
    : Card(tr("Is this address registered?"), parent)
    , m_client(client)
    , m_requests(requests)
    , m_text(new QLineEdit(this))
    , m_verdict(new QWidget(this))
    , m_glyph(new widgets::StatusGlyph(Status::Ok, 18, m_verdict))
    , m_sentence(new QLabel(m_verdict))
    , m_details(widgets::mutedLabel({}, m_verdict))
    , m_known(addressLabel(m_verdict))
    , m_given(addressLabel(m_verdict))
    , m_add(new QPushButton(tr("Register this address"), m_verdict)) {
    m_text->setObjectName(QStringLiteral("app.checkUri"));
    m_text->setAccessibleName(tr("Address to check"));
    m_text->setPlaceholderText(tr("Paste it from the error, the browser or the app"));
    m_text->setFont(theme::codeFont(font()));
    m_text->setClearButtonEnabled(true);
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setObjectName(QStringLiteral("app.checkVerdict"));
    m_details->setObjectName(QStringLiteral("app.checkDetails"));
    m_add->setAccessibleName(m_add->text());
    auto* texts = new QVBoxLayout;
    texts->setSpacing(6);
    texts->addWidget(m_sentence);
    texts->addWidget(m_known);
    texts->addWidget(m_given);
    texts->addWidget(m_details);
    texts->addWidget(m_add, 0, Qt::AlignLeft);
    auto* row = new QHBoxLayout(m_verdict);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    row->addWidget(m_glyph, 0, Qt::AlignTop);
    row->addLayout(texts, 1);
    body()->addWidget(m_text);
    body()->addWidget(m_verdict);
    m_typing.setSingleShot(true);
    m_typing.setInterval(kTypingMs);
    connect(&m_typing, &QTimer::timeout, this, &RedirectChecker::ask);
    connect(m_text, &QLineEdit::textEdited, &m_typing, qOverload<>(&QTimer::start));
    connect(m_text, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (text.isEmpty()) {
            clear();
        }
    });
    connect(m_text, &QLineEdit::returnPressed, this, &RedirectChecker::ask);
    connect(m_add, &QPushButton::clicked, this, [this] { emit addRequested(m_uri); });
    clear();
}

void RedirectChecker::setApp(const QString& tenant, const QString& id) {
    if (tenant == m_tenant && id == m_id) {
        return;
    }
    m_tenant = tenant;
    m_id = id;
    m_text->clear();
    clear();
}

void RedirectChecker::setRegistered(const QStringList& uris) {
    if (uris != m_registered) {
        m_registered = uris;
        if (!m_text->text().isEmpty()) {
            m_typing.start();
        }
    }
}

void RedirectChecker::check(const QString& text) {
    m_text->setText(text);
    m_text->setCursorPosition(0);
    ask();
}

void RedirectChecker::clear() {
    m_typing.stop();
    m_asking.drop();
    m_verdict->hide();
}

void RedirectChecker::ask() {
    m_typing.stop();
    if (m_text->text().isEmpty() || m_id.isEmpty()) {
        return;
    }
    admin::api::RedirectUriQuestion question;
    question.text = m_text->text().toStdString();
    question.redirectUris = client::toStrings(m_registered);
    m_requests.askLatest(m_asking, m_client.checkRedirectUri(m_tenant, m_id, question), this,
                         [this](const auto& outcome) {
                             if (outcome) {
                                 showAnswer(*outcome);
                                 return;
                             }
                             m_verdict->show();
                             m_glyph->setStatus(Status::Failed);
                             m_sentence->setText(tr("The broker did not compare it: %1").arg(outcome.error().title));
                             for (QWidget* each : {static_cast<QWidget*>(m_known), static_cast<QWidget*>(m_given),
                                                   static_cast<QWidget*>(m_details), static_cast<QWidget*>(m_add)}) {
                                 each->hide();
                             }
                         });
}

void RedirectChecker::showAnswer(const admin::api::RedirectUriAnswer& answer) {
    m_uri = toQString(answer.uri);
    m_glyph->setStatus(answer.matches ? Status::Ok : Status::Failed);
    m_known->setVisible(answer.nearest.has_value());
    m_given->setVisible(answer.nearest.has_value());
    QStringList details;
    if (answer.matches) {
        m_sentence->setText(tr("It is registered: the broker takes it."));
    } else if (answer.nearest) {
        showDifference(*answer.nearest, m_uri);
        for (const std::string& part : answer.nearest->parts) {
            details.append(RedirectWords::part(part));
        }
    } else {
        m_sentence->setText(tr("No address is registered yet."));
    }
    if (!answer.matches && !answer.problem.empty()) {
        details.append(tr("It could not be registered either: %1").arg(RedirectWords::problem(answer.problem)));
    }
    m_details->setText(details.join(u'\n'));
    m_details->setVisible(!details.isEmpty());
    m_add->setVisible(!answer.matches && answer.problem.empty());
    m_verdict->show();
}

void RedirectChecker::showDifference(const admin::api::RedirectUriDifference& nearest, const QString& uri) {
    m_sentence->setText(tr("Not registered. At character %1 the nearest one has %2, and this one has %3.")
                            .arg(QLocale().toString(qlonglong(nearest.position)),
                                 RedirectWords::character(nearest.registered),
                                 RedirectWords::character(nearest.presented)));
    m_known->setText(RedirectWords::marked(toQString(nearest.uri), nearest.position));
    m_known->setToolTip(tr("The nearest that is registered"));
    m_given->setText(RedirectWords::marked(uri, nearest.position));
    m_given->setToolTip(tr("The one to check"));
}

} // namespace gatehouse::ui::panels::apps
