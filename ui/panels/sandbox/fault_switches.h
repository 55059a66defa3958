// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QWidget>

#include "admin/api/sandbox.h"

class QCheckBox;
class QVBoxLayout;

namespace gatehouse::ui::panels::sandbox {

/// What the practice IdP does wrong on purpose, each with its switch.
class FaultSwitches final : public QWidget {
    Q_OBJECT
public:
    explicit FaultSwitches(QWidget* parent = nullptr);
    void showFaults(const std::vector<admin::api::Fault>& faults);
    [[nodiscard]] int onCount() const;
    bool eventFilter(QObject* watched, QEvent* event) override;

signals:
    void switched(const QString& name, bool on);

private:
    QVBoxLayout* m_column;
    std::vector<std::pair<QString, QCheckBox*>> m_switches;
};

/// Who can be signed in as, each with what there is to learn from it, and a button to do so.
class PersonaList final : public QWidget {
    Q_OBJECT
public:
    explicit PersonaList(QWidget* parent = nullptr);
    void showPersonas(const std::vector<admin::api::Persona>& personas);

signals:
    void signInRequested(const QString& persona);

private:
    QVBoxLayout* m_column;
};

} // namespace gatehouse::ui::panels::sandbox
