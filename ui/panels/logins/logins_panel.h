// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTimer>

#include "ui/shell/panel.h"
#include "ui/widgets/fields.h"

class QPushButton;
class QToolButton;

namespace gatehouse::ui::widgets {
class CopyButton;
class DetailPane;
class FilterTable;
} // namespace gatehouse::ui::widgets

namespace gatehouse::ui::panels::logins {

class FlowDetail;
class FlowModel;
class SecretsSwitch;

/// Every login as it happens, newest first; why it ended as it did, message by message; beside the last good one; and
/// judged again as the connection is set up now, or as it is drafted.
class LoginsPanel final : public shell::Panel {
    Q_OBJECT
public:
    explicit LoginsPanel(shell::Services services, QWidget* parent = nullptr);

    void refresh() override;
    /// A flow's id or its reference; "reason=mapping_missing_email" for the logins that were refused with it.
    void reveal(const QString& what) override;
    [[nodiscard]] QString currentObject() const override;
    void takeEvent(const client::Event& event) override;
    void poll() override;
    void focusFilter() override;
    [[nodiscard]] QVariantMap saveState() const override;
    void restoreState(const QVariantMap& state) override;
    void draftApplied(const drafts::Applied&) override {}
    void showcase() override;
    [[nodiscard]] FlowDetail* detail() const { return m_detail; }
    /// Writes the bundle of the login shown. What went wrong is said in the pane.
    void exportTo(const QString& file);
    /// A .ghbundle.
    bool openFile(const QString& path) override;
    /// Opens a bundle in a window of its own. What went wrong is said above the list.
    void openBundle(const QString& file);

protected:
    void tenantChanged() override;

private:
    QWidget* makeList();
    void makeDetail();
    void makeLive();
    void togglePause();
    void showLive();
    void connectDetail();
    /// Of the logins, those that were refused with it; empty: all of the chosen outcome.
    void setReason(const QString& reason);
    void showAll();
    void read(const QString& cursor);
    void showSelected(const QString& id);
    void showFlow(const client::api::Flow& flow);
    void goToCure();
    void findLastGood();
    void compareWith(const std::string& flowId);
    void replay(bool againstDraft);
    void makeSecrets();
    /// Reads the login shown once more, with its codes and tokens. It is on record.
    void showSecrets();
    void secretsChanged(bool on);
    [[nodiscard]] const drafts::Draft* draftOfConnection() const;

    FlowModel* m_model;
    widgets::FilterTable* m_table;
    widgets::ChoiceField* m_outcome;
    QToolButton* m_reasonChip;
    widgets::DetailPane* m_pane;
    FlowDetail* m_detail;
    QToolButton* m_live;
    QPushButton* m_open;
    QPushButton* m_user;
    QPushButton* m_provider;
    QPushButton* m_export;
    SecretsSwitch* m_secrets;
    QPushButton* m_unredacted;
    widgets::CopyButton* m_copy;
    client::api::Flow m_shown;
    QString m_cursor;
    std::vector<client::api::Flow> m_waiting; ///< heard of while the view was paused
    QString m_reason;
    client::Latest m_reading;
    client::Latest m_selected;
    client::Latest m_revealing;
    client::Latest m_comparing;
    client::Latest m_replaying;
    client::Latest m_unredacting;
};

} // namespace gatehouse::ui::panels::logins
