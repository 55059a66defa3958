// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QDateTime>

#include "admin/api/statistics.h"
#include "ui/shell/panel.h"
#include "ui/widgets/layout.h"

namespace gatehouse::ui::panels::home {

/// The expiry centre: what ends by itself in the next 60 days, the next first, with what to do and where it shows.
class ExpiryCard final : public widgets::Card {
    Q_OBJECT
public:
    explicit ExpiryCard(QWidget* parent = nullptr);
    void showExpiries(const std::vector<admin::api::Expiry>& expiries);
    void showFailure(const QString& sentence);
    void showForbidden();

signals:
    void goTo(const gatehouse::ui::shell::Place& place);

private:
    [[nodiscard]] QWidget* makeRow(const admin::api::Expiry& expiry, const QDateTime& now);
    void showQuiet(const std::vector<admin::api::Expiry>& expiries, const QDateTime& now);

    QString m_shown;
};

} // namespace gatehouse::ui::panels::home
