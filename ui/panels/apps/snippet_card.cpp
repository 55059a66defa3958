// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/apps/snippet_card.h"

#include <algorithm>

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QTextOption>

#include "ui/panels/apps/app_words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/copy_button.h"

namespace gatehouse::ui::panels::apps {

namespace {

constexpr int kMostLines = 26;

} // namespace

SnippetCard::SnippetCard(QWidget* parent)
    : Card(tr("Copy into the app"), parent)
    , m_which(new QComboBox(this))
    , m_withSecret(new QCheckBox(tr("With the secret that was made just now"), this))
    , m_text(new QPlainTextEdit(this))
    , m_note(widgets::mutedLabel({}, this))
    , m_copy(new widgets::CopyButton(tr("snippet"), this)) {
    m_which->setAccessibleName(tr("Snippet for"));
    m_which->setObjectName(QStringLiteral("app.snippetKind"));
    m_withSecret->setAccessibleName(m_withSecret->text());
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFont(theme::codeFont(font()));
    m_text->setAccessibleName(tr("Snippet"));
    m_text->setObjectName(QStringLiteral("app.snippet"));
    QTextOption option = m_text->document()->defaultTextOption();
    option.setTextDirection(Qt::LeftToRight); // code, in every language
    m_text->document()->setDefaultTextOption(option);
    m_text->setLayoutDirection(Qt::LeftToRight);
    auto* row = new QHBoxLayout;
    row->addWidget(m_which, 1);
    row->addWidget(m_copy);
    body()->addLayout(row);
    body()->addWidget(m_withSecret);
    body()->addWidget(m_text);
    body()->addWidget(m_note);
    m_withSecret->hide();
    connect(m_which, &QComboBox::activated, this, &SnippetCard::showSnippet);
    connect(m_withSecret, &QCheckBox::toggled, this, &SnippetCard::fill);
}

void SnippetCard::showApp(const admin::api::App& app, const QString& issuer) {
    m_app = app;
    m_issuer = issuer;
    fill();
}

void SnippetCard::setSecret(const QString& secret) {
    m_secret = secret;
    m_withSecret->setVisible(!secret.isEmpty());
    const QSignalBlocker quiet(m_withSecret);
    m_withSecret->setChecked(false);
    fill();
}

void SnippetCard::fill() {
    const bool with = m_withSecret->isChecked() && !m_secret.isEmpty();
    m_snippets = snippetsFor(m_app, m_issuer, with ? m_secret : QString());
    const QString before = m_which->currentData().toString();
    const QSignalBlocker quiet(m_which);
    m_which->clear();
    for (const Snippet& each : m_snippets) {
        m_which->addItem(each.title, each.id);
    }
    m_which->setCurrentIndex(std::max(0, m_which->findData(before)));
    showSnippet();
}

void SnippetCard::showSnippet() {
    const auto at = static_cast<std::size_t>(std::max(0, m_which->currentIndex()));
    if (at >= m_snippets.size()) {
        return;
    }
    const QString& text = m_snippets[at].text;
    const bool with = m_withSecret->isChecked() && !m_secret.isEmpty() && text.contains(m_secret);
    m_text->setPlainText(text);
    m_copy->setValue(text.trimmed(), with ? widgets::Sensitivity::Secret : widgets::Sensitivity::Plain);
    const int lines = std::min(kMostLines, static_cast<int>(text.count(u'\n')) + 1);
    m_text->setFixedHeight(m_text->fontMetrics().lineSpacing() * lines + 36);
    m_note->setText(with ? tr("The secret is in it: it leaves the clipboard after a minute.")
                    : text.contains(kSecretPlaceholder)
                        ? tr("Put the client secret in where it says %1.").arg(kSecretPlaceholder)
                        : tr("Nothing in it is secret."));
}

} // namespace gatehouse::ui::panels::apps
