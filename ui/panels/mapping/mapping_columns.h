// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "ui/widgets/status.h"

class QFrame;
class QLabel;
class QSplitter;
class QStackedLayout;
class QTabBar;

namespace gatehouse::ui::panels::mapping {

/// What arrived, the rules, what results: three columns side by side. In a narrow window the first and the last share
/// one column, with tabs, so that the rules stay readable.
class MappingColumns final : public QWidget {
    Q_OBJECT
public:
    /// Takes the three widgets over.
    MappingColumns(QWidget* arrived, QWidget* rules, QWidget* result, QWidget* parent = nullptr);

    /// The result's tab says how it went.
    void setOutcome(widgets::Status status);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fold(bool folded);

    QSplitter* m_splitter;
    QTabBar* m_tabs;
    QStackedLayout* m_shared;
    QLabel* m_arrivedTitle;
    QLabel* m_resultTitle;
    QFrame* m_resultColumn;
    QWidget* m_resultPage;
};

} // namespace gatehouse::ui::panels::mapping
