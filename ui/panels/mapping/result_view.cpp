// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/mapping/result_view.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QLabel>
#include <QVBoxLayout>

#include "ui/client/convert.h"
#include "ui/panels/mapping/trace_results.h"
#include "ui/theme/theme.h"
#include "ui/widgets/check_list.h"
#include "ui/widgets/detail_grid.h"
#include "ui/widgets/layout.h"

namespace gatehouse::ui::panels::mapping {

using client::toQString;
using widgets::Status;

namespace {

struct Known {
    const char* member;
    const char* label;
};
constexpr std::array<Known, 5> kStandard{{{"displayName", QT_TRANSLATE_NOOP("ResultView", "Name")},
                                          {"userName", QT_TRANSLATE_NOOP("ResultView", "User name")},
                                          {"email", QT_TRANSLATE_NOOP("ResultView", "E-mail")},
                                          {"givenName", QT_TRANSLATE_NOOP("ResultView", "Given name")},
                                          {"familyName", QT_TRANSLATE_NOOP("ResultView", "Family name")}}};

QString textOf(const QJsonValue& value) {
    if (!value.isArray()) {
        return value.toVariant().toString();
    }
    return value.toVariant().toStringList().join(QStringLiteral(", "));
}

} // namespace

ResultView::ResultView(QWidget* parent)
    : QWidget(parent)
    , m_outcome(new widgets::StatusChip(this))
    , m_sentence(widgets::mutedLabel({}, this))
    , m_errors(new widgets::CheckList(this))
    , m_user(new widgets::DetailGrid(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(m_outcome);
    column->addWidget(m_sentence);
    column->addWidget(m_errors);
    column->addWidget(m_user);
    column->addStretch(1);
    m_errors->setAccessibleName(tr("Problems and cautions"));
}

void ResultView::setOutcome(Status status, const QString& word) {
    m_outcome->setStatus(status, word);
    emit outcomeChanged(status);
}

void ResultView::showNothing(const QString& sentence) {
    setOutcome(Status::Draft, tr("No result"));
    m_sentence->setText(sentence);
    m_errors->clear();
    m_user->clear();
}

void ResultView::showPreview(const admin::api::Preview& preview) {
    const QJsonObject user = client::toJsonObject(preview.user);
    const QString name = textOf(user.value(QStringLiteral("displayName")));
    const QString who = name.isEmpty() ? tr("this person") : name;
    m_errors->clear();
    m_user->clear();
    if (preview.outcome == "create") {
        setOutcome(Status::Ok, tr("Created"));
        m_sentence->setText(tr("A sign-in would create %1.").arg(who));
    } else if (preview.outcome == "match") {
        setOutcome(Status::Info, tr("Matched"));
        m_sentence->setText(tr("A sign-in would be %1, who is known here.").arg(who));
    } else {
        setOutcome(Status::Failed, tr("Blocked"));
        m_sentence->setText(tr("The sign-in would be refused. No user would be created."));
    }
    for (const admin::api::PreviewError& error : preview.errors) {
        m_errors->appendLine({Status::Failed,
                              toQString(error.code),
                              toQString(error.message),
                              {},
                              {},
                              error.claim.empty() ? QString() : tr("Read from: %1").arg(toQString(error.claim)),
                              {}});
    }
    if (preview.outcome == "match" && preview.bindsIdentity) {
        m_errors->appendLine({Status::Warning,
                              tr("A new account for somebody known"),
                              tr("It would be bound to %1, because its verified address is theirs. Whoever holds it at "
                                 "the provider signs in as %1 from then on.")
                                  .arg(who),
                              {},
                              {},
                              tr("Make sure that the provider gives this address to nobody else."),
                              {}});
    }
    for (const Known& known : kStandard) {
        const QJsonValue value = user.value(QLatin1String(known.member));
        if (!value.isUndefined() && !value.isNull()) {
            m_user->addText(tr(known.label), textOf(value));
        }
    }
    if (user.contains(QStringLiteral("email"))) {
        const bool verified = user.value(QStringLiteral("emailVerified")).toBool();
        m_user->addWidget(tr("Address"),
                          new widgets::StatusChip(verified ? Status::Ok : Status::Warning,
                                                  verified ? tr("Verified") : tr("Not verified"), m_user));
    }
    const QJsonObject attributes = user.value(QStringLiteral("attributes")).toObject();
    for (auto it = attributes.begin(); it != attributes.end(); ++it) {
        m_user->addText(it.key(), textOf(*it));
    }
    m_user->addTags(tr("Roles"), client::toStringList(preview.roles), {}, tr("none"));
    if (preview.outcome != "reject") {
        addRoleChanges(preview);
    }
    m_user->addTags(tr("Groups"), client::toStringList(preview.groups), {}, tr("none"));
    if (preview.outcome != "reject") {
        m_user->addText(tr("Account"), preview.bindsIdentity ? tr("New: bound to this person for good")
                                                             : tr("The same as at earlier sign-ins"));
    }
    if (preview.userId) {
        m_user->addCode(tr("User id"), toQString(*preview.userId));
    }
}

void ResultView::addRoleChanges(const admin::api::Preview& preview) {
    if (!preview.rolesAdded.empty()) {
        m_user->addTags(tr("Gets"), client::toStringList(preview.rolesAdded), {}, {});
    }
    if (!preview.rolesRemoved.empty()) {
        m_user->addTags(tr("Loses"), client::toStringList(preview.rolesRemoved), {}, {});
    }
    m_user->addText(tr("Role mode"), preview.roleMode == "merge" ? tr("Merge: adds to earlier roles")
                                                                 : tr("Replace: each sign-in sets its roles anew"));
}

} // namespace gatehouse::ui::panels::mapping
