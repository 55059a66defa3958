// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/form.h"

#include <algorithm>

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QResizeEvent>
#include <QSpinBox>
#include <QVBoxLayout>

#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/compound_field.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/status.h"

namespace gatehouse::ui::widgets {
namespace {

constexpr int kNarrow = 460;
constexpr int kTypingMs = 300;

/// The error line: text in the error colour, following the palette.
class ErrorLine final : public QLabel {
public:
    explicit ErrorLine(QWidget* parent)
        : QLabel(parent) {
        setForegroundRole(QPalette::BrightText);
        setWordWrap(true);
        setTextFormat(Qt::PlainText);
        setTextInteractionFlags(Qt::TextSelectableByMouse);
        hide();
    }
};

} // namespace

Form::Form(QWidget* parent)
    : QWidget(parent)
    , m_layout(new QFormLayout(this)) {
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setVerticalSpacing(theme::kFieldSpacing);
    m_layout->setHorizontalSpacing(16);
    setMaximumWidth(theme::kFormWidth);
    m_typing.setSingleShot(true);
    m_typing.setInterval(kTypingMs);
    connect(&m_typing, &QTimer::timeout, this, &Form::settled);
    connect(this, &Form::edited, &m_typing, qOverload<>(&QTimer::start));
}

void Form::addSection(const QString& title, const QString& sentence) {
    auto* holder = new QWidget(this);
    auto* column = new QVBoxLayout(holder);
    column->setContentsMargins(0, m_layout->rowCount() > 0 ? theme::kFieldSpacing : 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(sectionLabel(title, holder));
    if (!sentence.isEmpty()) {
        column->addWidget(mutedLabel(sentence, holder));
    }
    m_layout->addRow(holder);
    m_lines.push_back({nullptr, holder});
    m_section = holder;
}

void Form::addRow(const QString& pointer, const QString& label, QWidget* field, const QString& help) {
    auto* holder = new QWidget(this);
    auto* column = new QVBoxLayout(holder);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3);
    column->addWidget(field);
    if (!help.isEmpty()) {
        auto* text = mutedLabel(help, holder);
        theme::setTextSize(*text, theme::TextSize::Caption);
        column->addWidget(text);
    }
    auto* error = new ErrorLine(holder);
    column->addWidget(error);
    auto* warning = new QWidget(holder);
    auto* line = new QHBoxLayout(warning);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(new StatusGlyph(Status::Warning, 16, warning), 0, Qt::AlignTop);
    auto* caution = mutedLabel({}, warning);
    line->addWidget(caution, 1);
    warning->hide();
    column->addWidget(warning);
    auto* name = new QLabel(label, this);
    name->setBuddy(field);
    name->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    name->setContentsMargins(0, 6, 0, 0); // on the line of the field's text
    QString plain = label;
    field->setAccessibleName(plain.remove(u'&'));
    field->setAccessibleDescription(help);
    m_layout->addRow(name, holder);
    m_lines.push_back({name, holder});
    m_rows.push_back({pointer, help, field, holder, error, warning, caution, m_section});
    watch(field);
}

void Form::setRowVisible(const QString& pointer, bool visible) {
    if (Row* row = rowFor(pointer)) {
        setLineVisible(row->holder, visible);
        row->shown = visible;
        const auto ofSection = [section = row->section](const Row& each) {
            return each.section == section && each.shown;
        };
        if (row->section != nullptr) {
            setLineVisible(row->section, std::any_of(m_rows.begin(), m_rows.end(), ofSection));
        }
    }
}

// A row that is hidden leaves the layout: QFormLayout gives no height to others where it wraps rows beside a hidden one
// (Qt 6.4).
void Form::setLineVisible(const QWidget* holder, bool visible) {
    int at = 0;
    for (Line& line : m_lines) {
        if (line.holder != holder) {
            at += line.shown ? 1 : 0;
            continue;
        }
        if (line.shown == visible) {
            return;
        }
        line.shown = visible;
        if (!visible) {
            const QFormLayout::TakeRowResult taken = m_layout->takeRow(line.holder);
            delete taken.labelItem;
            delete taken.fieldItem;
        } else if (line.label != nullptr) {
            m_layout->insertRow(at, line.label, line.holder);
        } else {
            m_layout->insertRow(at, line.holder);
        }
        if (line.label != nullptr) {
            line.label->setVisible(visible);
        }
        line.holder->setVisible(visible);
        return;
    }
}

void Form::watch(QWidget* field) {
    const auto changed = [this, field] {
        for (Row& row : m_rows) {
            if (row.field == field) {
                setError(row, {});
            }
        }
        emit edited();
    };
    if (auto* line = qobject_cast<QLineEdit*>(field)) {
        connect(line, &QLineEdit::textEdited, this, changed);
        connect(line, &QLineEdit::editingFinished, this, [this] {
            if (m_typing.isActive()) {
                m_typing.stop();
                emit settled();
            }
        });
    } else if (auto* combo = qobject_cast<QComboBox*>(field)) {
        connect(combo, &QComboBox::activated, this, changed);
    } else if (auto* box = qobject_cast<QAbstractButton*>(field)) {
        connect(box, &QAbstractButton::toggled, this, changed);
    } else if (auto* spin = qobject_cast<QSpinBox*>(field)) {
        connect(spin, &QSpinBox::valueChanged, this, changed);
    } else if (auto* text = qobject_cast<QPlainTextEdit*>(field)) {
        connect(text, &QPlainTextEdit::textChanged, this, changed);
    } else if (auto* compound = qobject_cast<CompoundField*>(field)) {
        connect(compound, &CompoundField::edited, this, changed);
    }
}

void Form::setError(Row& row, const QString& message) {
    row.error->setText(message);
    row.error->setVisible(!message.isEmpty());
    theme::setInvalid(*row.field, !message.isEmpty());
    describe(row);
}

void Form::describe(const Row& row) {
    const QString wrong = row.error->text().isEmpty() ? row.caution->text() : row.error->text();
    row.field->setAccessibleDescription(wrong.isEmpty() ? row.help : wrong);
}

void Form::setWarning(const QString& pointer, const QString& sentence) {
    if (Row* row = rowFor(pointer)) {
        row->caution->setText(sentence);
        row->warning->setVisible(!sentence.isEmpty());
        describe(*row);
    }
}

QString Form::warningOf(const QString& pointer) const {
    for (const Row& row : m_rows) {
        if (row.pointer == pointer) {
            return row.caution->text();
        }
    }
    return {};
}

Form::Row* Form::rowFor(const QString& pointer) {
    Row* best = nullptr;
    for (Row& row : m_rows) {
        const bool within = pointer == row.pointer || pointer.startsWith(row.pointer + u'/');
        if (within && (best == nullptr || row.pointer.size() > best->pointer.size())) {
            best = &row;
        }
    }
    return best;
}

std::vector<FieldError> Form::showErrors(const std::vector<FieldError>& errors) {
    clearErrors();
    std::vector<FieldError> unplaced;
    for (const FieldError& error : errors) {
        Row* row = rowFor(error.pointer);
        if (row == nullptr) {
            unplaced.push_back(error);
            continue;
        }
        const QString before = row->error->text();
        setError(*row, before.isEmpty() ? error.message : before + u'\n' + error.message);
    }
    for (const Row& row : m_rows) {
        if (!row.error->text().isEmpty()) {
            row.field->setFocus(Qt::OtherFocusReason);
            break;
        }
    }
    return unplaced;
}

void Form::addErrors(const std::vector<FieldError>& errors) {
    for (const FieldError& error : errors) {
        if (Row* row = rowFor(error.pointer); row != nullptr && row->error->text().isEmpty()) {
            setError(*row, error.message);
        }
    }
}

void Form::clearErrors() {
    for (Row& row : m_rows) {
        setError(row, {});
    }
}

QString Form::errorOf(const QString& pointer) const {
    for (const Row& row : m_rows) {
        if (row.pointer == pointer) {
            return row.error->text();
        }
    }
    return {};
}

void Form::resizeEvent(QResizeEvent* event) {
    m_layout->setRowWrapPolicy(event->size().width() < kNarrow ? QFormLayout::WrapAllRows : QFormLayout::DontWrapRows);
    QWidget::resizeEvent(event);
}

} // namespace gatehouse::ui::widgets
