// SPDX-License-Identifier: Apache-2.0
// What can be done with the login shown: cure, compare, replay, take along.
#include <algorithm>
#include <utility>

#include <QAction>
#include <QJsonDocument>
#include <QPushButton>
#include <QSaveFile>
#include <QToolButton>

#include "ui/client/convert.h"
#include "ui/panels/logins/bundle_window.h"
#include "ui/panels/logins/compare_view.h"
#include "ui/panels/logins/flow_detail.h"
#include "ui/panels/logins/flow_model.h"
#include "ui/panels/logins/logins_panel.h"
#include "ui/panels/logins/replay_view.h"
#include "ui/panels/logins/secrets_switch.h"
#include "ui/panels/logins/verdict_strip.h"
#include "ui/shell/failure_text.h"
#include "ui/theme/icons.h"
#include "ui/widgets/detail_pane.h"
#include "ui/widgets/error_banner.h"
#include "ui/widgets/filter_table.h"

namespace gatehouse::ui::panels::logins {

using client::toQString;

namespace {

/// As many good logins as are looked through for the last one before.
constexpr int kGoodOnes = 50;

std::string compact(const QJsonObject& object) {
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

} // namespace

void LoginsPanel::makeLive() {
    m_live->setCheckable(true);
    m_live->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_live->setFocusPolicy(Qt::StrongFocus);
    auto* pause = new QAction(tr("Pause the live view"), m_table->view());
    pause->setShortcut(Qt::Key_Space);
    pause->setShortcutContext(Qt::WidgetShortcut);
    m_table->view()->QWidget::addAction(pause);
    connect(pause, &QAction::triggered, m_live, &QToolButton::toggle);
    connect(m_live, &QToolButton::toggled, this, &LoginsPanel::togglePause);
    showLive();
}

void LoginsPanel::togglePause() {
    if (!m_live->isChecked()) {
        for (const client::api::Flow& flow : std::exchange(m_waiting, {})) {
            m_model->take(flow);
            if (flow.id == m_shown.id) {
                showSelected(toQString(flow.id));
            }
        }
    }
    showLive();
}

void LoginsPanel::showLive() {
    const bool paused = m_live->isChecked();
    const auto count = static_cast<int>(m_waiting.size());
    m_live->setIcon(theme::icon(paused ? QStringLiteral("play") : QStringLiteral("pause")));
    m_live->setText(!paused ? tr("Live") : count == 0 ? tr("Paused") : tr("+%1 new").arg(count));
    m_live->setAccessibleName(!paused ? tr("Live view, press to pause")
                                      : tr("Live view paused, %n new login(s), press to go on", nullptr, count));
    m_live->setToolTip(paused ? tr("Go on (Space)") : tr("Pause the live view (Space)"));
}

void LoginsPanel::connectDetail() {
    connect(m_detail->verdict(), &VerdictStrip::cureRequested, this, &LoginsPanel::goToCure);
    connect(m_detail, &FlowDetail::comparisonWanted, this, &LoginsPanel::findLastGood);
    connect(m_detail->replayView(), &ReplayView::replayRequested, this, &LoginsPanel::replay);
    connect(m_detail->replayView(), &ReplayView::mappingRequested, this,
            [this] { emit goTo({QStringLiteral("mapping"), tenant(), toQString(m_shown.connectionId)}); });
    connect(&drafts(), &drafts::Drafts::changed, this,
            [this] { m_detail->replayView()->setDraft(draftOfConnection() != nullptr); });
}

void LoginsPanel::makeSecrets() {
    m_unredacted->setObjectName(QStringLiteral("logins.showSecrets"));
    m_unredacted->setAccessibleName(tr("Show codes and tokens of this sign-in"));
    m_unredacted->setToolTip(tr("As long as they are kept. The audit log says who looked."));
    m_unredacted->hide();
    connect(m_unredacted, &QPushButton::clicked, this, &LoginsPanel::showSecrets);
    connect(m_secrets, &SecretsSwitch::changed, this, &LoginsPanel::secretsChanged);
    connect(m_secrets, &SecretsSwitch::failed, this,
            [this](const client::Failure& failure) { m_table->showError(shell::errorText(failure)); });
}

void LoginsPanel::showSecrets() {
    askLatest(m_unredacting, client().flowSecrets(tenant(), toQString(m_shown.id)), [this](auto outcome) {
        if (!outcome) {
            if (outcome.error().code == QLatin1String("flow_no_secrets")) {
                m_pane->banner()->showWarning(tr("This sign-in was made before secrets were kept."),
                                              tr("Sign in again: of the next one they are there."));
            } else {
                m_pane->banner()->showError(shell::errorText(outcome.error()));
            }
            return;
        }
        client::api::Flow whole = m_shown; // what is kept here stays redacted
        for (std::size_t i = 0; i < outcome->messages.size() && i < whole.messages.size(); ++i) {
            whole.messages[i] = outcome->messages[i];
        }
        m_unredacted->setEnabled(false);
        m_detail->showFlow(whole);
    });
}

void LoginsPanel::secretsChanged(bool on) {
    m_unredacting.drop();
    if (!m_shown.id.empty() && (on || !m_unredacted->isEnabled())) {
        showFlow(m_shown); // with its button, or redacted again
    }
    m_unredacted->setVisible(on && m_shown.recorded);
}

void LoginsPanel::goToCure() {
    switch (cureAt(m_shown)) {
    case CureAt::Nowhere:
        return;
    case CureAt::Mapping:
        emit goTo({QStringLiteral("mapping"), tenant(), toQString(m_shown.connectionId)});
        return;
    case CureAt::Connection:
        emit goTo({QStringLiteral("connections"), tenant(), toQString(m_shown.connectionId)});
        return;
    case CureAt::User:
        emit goTo({QStringLiteral("users"), tenant(), toQString(m_shown.userId)});
        return;
    case CureAt::Tenant:
        emit goTo({QStringLiteral("tenants"), tenant(), tenant()});
        return;
    case CureAt::App:
        emit goTo({QStringLiteral("apps"), tenant(), refusedAddress(m_shown)});
        return;
    }
}

void LoginsPanel::findLastGood() {
    if (m_shown.connectionId.empty()) {
        m_detail->compareView()->showNothing(tr("This sign-in never came to an identity provider."));
        return;
    }
    client::FlowQuery query;
    query.outcome = QStringLiteral("success");
    query.connection = toQString(m_shown.connectionId);
    query.limit = kGoodOnes;
    askLatest(m_comparing, client().flows(tenant(), query), [this](auto outcome) {
        if (!outcome) {
            m_detail->compareView()->showNothing(shell::errorText(outcome.error()).what);
            return;
        }
        const auto& good = outcome->items;
        const auto other = [this](const client::api::Flow& flow) { return flow.id != m_shown.id && flow.recorded; };
        // The last before it; where none is known any more, the first that came after it.
        auto chosen = std::find_if(good.begin(), good.end(), [&](const client::api::Flow& flow) {
            return other(flow) && flow.startedAt <= m_shown.startedAt;
        });
        if (chosen == good.end()) {
            const auto last = std::find_if(good.rbegin(), good.rend(), other);
            if (last == good.rend()) {
                m_detail->compareView()->showNothing(
                    tr("There is no good sign-in over this identity provider to compare with."));
                return;
            }
            chosen = std::prev(last.base());
        }
        compareWith(chosen->id);
    });
}

void LoginsPanel::compareWith(const std::string& flowId) {
    askLatest(m_comparing, client().flow(tenant(), toQString(flowId)), [this](auto outcome) {
        if (!outcome) {
            m_detail->compareView()->showNothing(shell::errorText(outcome.error()).what);
            return;
        }
        m_detail->compareView()->showComparison(m_shown, *outcome);
    });
}

const drafts::Draft* LoginsPanel::draftOfConnection() const {
    if (m_shown.connectionId.empty()) {
        return nullptr;
    }
    const drafts::Draft* draft =
        drafts().find({tenant(), QStringLiteral("connection"), toQString(m_shown.connectionId)});
    return draft != nullptr && draft->act == drafts::Act::Update ? draft : nullptr;
}

void LoginsPanel::replay(bool againstDraft) {
    client::api::ReplayRequest request;
    if (const drafts::Draft* draft = againstDraft ? draftOfConnection() : nullptr) {
        request.connection = client::api::RawJson{client::mergePatch(compact(draft->base), compact(draft->wanted))};
        // A mapping counts as a whole: a merge would keep the rules that the draft took out.
        const QJsonValue mapping = draft->wanted.value(QStringLiteral("mapping"));
        if (mapping.isObject() && mapping != draft->base.value(QStringLiteral("mapping"))) {
            request.mapping = client::toRawJson(mapping.toObject());
        }
    }
    askLatest(m_replaying, client().replayFlow(tenant(), toQString(m_shown.id), request), [this](auto outcome) {
        if (!outcome) {
            m_detail->replayView()->showError(shell::errorText(outcome.error()));
            return;
        }
        m_detail->replayView()->showReplay(*outcome);
    });
}

void LoginsPanel::exportTo(const QString& file) {
    ask(client().flowBundle(tenant(), toQString(m_shown.id)), [this, file](auto outcome) {
        if (!outcome) {
            m_pane->banner()->showError(shell::errorText(outcome.error()));
            return;
        }
        QSaveFile target(file);
        if (!target.open(QIODevice::WriteOnly) || target.write(*outcome) != outcome->size() || !target.commit()) {
            m_pane->banner()->showError(
                {tr("The bundle could not be written: %1.").arg(target.errorString()), {}, {}, false, {}});
            return;
        }
        emit notice(tr("Exported to %1. It holds no secret and opens in any Gatehouse console.").arg(file));
    });
}

bool LoginsPanel::openFile(const QString& path) {
    if (!path.endsWith(QLatin1String(".ghbundle"), Qt::CaseInsensitive)) {
        return false;
    }
    openBundle(path);
    return true;
}

void LoginsPanel::openBundle(const QString& file) {
    const auto bundle = readBundle(file);
    if (!bundle) {
        m_table->showError({bundle.error(), {}, {}, false, {}});
        return;
    }
    (new BundleWindow(*bundle, window()))->show();
}

} // namespace gatehouse::ui::panels::logins
