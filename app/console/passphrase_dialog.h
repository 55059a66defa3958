// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QDialog>

#include "base/secret.h"
#include "ui/shell/back_off.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace gatehouse::console {

/// Asks for the passphrase that opens the data where the system has no keychain: a new one twice, a known one once.
/// After a wrong one it says so, and after three it has the person wait.
class PassphraseDialog final : public QDialog {
    Q_OBJECT
public:
    enum class Purpose { Choose, Open };
    /// `backOff` knows of the wrong ones before, and outlives the dialog.
    PassphraseDialog(Purpose purpose, ui::shell::BackOff& backOff, QWidget* parent = nullptr);

    /// Runs the dialog; nullopt if it was closed.
    [[nodiscard]] std::optional<Secret> ask();

private:
    void check();

    Purpose m_purpose;
    ui::shell::BackOff& m_backOff;
    QLineEdit* m_first;
    QLineEdit* m_second;
    QLabel* m_hint;
    QPushButton* m_accept;
};

} // namespace gatehouse::console
