// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/connections/level_names.h"

#include "ui/client/convert.h"
#include "ui/panels/connections/connection_form.h"
#include "ui/widgets/entries_field.h"

namespace gatehouse::ui::panels::connections {

using client::toQString;
using widgets::EntriesField;

LevelNames::LevelNames(widgets::Form& form)
    : m_field(new EntriesField({{ConnectionForm::tr("We ask for"), QStringLiteral("urn:gatehouse:aal2")},
                                {ConnectionForm::tr("It calls that"), QStringLiteral("c1")}},
                               {ConnectionForm::tr("Level %1"), ConnectionForm::tr("Add a level")},
                               EntriesField::Shape::Row, &form)) {
    form.addRow(QStringLiteral("/acrMapping"), ConnectionForm::tr("Names of levels"), m_field,
                ConnectionForm::tr("Levels that are not listed are called the same there. Behind amr: stands a method "
                                   "that the provider names, such as amr:hwk."));
}

void LevelNames::setConnection(const admin::api::Connection& connection) {
    std::vector<EntriesField::Entry> names;
    names.reserve(connection.acrMapping.size());
    for (const admin::api::AcrPair& pair : connection.acrMapping) {
        names.push_back({toQString(pair.ours), toQString(pair.theirs)});
    }
    m_field->setEntries(names);
}

void LevelNames::writeTo(admin::api::Connection& connection) const {
    connection.acrMapping.clear();
    for (const EntriesField::Entry& each : m_field->entries()) {
        connection.acrMapping.push_back({each[0].toStdString(), each[1].toStdString()});
    }
}

QString unpairedLevel(const admin::api::Connection& connection) {
    for (const admin::api::AcrPair& pair : connection.acrMapping) {
        if (pair.ours.empty() || pair.theirs.empty()) {
            return toQString(pair.ours.empty() ? pair.theirs : pair.ours);
        }
    }
    return {};
}

} // namespace gatehouse::ui::panels::connections
