// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QLineEdit>

namespace gatehouse::ui::widgets {

/// A secret that can be set but never read back (the Admin API never returns one). Masked, with a reveal button for
/// what is being typed. Untouched means: keep what is stored.
class SecretField final : public QLineEdit {
    Q_OBJECT
public:
    explicit SecretField(QWidget* parent = nullptr);

    /// Empties the field; says whether a secret is stored already.
    void reset(bool stored);
    /// The new secret, or nullopt if the field was not touched.
    [[nodiscard]] std::optional<QString> changedValue() const;

private:
    void setRevealed(bool revealed);

    QAction* m_reveal;
};

} // namespace gatehouse::ui::widgets
