// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QTimer>

#include "ui/panels/audit/audit_model.h"
#include "ui/panels/audit/filter_syntax.h"
#include "ui/shell/panel.h"
#include "ui/shell/tasks.h"
#include "ui/widgets/table_export.h"

class QAction;
class QPushButton;
class QToolButton;

namespace gatehouse::ui::widgets {
class Chart;
class DetailPane;
class FilterTable;
} // namespace gatehouse::ui::widgets

namespace gatehouse::ui::panels::audit {

class AuditExport;
class AuditSource;
class ChainBadge;
class FilterBar;
class RecordDetail;

/// The log of a tenant: all of it, however long, newest first, with what happens now on top; filter, histogram,
/// inspector, proof of the chain, export.
class AuditPanel final : public shell::Panel {
    Q_OBJECT
public:
    explicit AuditPanel(shell::Services services, QWidget* parent = nullptr);

    void refresh() override;
    /// The number of a record, or a filter: "flow=...", "actor=...".
    void reveal(const QString& object) override;
    [[nodiscard]] QString currentObject() const override;
    void takeEvent(const client::Event& event) override;
    void poll() override;
    void focusFilter() override;
    [[nodiscard]] QVariantMap saveState() const override;
    void restoreState(const QVariantMap& state) override;

    [[nodiscard]] AuditModel& model() { return *m_model; }
    [[nodiscard]] widgets::FilterTable& table() { return *m_table; }

protected:
    void tenantChanged() override;

private:
    QWidget* makeList();
    QWidget* makeHead();
    void makeDetail();
    void connectParts();
    /// Looks up the names in the filter, then opens it.
    void applyFilter();
    void lookUp(std::size_t term);
    void foundPeople(std::size_t term, const std::vector<client::api::User>& people);
    void openFilter();
    void showOpened();
    void showCount();
    void readHistogram();
    void zoomTo(int first, int last);
    void showSelected(const QString& key);
    void showRecord(const client::api::AuditRecord& record);
    void togglePause();
    void showWaiting(int count);
    void follow(const QString& token);
    void connectTasks();
    void startExport(const QString& path, widgets::ExportFormat format);
    void showExport(const QString& path, qint64 rows, const QString& problem);
    void stopExport();
    void showVerifying(bool verifying);

    AuditModel* m_model;
    AuditSource* m_source;
    AuditExport* m_export;
    FilterBar* m_filter;
    widgets::Chart* m_histogram;
    widgets::FilterTable* m_table;
    ChainBadge* m_badge;
    QToolButton* m_live;
    QPushButton* m_stopExport;
    widgets::DetailPane* m_pane;
    RecordDetail* m_detail;
    QAction* m_showLogin;
    QAction* m_followActor;
    QAction* m_followTarget;
    QAction* m_followFlow;

    std::vector<Term> m_terms; ///< being looked up
    std::uint64_t m_lookUp = 0;
    QString m_words; ///< the filter that is shown, in words
    client::api::AuditHistogram m_bars;
    client::Latest m_asked;
    client::Latest m_bins;
    client::Latest m_one;
    client::api::AuditRecord m_shown;
    QString m_wanted;
    shell::TaskHandle m_exporting;
    shell::TaskHandle m_verifying;
    QTimer m_slowProof; ///< a proof that takes its time is a task
};

} // namespace gatehouse::ui::panels::audit
