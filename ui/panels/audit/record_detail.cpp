// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/audit/record_detail.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/client/convert.h"
#include "ui/panels/audit/audit_model.h"
#include "ui/widgets/detail_grid.h"
#include "ui/widgets/format.h"
#include "ui/widgets/json_view.h"
#include "ui/widgets/layout.h"

namespace gatehouse::ui::panels::audit {

using client::toQString;

namespace {

const auto kBefore = QStringLiteral("before");
const auto kAfter = QStringLiteral("after");

QString textOf(const QJsonValue& value) {
    if (value.isString()) {
        return value.toString();
    }
    if (value.isUndefined() || value.isNull()) {
        return {};
    }
    const QByteArray wrapped = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(wrapped.mid(1, wrapped.size() - 2));
}

void compare(const QJsonObject& before, const QJsonObject& after, const QString& path, std::vector<Difference>& out) {
    QStringList members = before.keys();
    for (const QString& member : after.keys()) {
        if (!before.contains(member)) {
            members.append(member);
        }
    }
    for (const QString& member : members) {
        const QJsonValue was = before.value(member);
        const QJsonValue is = after.value(member);
        if (was == is) {
            continue;
        }
        if (was.isObject() && is.isObject()) {
            compare(was.toObject(), is.toObject(), path + member + u'/', out);
        } else {
            out.push_back({path + member, textOf(was), textOf(is)});
        }
    }
}

/// Its id has a line of its own.
QString nameOrType(const admin::api::Party& party) {
    return toQString(party.name.empty() ? party.type : party.name);
}

} // namespace

std::vector<Difference> differencesOf(const QJsonObject& data) {
    std::vector<Difference> differences;
    compare(data.value(kBefore).toObject(), data.value(kAfter).toObject(), {}, differences);
    return differences;
}

RecordDetail::RecordDetail(QWidget* parent)
    : QWidget(parent)
    , m_facts(new widgets::DetailGrid(this))
    , m_flow(new QPushButton(tr("Show the login"), this))
    , m_changes(new widgets::Card(tr("What changed"), this))
    , m_changeGrid(new widgets::DetailGrid(m_changes))
    , m_data(new widgets::Card(tr("Details"), this))
    , m_json(new widgets::JsonView(tr("Details of the record"), m_data))
    , m_chain(new widgets::DetailGrid(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_facts);
    m_flow->setAccessibleName(m_flow->text());
    column->addWidget(m_flow, 0, Qt::AlignLeft);
    m_changes->body()->addWidget(m_changeGrid);
    column->addWidget(m_changes);
    m_json->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents); // the pane scrolls, not a box in it
    m_json->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_data->body()->addWidget(m_json);
    column->addWidget(m_data);
    auto* chain = new widgets::Card(tr("Place in the chain"), this);
    m_chain->setParent(chain);
    chain->body()->addWidget(m_chain);
    column->addWidget(chain);
    column->addStretch(1);
    connect(m_flow, &QPushButton::clicked, this, [this] { emit flowRequested(m_flowId); });
}

void RecordDetail::showRecord(const admin::api::AuditRecord& record) {
    showFacts(record);
    m_flowId = record.flowId ? toQString(*record.flowId) : QString();
    m_flow->setVisible(!m_flowId.isEmpty());
    const QJsonObject content = client::toJsonObject(record.data);
    showDifferences(content);
    QJsonObject rest = content;
    rest.remove(kBefore);
    rest.remove(kAfter);
    m_data->setVisible(!rest.isEmpty());
    m_json->setValue(rest);
    m_json->expandAll();
    m_chain->clear();
    m_chain->addCode(tr("Hash"), toQString(record.hash));
    m_chain->addCode(tr("Of the one before"), toQString(record.prevHash));
}

void RecordDetail::showFacts(const admin::api::AuditRecord& record) {
    m_facts->clear();
    const QDateTime time = client::toDateTime(record.time);
    m_facts->addText(tr("When"), widgets::absoluteTime(time), widgets::relativeTime(time));
    const QString app = appName(record);
    m_facts->addText(tr("Who"), app.isEmpty() ? nameOrType(record.actor) : app);
    if (!record.actor.id.empty()) {
        m_facts->addCode(tr("Id"), toQString(record.actor.id));
    }
    if (!record.ip.empty()) {
        m_facts->addCode(tr("From"), toQString(record.ip));
    }
    if (!record.target.type.empty()) {
        const QString type = toQString(record.target.type);
        const QString name = nameOrType(record.target);
        m_facts->addText(tr("What"), name == type ? type : type + u' ' + name);
    }
    if (!record.target.id.empty()) {
        m_facts->addCode(tr("Its id"), toQString(record.target.id));
    }
    if (!record.reason.empty()) {
        m_facts->addCode(tr("Reason"), toQString(record.reason));
    }
}

void RecordDetail::showDifferences(const QJsonObject& content) {
    m_changeGrid->clear();
    const std::vector<Difference> differences = differencesOf(content);
    for (const Difference& each : differences) {
        const QString text = each.before.isEmpty()  ? tr("set to %1").arg(each.after)
                             : each.after.isEmpty() ? tr("%1 taken away").arg(each.before)
                                                    : tr("%1  →  %2").arg(each.before, each.after);
        m_changeGrid->addText(each.member, text);
    }
    m_changes->setVisible(!differences.empty());
}

} // namespace gatehouse::ui::panels::audit
