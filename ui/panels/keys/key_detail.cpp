// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/keys/key_detail.h"

#include <QVBoxLayout>

#include "ui/client/convert.h"
#include "ui/panels/keys/key_model.h"
#include "ui/panels/keys/key_words.h"
#include "ui/widgets/detail_grid.h"
#include "ui/widgets/filter_table.h"
#include "ui/widgets/format.h"
#include "ui/widgets/layout.h"

namespace gatehouse::ui::panels::keys {

using client::toDateTime;
using client::toQString;

KeyDetail::KeyDetail(QWidget* parent)
    : QWidget(parent)
    , m_facts(new widgets::DetailGrid(this))
    , m_card(new widgets::Card(tr("Who has fetched it"), this))
    , m_model(new EvidenceModel(this))
    , m_table(new widgets::FilterTable(tr("Apps and the key"), widgets::FilterBy::Rows, m_card)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(14);
    column->addWidget(m_facts);
    column->addWidget(m_card, 1);
    m_table->setModel(m_model);
    m_table->setColumnWidths({-1, 120, 90, 150}, {EvidenceModel::LastFetch});
    m_table->sortBy(EvidenceModel::Holds, Qt::AscendingOrder);
    m_table->setEmptyContent(QStringLiteral("app"), tr("No app proves tokens by these keys."));
    m_table->setMinimumHeight(220);
    m_card->body()->addWidget(m_table);
}

void KeyDetail::showKey(const admin::api::Key& key) {
    m_facts->clear();
    const auto time = [this](const QString& name, const std::optional<Time>& at) {
        if (at) {
            m_facts->addText(name, widgets::clockTime(toDateTime(at)), widgets::absoluteTime(toDateTime(at)));
        }
    };
    m_facts->addText(tr("What happens"), whatNext(key));
    m_facts->addCode(tr("Key id"), toQString(key.kid));
    time(tr("Published"), key.createdAt);
    time(tr("May sign from"), key.earliestActivation);
    time(tr("Takes over"), key.activatesAt);
    time(tr("Signs since"), key.activatedAt);
    time(tr("Replaced"), key.replacedAt);
    time(tr("Retires"), key.retiresAt);
    time(key.state == "revoked" ? tr("Revoked") : tr("Retired"), key.retiredAt);
    const bool published = key.state == "next" || key.state == "active" || key.state == "retiring";
    m_card->setVisible(!isAudit(key) && published);
}

void KeyDetail::showEvidence(const admin::api::Key& about, std::vector<admin::api::KeyEvidence> evidence) {
    m_card->setTitle(tr("Who has fetched %1").arg(titleOf(about)));
    m_table->clearError();
    m_table->setExportName(tr("Apps and the key %1").arg(shortId(about)));
    m_model->setRows(std::move(evidence));
    m_table->setLoading(false);
}

void KeyDetail::showEvidenceError(const widgets::ErrorText& error) {
    m_table->showError(error);
}

void KeyDetail::showEvidenceLoading() {
    m_table->setLoading(true);
}

const std::vector<admin::api::KeyEvidence>& KeyDetail::evidence() const {
    return m_model->rows();
}

} // namespace gatehouse::ui::panels::keys
