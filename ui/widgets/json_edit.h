// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QJsonObject>
#include <QPlainTextEdit>
#include <QSyntaxHighlighter>

namespace gatehouse::ui::widgets {

/// Colours names, strings, numbers and words of JSON with the palette's tokens.
class JsonHighlighter final : public QSyntaxHighlighter {
    Q_OBJECT
public:
    explicit JsonHighlighter(QTextDocument* document, const QWidget* owner);

protected:
    void highlightBlock(const QString& text) override;

private:
    const QWidget* m_owner;
};

/// Where and why a text is no JSON object.
struct JsonProblem {
    int line = 0; ///< from 1
    int column = 0;
    QString message;
};

/// A JSON editor that a screen reader can read (a plain text edit, not a custom canvas). Tab leaves it.
class JsonEdit final : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit JsonEdit(const QString& name, QWidget* parent = nullptr);
    /// Takes the room that is left, and asks for little.
    [[nodiscard]] QSize sizeHint() const override { return {256, 96}; }

    /// The object that the text is, or nullopt; problem() then says why.
    [[nodiscard]] std::optional<QJsonObject> object() const;
    [[nodiscard]] JsonProblem problem() const;
    void setObject(const QJsonObject& object);

signals:
    /// The text is another one. (textChanged() also comes when only colours change.)
    void contentChanged();

protected:
    void changeEvent(QEvent* event) override;

private:
    JsonHighlighter* m_highlighter;
    QString m_last;
};

} // namespace gatehouse::ui::widgets
