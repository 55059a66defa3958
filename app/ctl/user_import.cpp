// SPDX-License-Identifier: Apache-2.0
#include "user_import.h"

#include <algorithm>
#include <cstdio>
#include <fstream>

#include "admin/api/codec.h"
#include "admin/api/import_columns.h"
#include "files.h"

namespace gatehouse::ctl {
namespace {

using admin::api::UserImportReport;

/// Which member each column is.
Outcome<std::vector<std::string>> membersOf(const std::vector<std::string>& header,
                                            const std::vector<std::string>& named) {
    std::vector<std::string> members = admin::api::guessColumns(header);
    const std::vector<std::string>& known = admin::api::importMembers();
    for (const std::string& each : named) {
        const std::size_t equals = each.rfind('=');
        const std::string title = each.substr(0, equals);
        const auto column = std::find(header.begin(), header.end(), title);
        if (equals == std::string::npos || column == header.end()) {
            return failure("--column " + each, "there is no column of that title", "write it as in the first line",
                           kUsage);
        }
        const std::string member = each.substr(equals + 1);
        if (!member.empty() && !member.starts_with("attributes.") &&
            std::find(known.begin(), known.end(), member) == known.end()) {
            return failure("--column " + each, "people have no member of that name",
                           "use one of userName, email, emailVerified, displayName, givenName, familyName, active, "
                           "roles, groups, attributes.NAME, or nothing to leave the column out",
                           kUsage);
        }
        members[std::size_t(column - header.begin())] = member;
    }
    if (std::find(members.begin(), members.end(), "userName") == members.end() &&
        std::find(members.begin(), members.end(), "email") == members.end()) {
        return failure("which column is the user name", "none has a title that says so",
                       "name it with --column TITLE=userName, or TITLE=email", kUsage);
    }
    return members;
}

Outcome<UserImportReport> sendPart(const Send& send, const UserImport& command, const admin::api::UserImport& part) {
    const Outcome<admin::api::Reply> reply = send({"POST",
                                                   "/admin/v1/tenants/" + command.tenant + "/users/import",
                                                   {{"Content-Type", "application/json"}},
                                                   admin::api::encode(part, admin::api::Side::Request)});
    if (!reply) {
        return tl::unexpected(reply.error());
    }
    auto report = reply->status == 200 ? admin::api::decode<UserImportReport>(reply->body, admin::api::Side::Reply)
                                       : tl::make_unexpected(Problems());
    return report ? Outcome<UserImportReport>(*std::move(report)) : tl::unexpected(refusal("user import", *reply));
}

void add(const UserImportReport& part, UserImportReport& whole) {
    whole.created += part.created;
    whole.updated += part.updated;
    whole.same += part.same;
    whole.skipped += part.skipped;
    whole.refused += part.refused;
    std::copy_if(part.rows.begin(), part.rows.end(), std::back_inserter(whole.rows),
                 [](const admin::api::UserImported& row) { return row.act == "refuse"; });
}

Outcome<int> writeRefused(const std::string& path, const std::string& rows) {
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    out << rows;
    out.flush();
    return out ? Outcome<int>(kFailed)
               : failure("cannot write " + path, "the system refuses it", "choose another file with --refused");
}

void show(const UserImportReport& report, bool dryRun, Format format) {
    if (format == Format::Json) {
        std::printf("%s\n", admin::api::encode(report).c_str());
        return;
    }
    for (const admin::api::UserImported& row : report.rows) {
        std::printf("line %lld: %s\n", static_cast<long long>(row.line), printable(admin::api::reasonOf(row)).c_str());
    }
    std::printf("%lld created, %lld updated, %lld the same, %lld left alone, %lld refused%s\n",
                static_cast<long long>(report.created), static_cast<long long>(report.updated),
                static_cast<long long>(report.same), static_cast<long long>(report.skipped),
                static_cast<long long>(report.refused), dryRun ? "; nothing was written" : "");
}

} // namespace

Outcome<int> importUsers(const Send& send, const UserImport& command, Format format) {
    const Outcome<std::string> text = readFile(command.file);
    if (!text) {
        return tl::unexpected(text.error());
    }
    const auto records = csv::read(*text);
    if (!records) {
        return failure("cannot read " + command.file, records.error(), "save it as CSV in UTF-8");
    }
    if (records->empty()) {
        return failure("cannot read " + command.file, "it has no line", "its first line names the columns");
    }
    const auto members = membersOf(records->front().cells, command.columns);
    if (!members) {
        return tl::unexpected(members.error());
    }
    UserImportReport report;
    for (std::size_t begin = 1; begin < records->size(); begin += admin::api::kImportRows) {
        admin::api::UserImport part;
        part.existing = command.keepExisting ? "skip" : "update";
        part.dryRun = command.dryRun;
        const std::size_t end = std::min(records->size(), begin + admin::api::kImportRows);
        for (std::size_t i = begin; i < end; ++i) {
            part.rows.push_back(admin::api::importRow((*records)[i], *members));
        }
        const Outcome<UserImportReport> done = sendPart(send, command, part);
        if (!done) {
            show(report, command.dryRun, format);
            return tl::unexpected(done.error());
        }
        add(*done, report);
    }
    show(report, command.dryRun, format);
    if (report.refused == 0) {
        return kDone;
    }
    return command.refusedFile.empty()
               ? Outcome<int>(kFailed)
               : writeRefused(command.refusedFile, admin::api::refusedRows(*records, report.rows));
}

} // namespace gatehouse::ctl
