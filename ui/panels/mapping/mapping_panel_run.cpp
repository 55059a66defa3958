// SPDX-License-Identifier: Apache-2.0
// What MappingPanel does with an edit: the draft, the preview, the run over the last logins.
#include <QPushButton>

#include "ui/client/convert.h"
#include "ui/client/document.h"
#include "ui/drafts/draft_of.h"
#include "ui/panels/mapping/batch_view.h"
#include "ui/panels/mapping/claims_input.h"
#include "ui/panels/mapping/mapping_panel.h"
#include "ui/panels/mapping/result_view.h"
#include "ui/panels/mapping/rules_editor.h"
#include "ui/shell/failure_text.h"
#include "ui/widgets/error_banner.h"

namespace gatehouse::ui::panels::mapping {

using client::toQString;

namespace {

constexpr int kLastLogins = 100;
const QString kMapping = QStringLiteral("mapping");

} // namespace

void MappingPanel::revert() {
    if (const drafts::Draft* known = drafts().find(subject())) {
        drafts::Draft draft = *known;
        draft.wanted.insert(kMapping, draft.base.value(kMapping));
        drafts().put(std::move(draft));
    }
    m_banner->dismiss();
    showMapping();
}

void MappingPanel::showButtons() {
    const drafts::Draft* draft = drafts().find(subject());
    const bool edited = draft != nullptr && draft->wanted.value(kMapping) != draft->base.value(kMapping);
    m_revert->setEnabled(edited);
    m_review->setEnabled(draft != nullptr && draft->ready && m_rules->isSound());
}

void MappingPanel::rulesEdited() {
    const drafts::Draft* known = drafts().find(subject());
    drafts::Draft draft =
        known != nullptr ? *known // what else is edited of this connection stays
                         : drafts::draftOf(subject(), drafts::Act::Update, QStringLiteral("mapping"), m_connection);
    if (known == nullptr) {
        const std::string& title =
            m_connection.value.displayName.empty() ? m_connection.value.name : m_connection.value.displayName;
        draft.title = toQString(title);
        draft.wanted = draft.base;
    }
    if (m_rules->isSound()) {
        draft.wanted.insert(kMapping, m_rules->mapping());
        drafts().put(std::move(draft));
    }
    showButtons();
    recompute();
}

void MappingPanel::recompute() {
    showUnused();
    m_typing.start();
    m_resting.start();
}

void MappingPanel::preview() {
    client::api::PreviewRequest request;
    if (currentObject().isEmpty() || !m_rules->isSound() || !m_input->fill(request)) {
        m_previewing.drop();
        m_rules->clearResults();
        m_result->showNothing(m_rules->isSound() ? m_input->problem()
                                                 : tr("The source of the mapping does not parse."));
        return;
    }
    request.mapping = client::toRawJson(m_rules->mapping());
    askLatest(m_previewing, client().preview(tenant(), currentObject(), request),
              [this](const auto& outcome) { showPreview(outcome); });
}

void MappingPanel::showPreview(const client::Outcome<client::api::Preview>& outcome) {
    if (!outcome) {
        m_rules->clearResults();
        const std::vector<widgets::FieldError> errors = shell::fieldErrors(outcome.error());
        m_result->showNothing(errors.empty() ? shell::errorText(outcome.error()).what
                                             : errors.front().pointer + QStringLiteral(": ") + errors.front().message);
        return;
    }
    m_input->showArrived(client::toJsonObject(outcome->claims));
    showUnused();
    m_rules->showResults(*outcome);
    m_result->showPreview(*outcome);
}

void MappingPanel::showUnused() {
    const std::optional<QJsonObject> claims = m_input->claims();
    m_input->setUnused(claims ? unusedClaims(*claims, m_rules->draft()) : QStringList());
    m_rules->setKnownClaims(claims ? claims->keys() : QStringList());
}

void MappingPanel::runBatch() {
    if (currentObject().isEmpty() || !m_rules->isSound()) {
        m_batching.drop();
        return;
    }
    client::api::BatchReplayRequest request;
    request.mapping = client::toRawJson(m_rules->mapping());
    request.last = kLastLogins;
    m_batch->showRunning();
    askLatest(m_batching, client().replayConnection(tenant(), currentObject(), request), [this](const auto& outcome) {
        outcome ? m_batch->showResult(*outcome)
                : m_batch->showNothing(tr("The last logins could not be run: %1").arg(outcome.error().detail));
    });
}

} // namespace gatehouse::ui::panels::mapping
