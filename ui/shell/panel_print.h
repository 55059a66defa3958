// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoreApplication>
#include <QString>

class QWidget;

namespace gatehouse::ui::shell {

/// What a panel shows, as a document to print: its list, as filtered and with the columns shown, as a table; where it
/// has no list, a picture. What presentation mode masks is masked here too.
class PanelPrint {
    Q_DECLARE_TR_FUNCTIONS(PanelPrint)
public:
    /// Rows of a list that are printed; the paper says so where there are more.
    static constexpr int kMostRows = 1000;

    /// `heading`: what it is, "Users"; `place`: of what, "Acme".
    PanelPrint(QWidget& panel, QString heading, QString place);

    /// The list; empty where there is none in sight.
    [[nodiscard]] QString html() const;
    [[nodiscard]] bool writePdf(const QString& path) const;

private:
    QWidget& m_panel;
    QString m_heading;
    QString m_place;
};

} // namespace gatehouse::ui::shell
