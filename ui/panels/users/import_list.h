// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QString>
#include <QStringList>

#include "admin/api/import_columns.h"

namespace gatehouse::ui::panels::users {

/// A list of people out of a CSV file, and what its columns are taken to be.
class ImportList {
public:
    /// Empty, or why the file cannot be read, in words.
    [[nodiscard]] QString read(const QByteArray& text);

    [[nodiscard]] QStringList titles() const;
    /// The first value of a column, to recognise it by.
    [[nodiscard]] QString example(std::size_t column) const;
    [[nodiscard]] const std::vector<std::string>& members() const { return m_members; }
    void setMember(std::size_t column, const std::string& member) { m_members[column] = member; }
    /// Whether any column says who somebody is.
    [[nodiscard]] bool namesPeople() const;

    [[nodiscard]] std::size_t rows() const { return m_records.empty() ? 0 : m_records.size() - 1; }
    /// Those rows as the broker takes them.
    [[nodiscard]] std::vector<admin::api::UserImportRow> part(std::size_t from, std::size_t count) const;
    /// The refused rows as they stood, with why: to be mended and imported again.
    [[nodiscard]] QByteArray refusedCsv(const std::vector<admin::api::UserImported>& refused) const;

private:
    std::vector<csv::Record> m_records; ///< the first is the header
    std::vector<std::string> m_members;
};

/// Why a row was refused, on one line.
[[nodiscard]] QString reasonText(const admin::api::UserImported& row);

} // namespace gatehouse::ui::panels::users
