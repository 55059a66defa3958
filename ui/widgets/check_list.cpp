// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/check_list.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/theme/theme.h"
#include "ui/widgets/layout.h"

namespace gatehouse::ui::widgets {
namespace {

QLabel* selectable(QLabel* label) {
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QLabel* codeLabel(const QString& text, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setFont(theme::codeFont(parent->font()));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return selectable(label);
}

void addComparison(QVBoxLayout& texts, const CheckLine& line, QWidget* parent) {
    if (line.expected.isEmpty() && line.actual.isEmpty()) {
        return;
    }
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(1, 1);
    int row = 0;
    const auto add = [&](const QString& name, const QString& value) {
        if (value.isEmpty()) {
            return;
        }
        auto* label = mutedLabel(name, parent);
        label->setWordWrap(false);
        grid->addWidget(label, row, 0, Qt::AlignTop);
        grid->addWidget(codeLabel(value, parent), row, 1);
        ++row;
    };
    add(CheckList::tr("Expected"), line.expected);
    add(CheckList::tr("Got"), line.actual);
    texts.addLayout(grid);
}

QWidget* makeLine(const CheckLine& line, CheckList* parent, int number) {
    auto* item = new QWidget(parent);
    auto* row = new QHBoxLayout(item);
    row->setContentsMargins(0, 6, 0, 6);
    row->setSpacing(10);
    row->addWidget(new StatusGlyph(line.status, 18, item), 0, Qt::AlignTop);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(2);
    auto* head = new QHBoxLayout;
    auto* title = new QLabel(line.title, item);
    QFont bold = title->font();
    bold.setWeight(QFont::DemiBold);
    title->setFont(bold);
    title->setTextFormat(Qt::PlainText);
    title->setToolTip(line.spec);
    head->addWidget(title, 1);
    auto* word = new QLabel(statusWord(line.status), item);
    word->setForegroundRole(QPalette::PlaceholderText);
    head->addWidget(word);
    texts->addLayout(head);
    if (!line.message.isEmpty()) {
        texts->addWidget(selectable(mutedLabel(line.message, item)));
    }
    const bool bad = line.status == Status::Failed || line.status == Status::Warning;
    addComparison(*texts, line, item);
    if (bad && !line.cure.isEmpty()) {
        auto* cure = new QLabel(line.cure, item);
        cure->setWordWrap(true);
        cure->setTextFormat(Qt::PlainText);
        texts->addWidget(selectable(cure));
    }
    if (!line.actions.isEmpty()) {
        auto* buttons = new QWidget(item);
        auto* flow = new FlowLayout(buttons);
        for (int action = 0; action < line.actions.size(); ++action) {
            auto* button = new QPushButton(line.actions.at(action), buttons);
            button->setAccessibleName(CheckList::tr("%1: %2").arg(line.title, line.actions.at(action)));
            flow->addWidget(button);
            // Queued: the button may be gone when what it asked for is done.
            QObject::connect(
                button, &QPushButton::clicked, parent,
                [parent, number, action] { emit parent->actionRequested(number, action); }, Qt::QueuedConnection);
        }
        texts->addSpacing(4);
        texts->addWidget(buttons);
    }
    row->addLayout(texts, 1);
    item->setAccessibleName(line.title + QStringLiteral(": ") + statusWord(line.status));
    item->setAccessibleDescription(line.message);
    return item;
}

} // namespace

CheckList::CheckList(QWidget* parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this)) {
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    setAccessibleName(tr("Checks"));
}

void CheckList::setLines(const std::vector<CheckLine>& lines) {
    clear();
    for (const CheckLine& line : lines) {
        appendLine(line);
    }
}

void CheckList::appendLine(const CheckLine& line) {
    if (m_count > 0) {
        auto* rule = new QFrame(this);
        rule->setFrameShape(QFrame::HLine);
        rule->setFixedHeight(1);
        m_column->addWidget(rule);
    }
    m_column->addWidget(makeLine(line, this, m_count));
    ++m_count;
}

void CheckList::clear() {
    clearLayout(*m_column);
    m_count = 0;
}

} // namespace gatehouse::ui::widgets
