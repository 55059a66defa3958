// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStyledItemDelegate>
#include <QWidget>

#include "ui/theme/tokens.h"

namespace gatehouse::ui::widgets {

/// Every state the console shows, always as glyph, word and colour.
enum class Status { Ok, Warning, Failed, Off, Draft, Running, Skipped, Info };

[[nodiscard]] QString statusIcon(Status status);
[[nodiscard]] theme::Tone statusTone(Status status);
/// The plain word: OK, Warning, Failed, Off, Draft, Running, Skipped, Note.
[[nodiscard]] QString statusWord(Status status);
/// From the Admin API's "ok", "warn", "fail", "skipped"; anything else is Failed.
[[nodiscard]] Status statusFromCheck(const QString& word);

/// Roles that our models answer beside Qt's own.
enum Role {
    KeyRole = Qt::UserRole + 1, ///< stable identity of the row; selection follows it through updates
    StatusRole,                 ///< int of Status: the cell is painted with its glyph and colour
    SortRole,                   ///< what to sort by where it is not the text
    JsonRole,                   ///< QByteArray: the row's record as the Admin API gives it
    FilterRole,   ///< text for the panel's filter that keeps rows with this cell; empty where there is none
    TextRole,     ///< the whole text of a cell that shows a short form: what is copied and exported
    LoadingRole,  ///< true while the row's page is on its way
    ExpandedRole, ///< of a row with others below it: whether they are in sight; invalid for every other (NestedRows)
    NestedRole,   ///< true for a row that is below another
};

/// A small rounded label: glyph and word on the tone's tint.
class StatusChip final : public QWidget {
    Q_OBJECT
public:
    explicit StatusChip(QWidget* parent = nullptr);
    StatusChip(Status status, const QString& word, QWidget* parent = nullptr);

    /// An empty word takes statusWord().
    void setStatus(Status status, const QString& word = {});
    [[nodiscard]] Status status() const { return m_status; }
    [[nodiscard]] QString word() const { return m_word; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Status m_status = Status::Off;
    QString m_word;
};

/// A chip without a status: a role, a scope, a domain.
class TagChip final : public QWidget {
    Q_OBJECT
public:
    explicit TagChip(const QString& text, const QString& note = {}, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_text;
    QString m_note;
};

/// Paints cells with a StatusRole as glyph and word in the status' colour; every other cell as usual. In a view with
/// word wrap a text that is too long goes on in the next line, and a word that is longer than its column breaks.
class StatusDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;
};

/// Only the glyph, in the status' colour, following the palette. For use beside its word.
class StatusGlyph final : public QWidget {
    Q_OBJECT
public:
    explicit StatusGlyph(Status status, int size = 18, QWidget* parent = nullptr);
    void setStatus(Status status);
    [[nodiscard]] QSize sizeHint() const override { return {m_size, m_size}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Status m_status;
    int m_size;
};

/// An icon of our set as a label, in a tone, following the palette.
class IconLabel final : public QWidget {
    Q_OBJECT
public:
    IconLabel(QString name, theme::Tone tone, int size, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override { return {m_size, m_size}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_name;
    theme::Tone m_tone;
    int m_size;
};

} // namespace gatehouse::ui::widgets
