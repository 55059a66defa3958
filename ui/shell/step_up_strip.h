// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace gatehouse::ui::shell {

/// Below the band while an act waits for a fresh sign-in. The act goes on by itself when the person has made it.
class StepUpStrip final : public QWidget {
    Q_OBJECT
public:
    explicit StepUpStrip(QWidget* parent = nullptr);

    void ask();
    /// It did not come about; the act still waits.
    void complain(const QString& reason);
    void end() { hide(); }

signals:
    void signInAsked();
    void givenUp();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void showWaiting();

    QLabel* m_sentence;
    QPushButton* m_signIn;
    QPushButton* m_giveUp;
};

} // namespace gatehouse::ui::shell
