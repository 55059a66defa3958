// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/fields.h"

#include <array>

#include <QRegularExpression>
#include <QWheelEvent>

namespace gatehouse::ui::widgets {
namespace {

struct Unit {
    const char* name;
    std::int64_t seconds;
};
constexpr std::array<Unit, 4> kUnits{{{"days", 86400}, {"h", 3600}, {"min", 60}, {"s", 1}}};
constexpr std::int64_t kLongest = 315'360'000; // ten years

std::int64_t unitOf(const QString& word) {
    if (word.isEmpty() || word == QLatin1String("s") || word.startsWith(QLatin1String("sec"))) {
        return 1;
    }
    if (word == QLatin1String("m") || word.startsWith(QLatin1String("min"))) {
        return 60;
    }
    if (word == QLatin1String("h") || word.startsWith(QLatin1String("hour"))) {
        return 3600;
    }
    return word == QLatin1String("d") || word.startsWith(QLatin1String("day")) ? 86400 : 0;
}

} // namespace

ChoiceField::ChoiceField(const std::vector<std::pair<QString, QString>>& choices, QWidget* parent)
    : QComboBox(parent) {
    for (const auto& [word, text] : choices) {
        addItem(text, word);
    }
    setFocusPolicy(Qt::StrongFocus);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(12);
}

void ChoiceField::setValue(const QString& word) {
    int at = findData(word);
    if (at < 0) {
        addItem(word, word);
        at = count() - 1;
    }
    setCurrentIndex(at);
}

void ChoiceField::wheelEvent(QWheelEvent* event) {
    event->ignore();
}

QStringList WordsField::words() const {
    static const QRegularExpression separators(QStringLiteral("[\\s,;]+"));
    return text().split(separators, Qt::SkipEmptyParts);
}

QStringList spaced(const QString& text) {
    return text.simplified().split(u' ', Qt::SkipEmptyParts);
}

std::optional<std::int64_t> parseDuration(const QString& text) {
    static const QRegularExpression part(QStringLiteral("\\G\\s*(\\d{1,9})\\s*([a-z]*)\\s*"));
    const QString plain = text.toLower().trimmed();
    std::int64_t total = 0;
    qsizetype at = 0;
    while (at < plain.size()) {
        const QRegularExpressionMatch match = part.match(plain, at);
        const std::int64_t unit = match.hasMatch() ? unitOf(match.captured(2)) : 0;
        if (unit == 0) {
            return std::nullopt;
        }
        total += match.captured(1).toLongLong() * unit;
        at = match.capturedEnd();
    }
    return plain.isEmpty() || total > kLongest ? std::nullopt : std::optional<std::int64_t>(total);
}

QString writeDuration(std::int64_t seconds) {
    QStringList parts;
    for (const Unit& unit : kUnits) {
        const std::int64_t count = seconds / unit.seconds;
        seconds %= unit.seconds;
        if (count > 0) {
            const QString name = unit.seconds == 86400 && count == 1 ? QStringLiteral("day") : QLatin1String(unit.name);
            parts.append(QStringLiteral("%1 %2").arg(count).arg(name));
        }
    }
    return parts.isEmpty() ? QStringLiteral("0 s") : parts.join(u' ');
}

DurationField::DurationField(QWidget* parent)
    : QLineEdit(parent) {
    setPlaceholderText(tr("for example 12 h, 30 min, 7 days"));
    connect(this, &QLineEdit::editingFinished, this, [this] {
        if (const auto span = seconds()) {
            setText(writeDuration(*span));
        }
    });
}

void DurationField::setSeconds(std::int64_t seconds) {
    setText(writeDuration(seconds));
}

std::optional<std::int64_t> DurationField::seconds() const {
    return parseDuration(text());
}

} // namespace gatehouse::ui::widgets
