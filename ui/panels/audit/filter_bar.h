// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QWidget>

#include "ui/panels/audit/filter_syntax.h"

class QCompleter;
class QLabel;
class QLineEdit;
class QStringListModel;
class QTimer;
class QToolButton;

namespace gatehouse::ui::widgets {
class FlowLayout;
} // namespace gatehouse::ui::widgets

namespace gatehouse::ui::panels::audit {

class SavedFilters;

/// The line in which one writes a filter, with autocomplete and a help page, and below it the conditions that were
/// taken from cells, as chips: Delete, Backspace, Space or a click removes one. While the text cannot be understood the
/// bad word is underlined, the reason stands below, and the last good filter stays. A filter can be saved under a name;
/// saved ones are in the menu at its end, pinned ones are buttons above it.
class FilterBar final : public QWidget {
    Q_OBJECT
public:
    explicit FilterBar(QWidget* parent = nullptr);

    /// Text and chips together, as last understood.
    [[nodiscard]] std::vector<Term> terms() const;
    [[nodiscard]] QString text() const;
    [[nodiscard]] QString chipsText() const;
    void setFilter(const QString& text, const QString& chips = {});
    /// Adds a chip; one that contradicts it goes.
    void addChip(const Term& term);
    void clear();
    void focusEdit();
    /// Says what went wrong with a good filter: nobody of that name, no login of that reference.
    void showHint(const QString& sentence);
    [[nodiscard]] const std::optional<SyntaxProblem>& problem() const { return m_problem; }
    [[nodiscard]] SavedFilters& saved() { return *m_saved; }

signals:
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void read();
    void offer();
    void accept(const QString& completion);
    void showChips();
    void removeChip(const Term& chip);
    void showHelp();
    void underline();
    void fillSavedMenu();
    void showPins();
    void askForName();
    void manageSaved();

    QLineEdit* m_edit;
    QLabel* m_hint;
    QWidget* m_chipBox;
    widgets::FlowLayout* m_chipRow;
    QCompleter* m_completer;
    QStringListModel* m_offers;
    QTimer* m_typing;
    SavedFilters* m_saved;
    QToolButton* m_savedButton;
    QWidget* m_pinBox;
    widgets::FlowLayout* m_pinRow;
    std::vector<Term> m_good;
    std::vector<Term> m_chips;
    std::optional<SyntaxProblem> m_problem;
};

} // namespace gatehouse::ui::panels::audit
