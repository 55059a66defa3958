// SPDX-License-Identifier: Apache-2.0
// KeysPanel: what is done with keys.
#include <QPointer>

#include "ui/client/convert.h"
#include "ui/panels/keys/key_detail.h"
#include "ui/panels/keys/key_words.h"
#include "ui/panels/keys/keys_panel.h"
#include "ui/shell/failure_text.h"
#include "ui/widgets/detail_pane.h"
#include "ui/widgets/error_banner.h"
#include "ui/widgets/format.h"
#include "ui/widgets/typed_confirmation.h"

namespace gatehouse::ui::panels::keys {

using client::toDateTime;
using client::toQString;

void KeysPanel::done(const client::Outcome<client::api::Key>& outcome, const QString& sentence) {
    if (!outcome) {
        if (m_shown.kid.empty()) {
            emit notice(shell::errorText(outcome.error()).what);
        }
        m_pane->banner()->showError(shell::errorText(outcome.error()));
        return;
    }
    emit notice(sentence);
    refresh();
}

/// Staged: the broker lets the key take over when everybody can have fetched it.
void KeysPanel::rotate(const std::string& algorithm) {
    client::api::KeyRotation rotation;
    rotation.alg = algorithm;
    rotation.staged = true;
    ask(client().rotateKey(ring(), rotation), [this](auto outcome) {
        const QString when = outcome ? widgets::clockTime(toDateTime(outcome->activatesAt)) : QString();
        done(outcome, outcome
                          ? tr("%1 takes over by itself, within a minute of %2. What was signed before stays valid.")
                                .arg(titleOf(*outcome), when)
                          : QString());
    });
}

void KeysPanel::makeCurrent() {
    if (QDateTime::currentDateTimeUtc() < toDateTime(m_shown.earliestActivation)) {
        return makeCurrentAnyway();
    }
    activate(false, {});
}

void KeysPanel::makeCurrentAnyway() {
    auto* box = new widgets::TypedConfirmation(tr("Sign with %1 already?").arg(titleOf(m_shown)), shortId(m_shown),
                                               tr("Sign with it now"), this);
    box->setObjectName(QStringLiteral("key.forceBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setConsequences(
        {tr("Apps may hold a list of keys without it, and refuse what it signs until they fetch again."),
         tr("From %1 on nobody can be without it.").arg(widgets::clockTime(toDateTime(m_shown.earliestActivation)))});
    box->askReason();
    connect(box, &widgets::TypedConfirmation::confirmed, this, [this, box] { activate(true, box->reason()); });
    box->open();
}

void KeysPanel::activate(bool force, const QString& reason) {
    client::api::KeyActivation activation;
    activation.force = force;
    activation.reason = reason.toStdString();
    ask(client().activateKey(ring(), toQString(m_shown.kid), activation), [this](auto outcome) {
        done(outcome, outcome ? tr("%1 signs from now on.").arg(titleOf(*outcome)) : QString());
    });
}

/// Names of apps of which it is not known that they have the key that signs now.
QStringList KeysPanel::whoLacks() const {
    QStringList names;
    for (const client::api::KeyEvidence& each : m_detail->evidence()) {
        if (each.holds != "yes") {
            names.append(toQString(each.name));
        }
    }
    return names;
}

void KeysPanel::retire() {
    auto* box = new widgets::TypedConfirmation(tr("Retire %1?").arg(titleOf(m_shown)), shortId(m_shown),
                                               tr("Retire this key"), this);
    box->setObjectName(QStringLiteral("key.retireBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    QStringList lines{tr("It is published no more, and what it signed proves nothing any more.")};
    if (m_shown.retiresAt && QDateTime::currentDateTimeUtc() < toDateTime(m_shown.retiresAt)) {
        lines.append(tr("Tokens that it signed are valid until %1; then it retires by itself.")
                         .arg(widgets::clockTime(toDateTime(m_shown.retiresAt))));
    }
    if (const QStringList lacking = whoLacks(); m_shown.state == "retiring" && !lacking.isEmpty()) {
        lines.append(tr("Not known to have the current key: %1.").arg(lacking.join(QStringLiteral(", "))));
    }
    box->setConsequences(lines);
    connect(box, &widgets::TypedConfirmation::confirmed, this, [this] {
        ask(client().retireKey(ring(), toQString(m_shown.kid)),
            [this](auto outcome) { done(outcome, outcome ? tr("%1 is retired.").arg(titleOf(*outcome)) : QString()); });
    });
    box->open();
}

void KeysPanel::revoke() {
    auto* box = new widgets::TypedConfirmation(tr("Revoke %1?").arg(titleOf(m_shown)), shortId(m_shown),
                                               tr("Revoke this key"), this);
    box->setObjectName(QStringLiteral("key.revokeBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setConsequences({tr("Everything that it signed is refused from now on.")});
    box->askReason();
    connect(box, &widgets::TypedConfirmation::confirmed, this, [this, box] {
        client::api::KeyRevocation revocation;
        revocation.reason = box->reason().toStdString();
        ask(client().revokeKey(ring(), toQString(m_shown.kid), revocation), [this](auto outcome) {
            done(outcome, outcome ? tr("%1 is revoked; another key signs.").arg(titleOf(*outcome)) : QString());
        });
    });
    box->open();
    showImpact(box);
}

/// What it costs is asked while the question stands, and says so when it is known.
void KeysPanel::showImpact(const QPointer<widgets::TypedConfirmation>& box) {
    ask(client().keyImpact(ring(), toQString(m_shown.kid)), [box](auto outcome) {
        if (!box || !outcome) {
            return;
        }
        const auto number = [](std::int64_t count) { return static_cast<int>(std::min<std::int64_t>(count, INT_MAX)); };
        QStringList lines{tr("Everything that it signed is refused from now on.")};
        lines.append(tr("At most %n answer(s) with tokens are lost; apps refresh or ask again.", nullptr,
                        number(outcome->tokens)));
        lines.append(tr("%n session(s) stay, and so do refresh tokens.", nullptr, number(outcome->sessions)));
        lines.append(tr("%n app(s) have to fetch the keys again.", nullptr, number(outcome->apps)));
        lines.append(outcome->successor.empty() ? tr("A new key is made and signs; nobody can have fetched it yet.")
                                                : tr("%1 signs then.").arg(toQString(outcome->successor).left(8)));
        box->setConsequences(lines);
    });
}

} // namespace gatehouse::ui::panels::keys
