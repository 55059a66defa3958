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
/// that stretches alone is what a row is known by, and stays readable for as long as others can give way. Columns that
/// step aside do so before a text is cut: what they say stands in the inspector too. Room that is left goes to the
/// columns that stretch. What a person dragged, showed or hid stays as it is.
class ColumnFit final : public QObject {
    Q_OBJECT
public:
    /// `widths`: pixels while there are no rows to measure, negative for a column that stretches. `aside`: columns that
    /// step aside, the first one first. Replaces the fit that the table had.
    static void apply(QTableView& table, const QList<int>& widths, const QList<int>& aside = {});
    /// A width that the window decides, not a person: nothing to remember. False for tables without a fit.
    [[nodiscard]] static bool decides(const QHeaderView& header, int column);
    /// Whether the column is out of sight because the table is narrow, and nobody hid it.
    [[nodiscard]] static bool isAside(const QHeaderView& header, int column);
    /// A person says whether a column is shown: it does not step aside any more, or is hidden for good.
    static void choose(QHeaderView& header, int column);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// What is known of a column that is shown, while widths are being found.
    struct Part {
        int column;
        int wanted;
        int least;
        int word; ///< where texts wrap: what its widest word needs
        bool stretches;
    };
    ColumnFit(QTableView& table, const QList<int>& widths, const QList<int>& aside);
    void later();
    void fit();
    void stepAside();
    [[nodiscard]] bool isMine(int column) const;
    [[nodiscard]] Part measure(int column);
    void resized(int column, int before, int now);
    [[nodiscard]] int titleWidth(int column) const;
    [[nodiscard]] int wordWidth(int column) const;

    struct Column {
        int usual = 0;
        int seen = 0; ///< the widest cell so far: columns do not jump while rows come and go
        bool stretches = false;
        bool chosen = false; ///< its width is a person's
        bool aside = false;
    };
    QTableView& m_table;
    QHeaderView& m_header;
    std::vector<Column> m_columns;
    std::vector<int> m_mayStepAside;
    QTimer m_later;
    bool m_measured = false;
    bool m_fitting = false;
};

} // namespace gatehouse::ui::widgets
