// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>

#include "admin/api/activity.h"
#include "ui/widgets/status.h"

class QLabel;
class QPushButton;

namespace gatehouse::ui::panels::logins {

/// Where the cure of a failure is to be found in the console.
enum class CureAt { Nowhere, Mapping, Connection, User, Tenant, App };
[[nodiscard]] CureAt cureAt(const admin::api::Flow& flow);
/// "client_id=...&redirect_uri=..." as a refused request said it, percent-encoded; empty where its message is not kept.
[[nodiscard]] QString refusedAddress(const admin::api::Flow& flow);
/// "An administrator can cure this."
[[nodiscard]] QString whoCures(const std::string& cureBy);

/// What happened, who can cure it and how, with a button that leads there.
class VerdictStrip final : public QFrame {
    Q_OBJECT
public:
    explicit VerdictStrip(QWidget* parent = nullptr);
    void showFlow(const admin::api::Flow& flow);
    /// Without the way to the cure: a bundle is only read.
    void setReadOnly() { m_readOnly = true; }
    [[nodiscard]] QPushButton* cureButton() const { return m_button; }
    [[nodiscard]] QString text() const;

signals:
    void cureRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    bool m_readOnly = false;
    widgets::Status m_status = widgets::Status::Info;
    widgets::StatusGlyph* m_glyph;
    QLabel* m_what;
    QLabel* m_cure;
    QPushButton* m_button;
};

} // namespace gatehouse::ui::panels::logins
