// SPDX-License-Identifier: Apache-2.0
#include "broker/apply_file.h"

#include <fstream>
#include <sstream>

namespace gatehouse::broker {
namespace {
constexpr std::uintmax_t kMaxBytes = 16 * 1024 * 1024;
}

Status applyFile(const admin::api::Dispatcher& admin, const std::filesystem::path& file) {
    std::error_code error;
    const std::uintmax_t size = std::filesystem::file_size(file, error);
    std::ifstream in(file, std::ios::binary);
    if (error || size > kMaxBytes || !in) {
        return fail(Code::InvalidArgument, "broker.apply_file",
                    file.string() + (error ? ": " + error.message() : ": too large or unreadable"));
    }
    std::ostringstream text;
    text << in.rdbuf();
    const admin::api::Reply reply =
        admin({"POST", "/admin/v1/apply", {{"Content-Type", "application/json"}}, text.str()});
    if (reply.status >= 300) {
        return fail(Code::InvalidArgument, "broker.apply_refused", file.string() + ": " + reply.body.substr(0, 1000));
    }
    return {};
}

} // namespace gatehouse::broker
