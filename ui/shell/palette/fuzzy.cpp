// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/palette/fuzzy.h"

#include <algorithm>

#include <QStringList>

namespace gatehouse::ui::shell {
namespace {

constexpr int kLetter = 4;
constexpr int kRun = 8;         ///< right after the letter before
constexpr int kWordStart = 12;  ///< first letter of a word
constexpr int kTextStart = 10;  ///< first letter of all
constexpr int kWholeWord = 20;  ///< the typed word is a word of the text
constexpr int kLongestGap = 12; ///< letters skipped cost one each up to that
constexpr qsizetype kLongestText = 512;
constexpr qsizetype kReferenceLetters = 8;

/// Lower case, without accents.
QString plain(const QString& text) {
    QString result;
    for (const QChar letter : text.left(kLongestText).normalized(QString::NormalizationForm_KD)) {
        if (letter.category() != QChar::Mark_NonSpacing) {
            result.append(letter.toCaseFolded());
        }
    }
    return result;
}

bool startsWord(const QString& text, qsizetype at) {
    return at == 0 || !text.at(at - 1).isLetterOrNumber();
}

bool isWord(const QString& text, qsizetype at, qsizetype length) {
    return startsWord(text, at) && (at + length == text.size() || !text.at(at + length).isLetterOrNumber());
}

/// One word from a given first letter on, greedily.
std::optional<int> scoreFrom(const QString& word, const QString& text, qsizetype first) {
    int score = 0;
    qsizetype last = -1;
    qsizetype at = first;
    for (const QChar letter : word) {
        at = text.indexOf(letter, at);
        if (at < 0) {
            return std::nullopt;
        }
        score += kLetter;
        if (last >= 0 && at == last + 1) {
            score += kRun;
        } else if (last >= 0) {
            score -= static_cast<int>(std::min<qsizetype>(at - last - 1, kLongestGap));
        }
        score += startsWord(text, at) ? kWordStart : 0;
        score += at == 0 ? kTextStart : 0;
        last = at++;
    }
    if (last - first + 1 == word.size() && isWord(text, first, word.size())) {
        score += kWholeWord;
    }
    return score;
}

std::optional<int> scoreWord(const QString& word, const QString& text) {
    std::optional<int> best;
    for (qsizetype first = text.indexOf(word.at(0)); first >= 0; first = text.indexOf(word.at(0), first + 1)) {
        const std::optional<int> score = scoreFrom(word, text, first);
        if (!score) {
            break; // later starts have even fewer letters left
        }
        best = std::max(best, score);
    }
    return best;
}

} // namespace

std::optional<int> fuzzyScore(const QString& typed, const QString& text) {
    const QString where = plain(text);
    int sum = 0;
    for (const QString& word : plain(typed).split(u' ', Qt::SkipEmptyParts)) {
        const std::optional<int> score = scoreWord(word, where);
        if (!score) {
            return std::nullopt;
        }
        sum += *score;
    }
    return sum - static_cast<int>(where.size()) / 8;
}

QString normalisedReference(const QString& typed) {
    QString text = typed.trimmed().toUpper();
    const bool named = text.startsWith(QLatin1String("GH"));
    if (named) {
        text.remove(0, 2);
    } else if (text.size() != kReferenceLetters + 1 || text.at(kReferenceLetters / 2) != u'-') {
        return {};
    }
    QString letters;
    for (QChar letter : text) {
        if (letter == u'-' || letter == u' ') {
            continue;
        }
        letter = letter == u'O' ? u'0' : letter == u'I' || letter == u'L' ? u'1' : letter;
        if (!QStringLiteral("0123456789ABCDEFGHJKMNPQRSTVWXYZ").contains(letter)) {
            return {};
        }
        letters.append(letter);
    }
    if (letters.size() != kReferenceLetters) {
        return {};
    }
    return QStringLiteral("GH-%1-%2").arg(letters.left(kReferenceLetters / 2), letters.mid(kReferenceLetters / 2));
}

} // namespace gatehouse::ui::shell
