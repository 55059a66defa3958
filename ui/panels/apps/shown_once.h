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
}

namespace gatehouse::ui::panels::apps {

/// A client secret that was made just now: masked until somebody wants to see it, and gone for good when it was kept,
/// or after ten minutes.
class ShownOnce final : public widgets::Card {
    Q_OBJECT
public:
    explicit ShownOnce(QWidget* parent = nullptr);

    void showSecret(const QString& app, const QString& secret);
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
    widgets::CopyButton* m_copy;
    QPushButton* m_kept;
    QTimer m_life;
};

} // namespace gatehouse::ui::panels::apps
