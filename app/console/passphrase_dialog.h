// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QDialog>

#include "base/secret.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace gatehouse::console {

/// Asks for the passphrase that opens the data where the system has no keychain: a new one twice, a known one once.
class PassphraseDialog final : public QDialog {
    Q_OBJECT
public:
    enum class Purpose { Choose, Open, OpenAgain };
    explicit PassphraseDialog(Purpose purpose, QWidget* parent = nullptr);

    /// Runs the dialog; nullopt if it was closed.
    [[nodiscard]] std::optional<Secret> ask();

private:
    void check();

    Purpose m_purpose;
    QLineEdit* m_first;
    QLineEdit* m_second;
    QLabel* m_hint;
    QPushButton* m_accept;
};

} // namespace gatehouse::console
