// SPDX-License-Identifier: Apache-2.0
#include "files.h"

#include <cerrno>
#include <cstdio>
#include <memory>
#include <system_error>

namespace gatehouse::ctl {

namespace {
constexpr std::size_t kMaxFile = 256UL * 1024 * 1024;
} // namespace

Outcome<std::string> readFile(const std::string& path) {
    const auto close = [](std::FILE* file) {
        if (file != nullptr && file != stdin) {
            std::fclose(file);
        }
    };
    const std::unique_ptr<std::FILE, decltype(close)> file(path == "-" ? stdin : std::fopen(path.c_str(), "rbe"),
                                                           close);
    if (!file) {
        return failure("cannot read " + path, std::generic_category().message(errno),
                       "name a file that exists and that you may read");
    }
    std::string out;
    std::string piece(64 * 1024, '\0');
    while (const std::size_t count = std::fread(piece.data(), 1, piece.size(), file.get())) {
        out.append(piece, 0, count);
        if (out.size() > kMaxFile) {
            return failure("cannot read " + path, "it is longer than 256 MiB", "name another file");
        }
    }
    if (std::ferror(file.get()) != 0) {
        return failure("cannot read " + path, std::generic_category().message(errno), "name a file that you may read");
    }
    return out;
}

Outcome<json::Object> readJsonFile(const std::string& path) {
    const Outcome<std::string> text = readFile(path);
    if (!text) {
        return tl::unexpected(text.error());
    }
    auto object = json::parseObject(*text, json::Limits{.bytes = 4 * 1024 * 1024, .depth = 32});
    if (!object) {
        return failure(path + " is not a JSON object", object.error(), "correct the file");
    }
    return *std::move(object);
}

} // namespace gatehouse::ctl
