// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QStringList>
#include <QWidget>

#include "ui/widgets/status.h"

class QVBoxLayout;

namespace gatehouse::ui::widgets {

/// One line of a verdict as people read it.
struct CheckLine {
    Status status = Status::Ok;
    QString title;    ///< "Token signature"
    QString message;  ///< what happened
    QString expected; ///< empty where there is nothing to compare
    QString actual;
    QString cure;             ///< what to do; shown for warnings and failures
    QString spec;             ///< clause
    QStringList actions = {}; ///< texts of buttons that do something about it
};

/// A verdict: its checks from top to bottom, each with glyph, word, what was expected, what came, and the cure.
/// Lines can be appended one by one while a test runs.
class CheckList final : public QWidget {
    Q_OBJECT
public:
    explicit CheckList(QWidget* parent = nullptr);

    void setLines(const std::vector<CheckLine>& lines);
    void appendLine(const CheckLine& line);
    void clear();
    [[nodiscard]] int count() const { return m_count; }

signals:
    /// A button of that line was pressed; both count from 0.
    void actionRequested(int line, int action);

private:
    QVBoxLayout* m_column;
    int m_count = 0;
};

} // namespace gatehouse::ui::widgets
