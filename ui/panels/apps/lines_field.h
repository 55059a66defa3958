// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPlainTextEdit>
#include <QStringList>

namespace gatehouse::ui::panels::apps {

/// Several addresses, one on each line. Tab leaves it; it is as high as its lines, within reason.
class LinesField final : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit LinesField(QWidget* parent = nullptr);

    void setLines(const QStringList& lines);
    /// Without empty ones, and without white space around them.
    [[nodiscard]] QStringList lines() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void fit();
};

} // namespace gatehouse::ui::panels::apps
