// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "admin/api/app.h"
#include "ui/widgets/layout.h"

class QPushButton;
class QVBoxLayout;

namespace gatehouse::ui::panels::apps {

/// Which secrets an app may prove itself with, and until when: never what they are.
class SecretsCard final : public widgets::Card {
    Q_OBJECT
public:
    explicit SecretsCard(QWidget* parent = nullptr);

    void showSecrets(const admin::api::App& app);
    [[nodiscard]] QPushButton* rotateButton() const { return m_rotate; }
    [[nodiscard]] QPushButton* finishButton() const { return m_finish; }

signals:
    void rotateRequested();
    void finishRequested();

private:
    [[nodiscard]] QWidget* makeRow(const admin::api::AppSecret& secret);

    QVBoxLayout* m_rows;
    QPushButton* m_rotate;
    QPushButton* m_finish;
};

} // namespace gatehouse::ui::panels::apps
