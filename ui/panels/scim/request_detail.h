// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "admin/api/scim.h"

class QLabel;
class QTableWidget;

namespace gatehouse::ui::widgets {
class Card;
class DetailGrid;
class JsonView;
} // namespace gatehouse::ui::widgets

namespace gatehouse::ui::panels::scim {

/// One request of a directory: who sent what, what it changed, and what the same would do now.
class RequestDetail final : public QWidget {
    Q_OBJECT
public:
    explicit RequestDetail(QWidget* parent = nullptr);

    void showRequest(const admin::api::ScimRequest& request);
    void showReplay(const admin::api::ScimReplay& replay);

private:
    void fill(QTableWidget& table, const std::vector<admin::api::ScimChange>& changes);

    widgets::DetailGrid* m_facts;
    widgets::Card* m_replayCard;
    QLabel* m_replaySentence;
    QTableWidget* m_replayChanges;
    widgets::Card* m_changesCard;
    QTableWidget* m_changes;
    widgets::Card* m_bodyCard;
    widgets::JsonView* m_body;
};

} // namespace gatehouse::ui::panels::scim
