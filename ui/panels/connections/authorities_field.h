// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "ui/widgets/compound_field.h"

class QLabel;
class QPushButton;

namespace gatehouse::ui::panels::connections {

/// The authorities that one connection trusts besides the system's: who they are, until when, and a button that forgets
/// them. They come in through the connection test, where a person looked at them.
class AuthoritiesField final : public widgets::CompoundField {
    Q_OBJECT
public:
    explicit AuthoritiesField(QWidget* parent = nullptr);

    void setPem(const std::string& pem);
    [[nodiscard]] const std::string& pem() const { return m_pem; }
    [[nodiscard]] bool isEmpty() const { return m_pem.empty(); }

private:
    std::string m_pem;
    QLabel* m_names;
    QPushButton* m_forget;
};

} // namespace gatehouse::ui::panels::connections
