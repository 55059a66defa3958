// SPDX-License-Identifier: Apache-2.0
#include "admin/api/import_columns.h"

#include <algorithm>
#include <array>
#include <utility>

#include "admin/api/codec.h"
#include "base/encoding.h"

namespace gatehouse::admin::api {
namespace {

/// Titles as other programs write them, without case, blanks and punctuation.
constexpr std::array<std::pair<std::string_view, std::string_view>, 36> kTitles{{
    {"username", "userName"},
    {"login", "userName"},
    {"loginname", "userName"},
    {"userprincipalname", "userName"},
    {"upn", "userName"},
    {"samaccountname", "userName"},
    {"email", "email"},
    {"mail", "email"},
    {"emailaddress", "email"},
    {"workemail", "email"},
    {"primaryemail", "email"},
    {"emailverified", "emailVerified"},
    {"displayname", "displayName"},
    {"name", "displayName"},
    {"fullname", "displayName"},
    {"givenname", "givenName"},
    {"firstname", "givenName"},
    {"forename", "givenName"},
    {"vorname", "givenName"},
    {"familyname", "familyName"},
    {"lastname", "familyName"},
    {"surname", "familyName"},
    {"sn", "familyName"},
    {"nachname", "familyName"},
    {"active", "active"},
    {"enabled", "active"},
    {"accountenabled", "active"},
    {"status", "active"},
    {"role", "roles"},
    {"roles", "roles"},
    {"group", "groups"},
    {"groups", "groups"},
    {"memberof", "groups"},
    {"department", "attributes.department"},
    {"title", "attributes.title"},
    {"jobtitle", "attributes.title"},
}};

std::string plain(std::string_view title) {
    std::string out;
    for (const char c : asciiLower(title)) {
        const bool counts = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
        out += counts ? std::string(1, c) : std::string();
    }
    return out;
}

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    return begin == std::string_view::npos ? std::string_view()
                                           : text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

std::vector<std::string> names(std::string_view text) {
    std::vector<std::string> out;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(",;"), text.size());
        if (const std::string_view name = trimmed(text.substr(0, end)); !name.empty()) {
            out.emplace_back(name);
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

json::Value truth(std::string_view text) {
    const std::string word = asciiLower(text);
    for (const char* yes : {"true", "yes", "y", "1", "active", "enabled"}) {
        if (word == yes) {
            return true;
        }
    }
    for (const char* no : {"false", "no", "n", "0", "inactive", "disabled", "suspended"}) {
        if (word == no) {
            return false;
        }
    }
    return json::Value(text);
}

} // namespace

const std::vector<std::string>& importMembers() {
    static const std::vector<std::string> kMembers{"userName",   "email",  "emailVerified", "displayName", "givenName",
                                                   "familyName", "active", "roles",         "groups"};
    return kMembers;
}

std::vector<std::string> guessColumns(const std::vector<std::string>& header) {
    std::vector<std::string> out;
    for (const std::string& title : header) {
        const std::string word = plain(title);
        const auto* const found =
            std::find_if(kTitles.begin(), kTitles.end(), [&](const auto& each) { return each.first == word; });
        std::string member = found == kTitles.end() ? std::string() : std::string(found->second);
        const bool taken = std::find(out.begin(), out.end(), member) != out.end();
        out.push_back(taken ? std::string() : std::move(member));
    }
    return out;
}

UserImportRow importRow(const csv::Record& record, const std::vector<std::string>& members) {
    constexpr std::string_view kAttributes = "attributes.";
    UserImportRow row;
    row.line = record.line;
    json::Object user;
    json::Object attributes;
    for (std::size_t i = 0; i < std::min(members.size(), record.cells.size()); ++i) {
        const std::string& member = members[i];
        const std::string_view text = trimmed(record.cells[i]);
        if (member.empty() || text.empty()) {
            continue;
        }
        if (member == "roles" || member == "groups") {
            (member == "roles" ? row.roles : row.groups) = names(text);
        } else if (member.starts_with(kAttributes)) {
            attributes[member.substr(kAttributes.size())] = std::string(text);
        } else if (member == "active" || member == "emailVerified") {
            user[member] = truth(text);
        } else {
            user[member] = std::string(text);
        }
    }
    if (!attributes.empty()) {
        user["attributes"] = std::move(attributes);
    }
    row.user = raw(user);
    return row;
}

std::string reasonOf(const UserImported& row) {
    std::string out;
    for (const FieldError& each : row.errors) {
        out += (out.empty() ? "" : "; ") + (each.pointer.empty() ? each.code : each.pointer.substr(1)) + " " +
               each.message;
    }
    return out;
}

std::string refusedRows(const std::vector<csv::Record>& records, const std::vector<UserImported>& refused) {
    std::string out;
    const auto add = [&out](const csv::Record& record, std::string reason) {
        for (const std::string& each : record.cells) {
            out += csv::cell(each) + ',';
        }
        out += csv::cell(std::move(reason)) + "\r\n";
    };
    add(records.front(), "error");
    for (const UserImported& row : refused) {
        const auto found = std::find_if(records.begin(), records.end(),
                                        [&](const csv::Record& record) { return record.line == row.line; });
        if (found != records.end()) {
            add(*found, reasonOf(row));
        }
    }
    return out;
}

} // namespace gatehouse::admin::api
