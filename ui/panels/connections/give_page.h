// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include <QWidget>

#include "ui/panels/connections/wizard_state.h"

class QLabel;

namespace gatehouse::ui::widgets {
class Card;
class ChoiceField;
class CopyButton;
class CopyField;
class StatusChip;
} // namespace gatehouse::ui::widgets

namespace gatehouse::ui::panels::connections {

/// Our values under the vendor's own field names, each with a copy button that ticks; and by which protocol, where the
/// vendor speaks both.
class GivePage final : public QWidget {
    Q_OBJECT
public:
    explicit GivePage(QWidget* parent = nullptr);

    void show(const WizardState& state, const QString& publicUrl);
    /// All values as a colleague could use them.
    [[nodiscard]] QString asText() const { return m_text; }
    void focusFirst();

signals:
    /// redirectUri; entityId, acsUrl, sloUrl or metadata.
    void copied(const QString& which);
    /// oidc or saml.
    void protocolChosen(const QString& type);

private:
    /// One of our values. Out of use: `which` is empty.
    struct Value {
        QString which;
        QWidget* line;
        QLabel* term;
        widgets::CopyField* field;
        widgets::StatusChip* tick;
    };
    Value makeValue();
    static void setValue(Value& value, const QString& which, const QString& term, const QString& text, bool copied);
    void showSaml(const WizardState& state, const QString& publicUrl);
    void showOidc(const WizardState& state, const QString& publicUrl);

    widgets::Card* m_card;
    QWidget* m_protocolRow;
    widgets::ChoiceField* m_protocol;
    std::array<Value, 4> m_values;
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
