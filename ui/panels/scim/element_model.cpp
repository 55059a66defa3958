// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/scim/element_model.h"

#include "ui/client/convert.h"

namespace gatehouse::ui::panels::scim {

using admin::api::CatalogElement;
using client::toQString;

namespace {

QString typeOf(const CatalogElement& element) {
    QString name = toQString(element.type);
    for (const auto& [word, shown] : elementTypes()) {
        if (word == name) {
            name = shown;
            break;
        }
    }
    return element.multiValued ? ElementModel::tr("%1, several").arg(name) : name;
}

} // namespace

std::vector<std::pair<QString, QString>> elementTypes() {
    return {{QStringLiteral("string"), ElementModel::tr("Text")},
            {QStringLiteral("boolean"), ElementModel::tr("Yes or no")},
            {QStringLiteral("integer"), ElementModel::tr("Whole number")},
            {QStringLiteral("decimal"), ElementModel::tr("Number")},
            {QStringLiteral("dateTime"), ElementModel::tr("Moment")},
            {QStringLiteral("reference"), ElementModel::tr("Address (URI)")}};
}

int ElementModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString ElementModel::keyOf(const CatalogElement& element) const {
    return toQString(element.id);
}

QVariant ElementModel::cell(const CatalogElement& element, int column, int role) const {
    if (role == Qt::DisplayRole) {
        switch (column) {
        case Name:
            return toQString(element.name);
        case Type:
            return typeOf(element);
        case Description:
            return toQString(element.description);
        case Version:
            return QLocale().toString(qlonglong(element.version));
        default:
            return {};
        }
    }
    if (role == Qt::ToolTipRole && column == Name) {
        return toQString(element.scimPath);
    }
    return role == widgets::SortRole && column == Version ? QVariant(qlonglong(element.version)) : QVariant();
}

QString ElementModel::columnTitle(int column) const {
    switch (column) {
    case Name:
        return tr("Name");
    case Type:
        return tr("Type");
    case Description:
        return tr("Meaning");
    case Version:
        return tr("Version");
    default:
        return {};
    }
}

} // namespace gatehouse::ui::panels::scim
