// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QList>
#include <QObject>
#include <QTimer>

class QHeaderView;
class QTableView;

namespace gatehouse::ui::widgets {

/// Gives each column what its texts need. Where a table is too narrow for that, the widest columns give way first, down
/// to their titles, so that short ones (times, states) stay whole and nobody scrolls sideways before he must. A column
/// that stretches alone is what a row is known by, and stays readable for as long as others can give way. Room that is
/// left goes to the columns that stretch. What a person dragged stays as it is.
class ColumnFit final : public QObject {
    Q_OBJECT
public:
    /// `widths`: pixels while there are no rows to measure, negative for a column that stretches. Replaces the fit that
    /// the table had.
    static void apply(QTableView& table, const QList<int>& widths);
    /// A width that the window decides, not a person: nothing to remember. False for tables without a fit.
    [[nodiscard]] static bool decides(const QHeaderView& header, int column);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    ColumnFit(QTableView& table, const QList<int>& widths);
    void later();
    void fit();
    void resized(int column, int before, int now);
    [[nodiscard]] int titleWidth(int column) const;

    struct Column {
        int usual = 0;
        int seen = 0; ///< the widest cell so far: columns do not jump while rows come and go
        bool stretches = false;
        bool chosen = false;
    };
    QTableView& m_table;
    QHeaderView& m_header;
    std::vector<Column> m_columns;
    QTimer m_later;
    bool m_measured = false;
    bool m_fitting = false;
};

} // namespace gatehouse::ui::widgets
