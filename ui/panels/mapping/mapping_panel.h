// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QTimer>

#include "ui/shell/panel.h"

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace gatehouse::ui::widgets {
class EmptyState;
class ErrorBanner;
} // namespace gatehouse::ui::widgets

namespace gatehouse::ui::panels::mapping {

class BatchView;
class ClaimsInput;
class ResultView;
class RulesEditor;

/// Claims in, rules in the middle, the resulting user out, recomputed by the broker's own code as one types, and the
/// same over the last hundred logins. A later keystroke cancels the preview before; only the newest answer is shown.
/// What is edited is the "mapping" member of the connection's draft.
class MappingPanel final : public shell::Panel {
    Q_OBJECT
public:
    explicit MappingPanel(shell::Services services, QWidget* parent = nullptr);

    void refresh() override;
    /// A connection's id, or "<connection>/<flow>": that login's claims against it.
    void reveal(const QString& place) override;
    [[nodiscard]] QString currentObject() const override;
    void draftApplied(const drafts::Applied& what) override;
    void takeEvent(const client::Event& event) override;
    void showcase() override;
    /// For tests: how long typing must stop before a preview, and the run over the last logins, are asked for.
    void setDebounce(int preview, int batch);

protected:
    void tenantChanged() override;

private:
    QWidget* makeHead();
    QWidget* makeMiddle();
    QWidget* makeFoot();
    void readConnection();
    void readPersonas();
    void readLogins();
    void showMapping();
    void rulesEdited();
    void recompute();
    void preview();
    void showPreview(const client::Outcome<client::api::Preview>& outcome);
    void runBatch();
    void revert();
    void showButtons();
    void showUnused();
    [[nodiscard]] drafts::Subject subject() const;

    QComboBox* m_connections;
    QStackedWidget* m_stack;
    widgets::EmptyState* m_empty;
    widgets::ErrorBanner* m_banner;
    ClaimsInput* m_input;
    RulesEditor* m_rules;
    ResultView* m_result;
    BatchView* m_batch;
    QPushButton* m_revert;
    QPushButton* m_review;
    QTimer m_typing;
    QTimer m_resting;
    client::Versioned<client::api::Connection> m_connection;
    client::Latest m_listing;
    client::Latest m_reading;
    client::Latest m_previewing;
    client::Latest m_batching;
    client::Latest m_recent;
    QString m_wanted;
    QString m_wantedLogin;
};

} // namespace gatehouse::ui::panels::mapping
