// SPDX-License-Identifier: Apache-2.0
#include "scim/server/cursor.h"

#include "base/encoding.h"
#include "crypto/hash.h"
#include "json/json.h"

namespace gatehouse::scim::server {
namespace {

constexpr store::Place kPlace{"scim", "cursor", "page"};

std::string digestOf(std::string_view question) {
    return base64UrlEncode(crypto::sha256(question));
}

} // namespace

std::string sealCursor(const store::Sealer& sealer, const Cursor& cursor, std::string_view question, Time now) {
    const json::Object members{{"offset", cursor.offset},
                               {"count", cursor.count},
                               {"question", digestOf(question)},
                               {"until", toMillis(now + kCursorLife)}};
    return base64UrlEncode(sealer.seal(kPlace, json::write(members)));
}

Result<Cursor> openCursor(const store::Sealer& sealer, std::string_view text, std::string_view question, Time now) {
    const auto sealed = base64UrlDecode(text);
    const auto opened = sealed ? sealer.open(kPlace, *sealed) : Result<Bytes>(fail(Code::InvalidArgument, ""));
    const auto members = opened ? json::parseObject(*opened) : Result<json::Object>(fail(Code::InvalidArgument, ""));
    if (!members || json::stringMember(*members, "question") != digestOf(question)) {
        return fail(Code::InvalidArgument, "scim.cursor");
    }
    if (json::integerMember(*members, "until").value_or(0) <= toMillis(now)) {
        return fail(Code::InvalidArgument, "scim.cursor_expired");
    }
    return Cursor{json::integerMember(*members, "offset").value_or(0),
                  json::integerMember(*members, "count").value_or(0)};
}

} // namespace gatehouse::scim::server
