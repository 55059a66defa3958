// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <utility>
#include <vector>

#include <QLineEdit>
#include <QString>

namespace gatehouse::ui::widgets {

/// Pairs of short words in one line: "one=two three=four", separated by spaces or commas.
class PairsField final : public QLineEdit {
    Q_OBJECT
public:
    using Pair = std::pair<QString, QString>;
    /// `sign` stands between the words of a pair.
    explicit PairsField(QChar sign, QWidget* parent = nullptr);
    void setPairs(const std::vector<Pair>& pairs);
    /// What is no pair is left out.
    [[nodiscard]] std::vector<Pair> pairs() const;
    /// The first word that is no pair; empty if there is none.
    [[nodiscard]] QString malformed() const;

private:
    [[nodiscard]] QStringList words() const;
    QChar m_sign;
};

} // namespace gatehouse::ui::widgets
