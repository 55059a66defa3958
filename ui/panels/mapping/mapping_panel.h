// SPDX-License-Identifier: Apache-2.0
#pragma once

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

class ClaimsInput;
class ResultView;
class RulesEditor;

/// Claims in, rules in the middle, the resulting user out, recomputed by the broker's own code as one types. A later
/// keystroke cancels the preview before; only the newest answer is shown.
class MappingPanel final : public shell::Panel {
    Q_OBJECT
public:
    explicit MappingPanel(shell::Services services, QWidget* parent = nullptr);

    void refresh() override;
    /// A connection's id.
    void reveal(const QString& id) override;
    [[nodiscard]] QString currentObject() const override;
    [[nodiscard]] bool isDirty() const override { return m_dirty; }
    /// For tests: how long typing must stop before a preview is asked for.
    void setDebounce(int milliseconds) { m_typing.setInterval(milliseconds); }

protected:
    void tenantChanged() override;

private:
    QWidget* makeHead();
    QWidget* makeMiddle();
    QWidget* makeFoot();
    void readConnection();
    void readPersonas();
    void preview();
    void showPreview(const client::Outcome<client::api::Preview>& outcome);
    void save();
    void revert();
    void setDirty(bool dirty);
    void showUnused();

    QComboBox* m_connections;
    QStackedWidget* m_stack;
    widgets::EmptyState* m_empty;
    widgets::ErrorBanner* m_banner;
    ClaimsInput* m_input;
    RulesEditor* m_rules;
    ResultView* m_result;
    QPushButton* m_revert;
    QPushButton* m_save;
    QTimer m_typing;
    client::Versioned<client::api::Connection> m_connection;
    client::Latest m_listing;
    client::Latest m_reading;
    client::Latest m_previewing;
    QString m_wanted;
    bool m_dirty = false;
};

} // namespace gatehouse::ui::panels::mapping
