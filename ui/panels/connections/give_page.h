// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "ui/panels/connections/wizard_state.h"

class QLabel;
class QPushButton;

namespace gatehouse::ui::widgets {
class Card;
class CopyButton;
class CopyField;
class StatusChip;
} // namespace gatehouse::ui::widgets

namespace gatehouse::ui::panels::connections {

/// Our values under the vendor's own field names, each with a copy button that ticks.
class GivePage final : public QWidget {
    Q_OBJECT
public:
    explicit GivePage(QWidget* parent = nullptr);

    void show(const WizardState& state, const QString& publicUrl);
    /// All values as a colleague could use them.
    [[nodiscard]] QString asText() const { return m_text; }
    void focusFirst();

signals:
    void copied(const QString& which);

private:
    void showTick(bool copied);

    widgets::Card* m_card;
    QLabel* m_term;
    widgets::CopyField* m_redirectUri;
    widgets::StatusChip* m_tick;
    QLabel* m_scopes;
    widgets::CopyButton* m_all;
    widgets::Card* m_whereCard;
    QLabel* m_where;
    QLabel* m_hint;
    QLabel* m_reach;
    QString m_text;
};

/// True for an address that only this machine can reach.
[[nodiscard]] bool isLocalAddress(const QString& publicUrl);

} // namespace gatehouse::ui::panels::connections
