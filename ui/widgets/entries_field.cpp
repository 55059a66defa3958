// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/entries_field.h"

#include <algorithm>

#include <QCheckBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/layout.h"

namespace gatehouse::ui::widgets {
namespace {

constexpr int kGap = 8;

QString textOf(const QWidget* input) {
    if (const auto* box = qobject_cast<const QCheckBox*>(input)) {
        return box->isChecked() ? EntriesField::kChecked : QString();
    }
    return static_cast<const QLineEdit*>(input)->text().trimmed();
}

bool isEmpty(const EntriesField::Entry& entry) {
    return std::all_of(entry.begin(), entry.end(), [](const QString& text) { return text.isEmpty(); });
}

} // namespace

EntriesField::EntriesField(std::vector<Part> parts, Words words, Shape shape, QWidget* parent)
    : CompoundField(parent)
    , m_parts(std::move(parts))
    , m_words(std::move(words))
    , m_shape(shape)
    , m_column(new QVBoxLayout(this))
    , m_add(new QPushButton(theme::icon(QStringLiteral("add")), m_words.add, this)) {
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(shape == Shape::Row ? 4 : kGap);
    if (shape == Shape::Row) {
        m_names = new QWidget(this);
        auto* row = new QHBoxLayout(m_names);
        row->setContentsMargins(0, 0, theme::kControlHeight + kGap, 0);
        row->setSpacing(kGap);
        for (const Part& part : m_parts) {
            row->addWidget(mutedLabel(part.label, m_names), 1);
        }
        m_column->addWidget(m_names);
    }
    m_column->addWidget(m_add, 0, Qt::AlignLeading);
    m_add->setAccessibleName(m_add->text());
    connect(m_add, &QPushButton::clicked, this, [this] {
        append({});
        renumber();
        m_lines.back().inputs.front()->setFocus(Qt::OtherFocusReason);
        emit edited();
    });
    renumber();
}

void EntriesField::setEntries(const std::vector<Entry>& entries) {
    if (entries == this->entries() && entries.size() == m_lines.size()) {
        return; // somebody may be typing in it
    }
    clear();
    for (const Entry& entry : entries) {
        append(entry);
    }
    renumber();
}

std::vector<EntriesField::Entry> EntriesField::entries() const {
    std::vector<Entry> entries;
    for (const Line& line : m_lines) {
        Entry entry;
        std::transform(line.inputs.begin(), line.inputs.end(), std::back_inserter(entry), textOf);
        if (!isEmpty(entry)) {
            entries.push_back(std::move(entry));
        }
    }
    return entries;
}

void EntriesField::append(const Entry& entry) {
    Line line = m_shape == Shape::Row ? makeRow(entry) : makeBlock(entry);
    m_column->insertWidget(m_column->count() - 1, line.holder);
    line.holder->show(); // now: it may be given the focus at once
    QWidget* before = m_lines.empty() ? nullptr : m_lines.back().remove;
    for (QWidget* each : line.inputs) { // in the order of reading
        if (before != nullptr) {
            setTabOrder(before, each);
        }
        before = each;
    }
    setTabOrder(before, line.remove);
    setTabOrder(line.remove, m_add);
    m_lines.push_back(std::move(line));
}

void EntriesField::drop(const QWidget* holder) {
    const auto found =
        std::find_if(m_lines.begin(), m_lines.end(), [holder](const Line& each) { return each.holder == holder; });
    if (found == m_lines.end()) {
        return;
    }
    m_add->setFocus(Qt::OtherFocusReason);
    found->holder->hide();
    found->holder->deleteLater();
    m_lines.erase(found);
    renumber();
    emit edited();
}

void EntriesField::clear() {
    for (const Line& line : m_lines) {
        line.holder->hide();
        line.holder->deleteLater();
    }
    m_lines.clear();
}

void EntriesField::renumber() {
    int number = 0;
    for (const Line& line : m_lines) {
        const QString name = m_words.entry.arg(++number);
        if (auto* card = qobject_cast<Card*>(line.holder)) {
            card->setTitle(name);
        }
        for (std::size_t at = 0; at < m_parts.size(); ++at) {
            line.inputs[at]->setAccessibleName(QStringLiteral("%1, %2").arg(m_parts[at].label, name));
        }
        line.remove->setAccessibleName(tr("Remove %1").arg(name));
        line.remove->setToolTip(line.remove->accessibleName());
    }
    if (m_names != nullptr) {
        m_names->setVisible(!m_lines.empty());
    }
    setFocusProxy(m_lines.empty() ? m_add : m_lines.front().inputs.front());
}

QWidget* EntriesField::makeInput(const Part& part, const QString& text) {
    if (part.kind == Part::Kind::Box) {
        auto* box = new QCheckBox(part.label);
        box->setChecked(text == kChecked);
        connect(box, &QCheckBox::toggled, this, &EntriesField::edited);
        return box;
    }
    auto* line = new QLineEdit(text);
    line->setFont(theme::codeFont(font()));
    line->setPlaceholderText(part.example);
    line->setCursorPosition(0);
    connect(line, &QLineEdit::textEdited, this, &EntriesField::edited);
    return line;
}

QWidget* EntriesField::makeRemove(QWidget* holder) {
    auto* remove = new QToolButton(holder);
    remove->setIcon(theme::icon(QStringLiteral("remove")));
    remove->setAutoRaise(true);
    remove->setFocusPolicy(Qt::StrongFocus);
    remove->setFixedSize(theme::kControlHeight, theme::kControlHeight);
    connect(remove, &QToolButton::clicked, this, [this, holder] { drop(holder); });
    return remove;
}

EntriesField::Line EntriesField::makeRow(const Entry& entry) {
    auto* holder = new QWidget(this);
    auto* row = new QHBoxLayout(holder);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGap);
    Line line{holder, {}, makeRemove(holder)};
    for (std::size_t at = 0; at < m_parts.size(); ++at) {
        line.inputs.push_back(makeInput(m_parts[at], entry.value(static_cast<int>(at))));
        row->addWidget(line.inputs.back(), 1);
    }
    row->addWidget(line.remove);
    return line;
}

EntriesField::Line EntriesField::makeBlock(const Entry& entry) {
    auto* card = new Card({}, this);
    auto* grid = new QGridLayout;
    grid->setVerticalSpacing(6);
    grid->setHorizontalSpacing(12);
    grid->setColumnStretch(1, 1);
    Line line{card, {}, makeRemove(card)};
    card->addAction(line.remove);
    for (std::size_t at = 0; at < m_parts.size(); ++at) {
        const int row = static_cast<int>(at);
        QWidget* input = makeInput(m_parts[at], entry.value(row));
        if (m_parts[at].kind == Part::Kind::Line) {
            auto* label = new QLabel(m_parts[at].label, card);
            label->setBuddy(input);
            grid->addWidget(label, row, 0);
        }
        grid->addWidget(input, row, 1);
        line.inputs.push_back(input);
    }
    card->body()->addLayout(grid);
    return line;
}

} // namespace gatehouse::ui::widgets
