// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

#include "ui/drafts/changes.h"
#include "ui/shell/environment_band.h"

class QLabel;
class QListWidget;
class QListWidgetItem;
class QPlainTextEdit;
class QPushButton;
class QTabWidget;
class QVBoxLayout;

namespace gatehouse::ui::drafts {
class DiffView;
}
namespace gatehouse::ui::widgets {
class BusyLine;
class ErrorBanner;
} // namespace gatehouse::ui::widgets

namespace gatehouse::ui::shell {

/// What is about to be applied, before it is: the drafts, what each changes and whom it touches, and the same as a
/// command. Enter applies those that are ticked, Esc goes back to editing. Stays open for what did not succeed.
class ReviewDialog final : public QDialog {
    Q_OBJECT
public:
    struct Where {
        EnvironmentBand::Kind kind = EnvironmentBand::Kind::Live;
        QString tenant;  ///< name and address, for the band
        QString address; ///< public URL of the broker, for commands
    };
    ReviewDialog(client::AdminClient& client, drafts::Drafts& drafts, drafts::Changes& changes, const Where& where,
                 QWidget* parent = nullptr);

signals:
    /// Leave the dialog and show where this draft is edited.
    void editRequested(const gatehouse::ui::drafts::Subject& subject);

private:
    QWidget* makeChanges();
    QWidget* makeCommands();
    QWidget* makeFoot();
    QPlainTextEdit* makeCommand(const QString& title, QVBoxLayout& column);
    void fill();
    void showCurrent();
    void showConflicts(const drafts::Draft& draft);
    void showUsage(const drafts::Draft& draft);
    void showVerdict();
    void updateButtons();
    void applyTicked();
    void finished(int applied, int notApplied);
    void discardCurrent();
    [[nodiscard]] const drafts::Draft* current() const;
    [[nodiscard]] std::vector<drafts::Subject> ticked() const;

    client::AdminClient& m_client;
    drafts::Drafts& m_drafts;
    drafts::Changes& m_changes;
    Where m_where;
    client::Latest m_asking;
    std::vector<drafts::Subject> m_subjects; ///< of the rows
    QLabel* m_title;
    widgets::BusyLine* m_busy;
    QListWidget* m_list;
    QTabWidget* m_tabs;
    QLabel* m_affects = nullptr;
    widgets::ErrorBanner* m_banner = nullptr;
    QWidget* m_conflicts = nullptr;
    QVBoxLayout* m_conflictRows = nullptr;
    drafts::DiffView* m_diff = nullptr;
    QPlainTextEdit* m_ctl = nullptr;
    QPlainTextEdit* m_curl = nullptr;
    QPlainTextEdit* m_document = nullptr;
    QPushButton* m_discard = nullptr;
    QPushButton* m_edit = nullptr;
    QPushButton* m_apply = nullptr;
};

} // namespace gatehouse::ui::shell
