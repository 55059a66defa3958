// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace gatehouse::ui::widgets {

/// The question before what nobody can take back: it is done only once its name was typed, letter by letter.
class TypedConfirmation final : public QDialog {
    Q_OBJECT
public:
    /// `name` is what has to be typed, `verb` the button: "Delete this tenant".
    TypedConfirmation(const QString& question, const QString& name, const QString& verb, QWidget* parent = nullptr);

    /// What goes with it: "3 people lose their accounts".
    void setConsequences(const QStringList& lines);
    /// Wants a reason too, for the log.
    void askReason();
    [[nodiscard]] QString reason() const;

signals:
    void confirmed();

private:
    void judge();

    QString m_name;
    QLabel* m_consequences;
    QLineEdit* m_reason = nullptr; ///< where one is asked for
    QLineEdit* m_typed;
    QPushButton* m_keep;
    QPushButton* m_do;
};

} // namespace gatehouse::ui::widgets
