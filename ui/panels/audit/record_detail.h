// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QJsonObject>
#include <QWidget>

#include "admin/api/activity.h"

class QPushButton;

namespace gatehouse::ui::widgets {
class Card;
class DetailGrid;
class JsonView;
} // namespace gatehouse::ui::widgets

namespace gatehouse::ui::panels::audit {

/// A member that an administrator changed.
struct Difference {
    QString member; ///< "settings/sessionTtl"
    QString before; ///< empty where it was not there
    QString after;
    friend bool operator==(const Difference&, const Difference&) = default;
};
/// What differs between `data.before` and `data.after`, by member; nothing for other records.
[[nodiscard]] std::vector<Difference> differencesOf(const QJsonObject& data);

/// One record: who, what, from where, what changed, and its place in the chain.
class RecordDetail final : public QWidget {
    Q_OBJECT
public:
    explicit RecordDetail(QWidget* parent = nullptr);
    void showRecord(const admin::api::AuditRecord& record);

signals:
    void flowRequested(const QString& flowId);

private:
    void showFacts(const admin::api::AuditRecord& record);
    void showDifferences(const QJsonObject& content);

    widgets::DetailGrid* m_facts;
    QPushButton* m_flow;
    widgets::Card* m_changes;
    widgets::DetailGrid* m_changeGrid;
    widgets::Card* m_data;
    widgets::JsonView* m_json;
    widgets::DetailGrid* m_chain;
    QString m_flowId;
};

} // namespace gatehouse::ui::panels::audit
