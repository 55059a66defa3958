// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace gatehouse::ui::shell {

/// What one sees while there is no tenant: three ways to begin. No dialog, nothing to agree to.
class WelcomePage final : public QWidget {
    Q_OBJECT
public:
    explicit WelcomePage(QWidget* parent = nullptr);

signals:
    void tryWanted();
    void connectWanted();
    void fileWanted();

private:
    QWidget* makeChoice(const QString& icon, const QString& title, const QString& sentence,
                        void (WelcomePage::*chosen)());
};

} // namespace gatehouse::ui::shell
