// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QJsonObject>
#include <QStringList>
#include <QWidget>

#include "ui/panels/connections/wizard_state.h"
#include "ui/widgets/check_list.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace gatehouse::ui::widgets {
class Card;
class DetailGrid;
class Form;
} // namespace gatehouse::ui::widgets

namespace gatehouse::ui::panels::connections {

/// How it will be called, and what a sign-in would make of the claims that came.
class FinishPage final : public QWidget {
    Q_OBJECT
public:
    explicit FinishPage(QWidget* parent = nullptr);

    void show(const WizardState& state);
    void read(WizardState& state) const;
    /// What came in the last test sign-in, and what the broker makes of it.
    void showPreview(const QJsonObject& claims, const admin::api::Preview& preview, const QJsonObject& mapping);
    /// Whom home-realm discovery leads here; nothing where the provider has no domains.
    void showDomains(const std::vector<widgets::CheckLine>& lines);
    /// Nobody has signed in yet.
    void showNoClaims();
    void focusFirst();
    [[nodiscard]] widgets::Form& form() { return *m_form; }

signals:
    void edited();
    void openMapping();
    void openDomains();

private:
    widgets::Form* m_form;
    QLineEdit* m_displayName;
    QLineEdit* m_name;
    widgets::Card* m_domainCard;
    widgets::CheckList* m_domains;
    widgets::Card* m_card;
    widgets::CheckList* m_outcome;
    widgets::DetailGrid* m_grid;
    QPushButton* m_mapping;
    QLabel* m_note;
    QStringList m_asked;      ///< levels (acr)
    bool m_nameIsOurs = true; ///< nobody typed a short name
};

} // namespace gatehouse::ui::panels::connections
