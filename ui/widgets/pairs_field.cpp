// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/pairs_field.h"

#include <optional>

#include <QRegularExpression>

namespace gatehouse::ui::widgets {
namespace {

std::optional<PairsField::Pair> pairOf(const QString& word, QChar sign) {
    const qsizetype at = word.indexOf(sign);
    if (at <= 0 || at == word.size() - 1) {
        return std::nullopt;
    }
    return PairsField::Pair(word.left(at), word.mid(at + 1));
}

} // namespace

PairsField::PairsField(QChar sign, QWidget* parent)
    : QLineEdit(parent)
    , m_sign(sign) {}

void PairsField::setPairs(const std::vector<Pair>& pairs) {
    QStringList words;
    for (const auto& [first, second] : pairs) {
        words.append(first + m_sign + second);
    }
    setText(words.join(QLatin1Char(' ')));
}

std::vector<PairsField::Pair> PairsField::pairs() const {
    std::vector<Pair> pairs;
    for (const QString& word : words()) {
        if (const auto pair = pairOf(word, m_sign)) {
            pairs.push_back(*pair);
        }
    }
    return pairs;
}

QString PairsField::malformed() const {
    for (const QString& word : words()) {
        if (!pairOf(word, m_sign)) {
            return word;
        }
    }
    return {};
}

QStringList PairsField::words() const {
    static const QRegularExpression kBetween(QStringLiteral("[\\s,;]+"));
    return text().split(kBetween, Qt::SkipEmptyParts);
}

} // namespace gatehouse::ui::widgets
