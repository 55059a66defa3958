// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QToolButton>

class QLineEdit;

namespace gatehouse::ui::widgets {

enum class Sensitivity { Plain, Secret };

/// Puts exactly one value on the clipboard and says so for two seconds. A secret leaves the clipboard after 60 s
/// unless something else was copied meanwhile.
class CopyButton final : public QToolButton {
    Q_OBJECT
public:
    /// `what` names the value for people: "redirect URI".
    explicit CopyButton(const QString& what, QWidget* parent = nullptr);

    /// Another name for the value.
    void setWhat(const QString& what);
    void setValue(const QString& value, Sensitivity sensitivity = Sensitivity::Plain);
    [[nodiscard]] QString value() const { return m_value; }

    /// How long a secret stays on the clipboard; 60 s, for tests another time.
    static void setSecretLife(int milliseconds);

signals:
    void copied();

private:
    void copy();
    void showIdle();

    QString m_what;
    QString m_value;
    Sensitivity m_sensitivity = Sensitivity::Plain;
};

/// A read-only value in code type with its copy button: an address to give away, an id, a fingerprint.
class CopyField final : public QWidget {
    Q_OBJECT
public:
    explicit CopyField(const QString& what, QWidget* parent = nullptr);
    void setWhat(const QString& what);
    void setValue(const QString& value, Sensitivity sensitivity = Sensitivity::Plain);
    [[nodiscard]] QString value() const { return m_button->value(); }
    [[nodiscard]] CopyButton* button() const { return m_button; }

private:
    QLineEdit* m_edit;
    CopyButton* m_button;
};

} // namespace gatehouse::ui::widgets
