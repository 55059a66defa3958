// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/users/import_list.h"

#include <algorithm>

#include <QCoreApplication>

#include "ui/client/convert.h"
#include "ui/widgets/broker_text.h"

namespace gatehouse::ui::panels::users {

using client::toQString;

namespace {

QString say(const char* text) {
    return QCoreApplication::translate("ImportList", text);
}

} // namespace

QString ImportList::read(const QByteArray& text) {
    auto records = csv::read({text.constData(), static_cast<std::size_t>(text.size())});
    if (!records) {
        const std::string_view reason = records.error().reason;
        return reason == "csv.too_large"
                   ? say(QT_TRANSLATE_NOOP("ImportList", "The file is larger than 64 MB. Split it."))
               : reason == "csv.not_utf8"
                   ? say(QT_TRANSLATE_NOOP("ImportList", "The file is not in UTF-8. Save it as CSV UTF-8."))
                   : say(QT_TRANSLATE_NOOP("ImportList", "This is no CSV: %1.")).arg(toQString(records.error().detail));
    }
    if (records->size() < 2) {
        return say(QT_TRANSLATE_NOOP("ImportList", "The file has no rows. Its first line names the columns."));
    }
    m_records = *std::move(records);
    m_members = admin::api::guessColumns(m_records.front().cells);
    return {};
}

QStringList ImportList::titles() const {
    return m_records.empty() ? QStringList() : client::toStringList(m_records.front().cells);
}

QString ImportList::example(std::size_t column) const {
    for (std::size_t i = 1; i < m_records.size(); ++i) {
        const std::vector<std::string>& cells = m_records[i].cells;
        if (column < cells.size() && !cells[column].empty()) {
            return toQString(cells[column]);
        }
    }
    return {};
}

bool ImportList::namesPeople() const {
    return std::any_of(m_members.begin(), m_members.end(),
                       [](const std::string& member) { return member == "userName" || member == "email"; });
}

std::vector<admin::api::UserImportRow> ImportList::part(std::size_t from, std::size_t count) const {
    std::vector<admin::api::UserImportRow> out;
    for (std::size_t i = from; i < std::min(rows(), from + count); ++i) {
        out.push_back(admin::api::importRow(m_records[i + 1], m_members));
    }
    return out;
}

QByteArray ImportList::refusedCsv(const std::vector<admin::api::UserImported>& refused) const {
    return QByteArray::fromStdString(admin::api::refusedRows(m_records, refused));
}

QString reasonText(const admin::api::UserImported& row) {
    QStringList reasons;
    for (const admin::api::FieldError& each : row.errors) {
        const QString member = toQString(each.pointer).mid(1);
        const QString words = widgets::brokerText(toQString(each.message));
        reasons.append(member.isEmpty() ? words : member + QStringLiteral(": ") + words);
    }
    return reasons.join(QStringLiteral("; "));
}

} // namespace gatehouse::ui::panels::users
