// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTimer>

#include "ui/widgets/layout.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace gatehouse::ui::widgets {

class CopyButton;

/// A secret that was made just now: masked until somebody wants to see it, and gone for good when it was kept, or after
/// ten minutes.
class ShownOnce final : public Card {
    Q_OBJECT
public:
    /// `title` is what stands above it ("New client secret"), `noun` what is copied ("client secret").
    /// `objectName` is the field's.
    ShownOnce(const char* objectName, const QString& title, const QString& noun, QWidget* parent = nullptr);

    /// `sentence`: what it is for, and what to do with it.
    void showSecret(const QString& sentence, const QString& secret);
    /// Empty once it is gone.
    [[nodiscard]] const QString& secret() const { return m_secret; }
    void forget();

signals:
    void forgotten();

private:
    void reveal(bool revealed);

    QString m_secret;
    QLabel* m_sentence;
    QLineEdit* m_text;
    QToolButton* m_reveal;
    CopyButton* m_copy;
    QPushButton* m_kept;
    QTimer m_life;
};

} // namespace gatehouse::ui::widgets
