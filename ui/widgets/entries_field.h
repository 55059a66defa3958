// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QString>
#include <QStringList>

#include "ui/widgets/compound_field.h"

class QPushButton;
class QVBoxLayout;

namespace gatehouse::ui::widgets {

/// Several things of one kind, each with the same few parts. A button adds one, and each can be removed.
class EntriesField final : public CompoundField {
    Q_OBJECT
public:
    /// A line to type in, or a box to check.
    struct Part {
        enum class Kind { Line, Box };
        QString label;
        QString example; ///< what an empty line shows
        Kind kind = Kind::Line;
    };
    struct Words {
        QString entry; ///< what the %1st is called: "Trusted issuer %1"
        QString add;   ///< on the button
    };
    /// Row: the parts side by side, below their names. Block: one below the other, with a title.
    enum class Shape { Row, Block };
    /// One text a part, without white space around it; that of a box is kChecked or empty.
    using Entry = QStringList;
    static inline const QString kChecked = QStringLiteral("yes");

    EntriesField(std::vector<Part> parts, Words words, Shape shape, QWidget* parent = nullptr);

    void setEntries(const std::vector<Entry>& entries);
    /// Those of which anything is said.
    [[nodiscard]] std::vector<Entry> entries() const;

private:
    struct Line {
        QWidget* holder;
        std::vector<QWidget*> inputs;
        QWidget* remove;
    };
    void append(const Entry& entry);
    void drop(const QWidget* holder);
    void clear();
    /// Titles and names by their number, and where the focus comes to.
    void renumber();
    [[nodiscard]] Line makeRow(const Entry& entry);
    [[nodiscard]] Line makeBlock(const Entry& entry);
    [[nodiscard]] QWidget* makeInput(const Part& part, const QString& text);
    [[nodiscard]] QWidget* makeRemove(QWidget* holder);

    std::vector<Part> m_parts;
    Words m_words;
    Shape m_shape;
    std::vector<Line> m_lines;
    QWidget* m_names = nullptr; ///< of the parts, above rows
    QVBoxLayout* m_column;
    QPushButton* m_add;
};

} // namespace gatehouse::ui::widgets
