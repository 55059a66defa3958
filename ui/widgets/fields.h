// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include <QComboBox>
#include <QLineEdit>
#include <QStringList>

namespace gatehouse::ui::widgets {

/// A choice among the words that the contract knows, shown in plain language.
class ChoiceField final : public QComboBox {
    Q_OBJECT
public:
    /// Pairs of the contract's word and what people read.
    explicit ChoiceField(const std::vector<std::pair<QString, QString>>& choices, QWidget* parent = nullptr);
    /// A word that is not among the choices is added as it is, so that nothing is lost.
    void setValue(const QString& word);
    [[nodiscard]] QString value() const { return currentData().toString(); }

protected:
    /// A wheel over a form scrolls the form.
    void wheelEvent(QWheelEvent* event) override;
};

/// Several short words in one line, separated by spaces or commas.
class WordsField final : public QLineEdit {
    Q_OBJECT
public:
    using QLineEdit::QLineEdit;
    void setWords(const QStringList& words) { setText(words.join(QLatin1Char(' '))); }
    [[nodiscard]] QStringList words() const;
};

/// A time span in words: "12 h", "1 day 6 h", "300 s", "90" (seconds).
class DurationField final : public QLineEdit {
    Q_OBJECT
public:
    explicit DurationField(QWidget* parent = nullptr);
    void setSeconds(std::int64_t seconds);
    /// nullopt where the text is no time span.
    [[nodiscard]] std::optional<std::int64_t> seconds() const;
};

/// The words of a text, separated by white space alone: what they hold of commas is theirs.
[[nodiscard]] QStringList spaced(const QString& text);
[[nodiscard]] std::optional<std::int64_t> parseDuration(const QString& text);
/// The exact opposite: "43200" gives "12 h".
[[nodiscard]] QString writeDuration(std::int64_t seconds);

} // namespace gatehouse::ui::widgets
