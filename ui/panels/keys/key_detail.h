// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QWidget>

#include "admin/api/key.h"

namespace gatehouse::ui::widgets {
class Card;
class DetailGrid;
class FilterTable;
struct ErrorText;
} // namespace gatehouse::ui::widgets

namespace gatehouse::ui::panels::keys {

class EvidenceModel;

/// One key: its life, what happens with it when, and which apps have fetched it.
class KeyDetail final : public QWidget {
    Q_OBJECT
public:
    explicit KeyDetail(QWidget* parent = nullptr);

    void showKey(const admin::api::Key& key);
    /// `about`: the key that this is about, which for a previous one is its successor.
    void showEvidence(const admin::api::Key& about, std::vector<admin::api::KeyEvidence> evidence);
    void showEvidenceError(const widgets::ErrorText& error);
    void showEvidenceLoading();
    [[nodiscard]] const std::vector<admin::api::KeyEvidence>& evidence() const;

private:
    widgets::DetailGrid* m_facts;
    widgets::Card* m_card;
    EvidenceModel* m_model;
    widgets::FilterTable* m_table;
};

} // namespace gatehouse::ui::panels::keys
