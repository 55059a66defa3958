// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QTimer>
#include <QWidget>

class QFormLayout;
class QLabel;

namespace gatehouse::ui::widgets {

/// What the broker says about one member of what was sent (an element of a problem's errors[]).
struct FieldError {
    QString pointer; ///< JSON Pointer of the member: "/issuer", "/domains/0"
    QString code;
    QString message;
};

/// Labelled fields, each with room for help and for its error in words below it. Labels stand at the left, or above
/// where the form is narrow. Not wider than theme::kFormWidth.
class Form final : public QWidget {
    Q_OBJECT
public:
    explicit Form(QWidget* parent = nullptr);

    /// What follows until the next one. Out of sight while all of its rows are.
    void addSection(const QString& title, const QString& sentence = {});
    /// `pointer` names the member that the field edits. The label becomes the field's accessible name.
    void addRow(const QString& pointer, const QString& label, QWidget* field, const QString& help = {});
    void setRowVisible(const QString& pointer, bool visible);

    /// Puts each message under its field and focuses the first. Gives back those that belong to no field. An error on
    /// "/domains/0" belongs to the row "/domains".
    std::vector<FieldError> showErrors(const std::vector<FieldError>& errors);
    /// Puts messages under fields that have none yet, and leaves the focus to somebody who is typing; what the broker
    /// said of another field stays until that one is edited.
    void addErrors(const std::vector<FieldError>& errors);
    void clearErrors();
    /// A caution under a row that does not keep anybody from applying; empty: none. Stays until it is set anew.
    void setWarning(const QString& pointer, const QString& sentence);
    [[nodiscard]] QString warningOf(const QString& pointer) const;
    /// The message now shown under a row; empty where there is none.
    [[nodiscard]] QString errorOf(const QString& pointer) const;

signals:
    /// Somebody edited a field.
    void edited();
    /// Somebody who edited stopped typing for a moment, or left the field: time to say what is wrong with it.
    void settled();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Row {
        QString pointer;
        QString help;
        QWidget* field;
        QWidget* holder;
        QLabel* error;
        QWidget* warning; ///< sign and sentence
        QLabel* caution;
        QWidget* section; ///< nullptr: stands before the first
        bool shown = true;
    };
    void setLineVisible(const QWidget* holder, bool visible);
    void watch(QWidget* field);
    void setError(Row& row, const QString& message);
    static void describe(const Row& row);
    Row* rowFor(const QString& pointer);

    QFormLayout* m_layout;
    /// Rows and titles of sections, in their order.
    struct Line {
        QLabel* label; ///< nullptr: a title
        QWidget* holder;
        bool shown = true;
    };
    std::vector<Line> m_lines;
    QWidget* m_section = nullptr; ///< the last one added
    std::vector<Row> m_rows;
    QTimer m_typing;
};

} // namespace gatehouse::ui::widgets
