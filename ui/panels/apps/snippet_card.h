// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "admin/api/app.h"
#include "ui/panels/apps/snippets.h"
#include "ui/widgets/layout.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QPlainTextEdit;

namespace gatehouse::ui::widgets {
class CopyButton;
}

namespace gatehouse::ui::panels::apps {

/// What to copy into an app so that it works with this broker: one of the snippets that suit it.
class SnippetCard final : public widgets::Card {
    Q_OBJECT
public:
    explicit SnippetCard(QWidget* parent = nullptr);

    void showApp(const admin::api::App& app, const QString& issuer);
    /// A secret that was made just now, which may be written into the text where somebody asks for it; empty: none.
    void setSecret(const QString& secret);

private:
    void fill();
    void showSnippet();

    admin::api::App m_app;
    QString m_issuer;
    QString m_secret;
    std::vector<Snippet> m_snippets;
    QComboBox* m_which;
    QCheckBox* m_withSecret;
    QPlainTextEdit* m_text;
    QLabel* m_note;
    widgets::CopyButton* m_copy;
};

} // namespace gatehouse::ui::panels::apps
